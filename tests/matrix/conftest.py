from collections.abc import Iterator

import pytest
from django.test import override_settings

from suluh.organization.sockets.duties import duties
from tests.world import World, build_world


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> Iterator[World]:
    """Kabupaten Arunika in miniature; what a request changes is undone before the next one.

    No room offers duties here: every frame would ask all of them anew for its bell, for half of the time that the
    matrix takes. Their rules have tests in each room, and the browser's walk opens every page with its bell.
    """
    monkeypatch.setattr(duties, "_offers", {})
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield build_world()
