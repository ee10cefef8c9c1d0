from collections.abc import Iterator

import pytest

from suluh.demo.platforms.server import SimulatedPlatforms


@pytest.fixture
def servers() -> Iterator[SimulatedPlatforms]:
    """Every simulated platform, at rest until a test scripts a fault."""
    with SimulatedPlatforms() as running:
        yield running
