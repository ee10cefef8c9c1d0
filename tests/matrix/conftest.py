import pytest

from tests.world import World, build_world


@pytest.fixture
def world(db) -> World:
    """Kabupaten Arunika in miniature; what a request changes is undone before the next one."""
    return build_world()
