from collections.abc import Iterator

import pytest

from suluh.demo.platforms.server import SimulatedPlatforms


@pytest.fixture
def servers() -> Iterator[SimulatedPlatforms]:
    """Every simulated platform, at rest until a test scripts a fault."""
    with SimulatedPlatforms() as running:
        for name in ("x", "youtube", "tiktok"):
            running.platforms[name].most = 10_000  # quotas have tests of their own
        yield running
