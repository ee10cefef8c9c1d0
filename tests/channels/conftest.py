from collections.abc import Iterator

import pytest

from suluh.demo.platforms.server import SimulatedPlatforms
from tests.channels.speaking import Speaking
from tests.world import build_world


@pytest.fixture(autouse=True)
def files(own_files: None) -> None:
    """Posts of these tests carry files of their own."""


@pytest.fixture
def servers() -> Iterator[SimulatedPlatforms]:
    """Every simulated platform, at rest until a test scripts a fault."""
    with SimulatedPlatforms() as running:
        yield running


@pytest.fixture
def speaking(db, servers) -> Speaking:
    """The miniature regency with a connected channel for each platform."""
    return Speaking(build_world(), servers)
