import pytest

from tests.world import World, build_world


@pytest.fixture
def world(db) -> World:
    """Kabupaten Arunika in miniature."""
    return build_world()
