from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.world import World, build_world


@pytest.fixture
def world(db, tmp_path) -> Iterator[World]:
    """Kabupaten Arunika in miniature; what a request changes is undone before the next one."""
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield build_world()
