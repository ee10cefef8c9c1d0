"""The real servers, started once for the run; a machine that cannot start them fails here with what is missing."""

from collections.abc import Iterator

import pytest

from tests.peers import debian
from tests.peers.bluesky_server import BlueskyAccount, BlueskyServer, packages
from tests.peers.cut import CutLine
from tests.peers.desk import Desk
from tests.peers.prepare import CACHE
from tests.peers.wordpress_site import Editor, WordPressSite
from tests.world import build_world


@pytest.fixture(scope="session")
def wordpress_site(tmp_path_factory) -> Iterator[WordPressSite]:
    with WordPressSite(debian.tree(CACHE), tmp_path_factory.mktemp("wordpress")) as site:
        yield site


@pytest.fixture(scope="session")
def bluesky_server() -> Iterator[BlueskyServer]:
    with BlueskyServer(packages(CACHE)) as server:
        yield server


@pytest.fixture
def wordpress(wordpress_site) -> Editor:
    """An editor of its own for each test."""
    return wordpress_site.editor()


@pytest.fixture
def bluesky(bluesky_server) -> BlueskyAccount:
    """An account of its own for each test."""
    return bluesky_server.account()


@pytest.fixture
def wordpress_line(wordpress_site) -> Iterator[CutLine]:
    with CutLine(wordpress_site.address) as line:
        yield line


@pytest.fixture
def bluesky_line(bluesky_server) -> Iterator[CutLine]:
    with CutLine(bluesky_server.address) as line:
        yield line


@pytest.fixture
def desk(db, settings, tmp_path) -> Desk:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return Desk(build_world())
