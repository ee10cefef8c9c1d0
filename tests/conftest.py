"""What every test may use: one PostgreSQL server for the whole run, a test database for each worker of it."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from suluh.project.database import DatabaseBusy, PrivateDatabase, django_database
from tests import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django import DjangoDbBlocker

FRESH = "suluh-tests-"

# No test asserts how long anything takes: on a busy machine that would be about the machine.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
SERVER = pytest.StashKey[PrivateDatabase]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the run's server in the controlling process; workers attach to it."""
    if os.environ.get("DATABASE_URL") or hasattr(config, "workerinput") or config.option.collectonly:
        return
    database = _opened(config.rootpath / ".pytest_cache" / "database")
    config.stash[SERVER] = database
    os.environ["SULUH_TEST_DATABASE"] = str(database.cluster.data)


def _opened(kept: Path) -> PrivateDatabase:
    """The server kept from earlier runs in this tree, or a fresh one while another run holds it."""
    database = PrivateDatabase(kept, for_tests=True)
    try:
        database.open(must_own=True, patience=0)
    except DatabaseBusy:
        database = PrivateDatabase(Path(tempfile.mkdtemp(prefix=FRESH)), for_tests=True)
        database.open(must_own=True)
    return database


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server with the run."""
    if SERVER in config.stash:
        database = config.stash[SERVER]
        database.close()
        if database.cluster.data.name.startswith(FRESH):
            shutil.rmtree(database.cluster.data)


@pytest.fixture(scope="session", autouse=True)
def nothing_left_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """As root, databases of closed temporary folders lie in the system's folder; they go with the run."""
    yield
    for pointer in tmp_path_factory.getbasetemp().rglob("database.folder"):
        shutil.rmtree(pointer.read_text(encoding="utf-8").strip(), ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: "DjangoDbBlocker"
) -> None:
    """Point Django at the run's server, without a pool: a test database must be free to be dropped."""
    from django.db import connections

    from tests.support.ready_database import ready_database

    if folder := os.environ.get("SULUH_TEST_DATABASE"):
        entry: dict[str, Any] = django_database(Path(folder), pooled=False)
        asked = connections["default"].settings_dict
        asked.update(entry)
        if access := PrivateDatabase(Path(folder)).cluster.access():
            with django_db_blocker.unblock():
                asked["TEST"]["TEMPLATE"] = ready_database(access)


LIGHT = {
    # every client of a test is a server of its own; it need not list all static files before its first answer
    "WHITENOISE_AUTOREFRESH": True,
    "PASSWORD_HASHERS": ["tests.support.passwords.LightArgon2"],
}


@pytest.fixture(scope="session", autouse=True)
def light_settings() -> Iterator[None]:
    """Do without what only a service needs."""
    from django.test import override_settings

    with override_settings(**LIGHT):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test made the process remember is no answer to the next, nor does a page stay as it was a moment ago."""
    from django.core.cache import caches

    caches["process"].clear()
    monkeypatch.setattr("suluh.portal.many.FRESH_FOR", 0)


@pytest.fixture
def own_files(tmp_path: Path) -> "Iterator[None]":
    """Files of this test alone: one that spoils or removes some is not noticed by the others, nor by other workers."""
    from django.test import override_settings

    with override_settings(MEDIA_ROOT=tmp_path / "files"):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long groups come first, so that both workers end together; what opens a browser comes last, marked or not.

    A browser keeps an event loop in its worker, beside which no other test may run one.
    """
    items.sort(key=lambda item: (_opens_browser(item), not _marked(item, "xdist_group")))


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among what was imported: a tenth of the run went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _opens_browser(item: pytest.Item) -> bool:
    return _marked(item, "browser") or "browser" in getattr(item, "fixturenames", ())


def _marked(item: pytest.Item, name: str) -> bool:
    return item.get_closest_marker(name) is not None


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A real Chromium for the whole run.

    Playwright keeps an event loop in this thread, so Django has to be told that its queries are still our own.
    """
    from playwright.sync_api import sync_playwright

    path = chromium.found()
    if not path:
        pytest.fail("no Chromium; `make test` installs one, or SULUH_CHROMIUM names one")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*sandbox, "--disable-dev-shm-usage"])
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A fresh page at desktop size, Indonesian, in Jakarta's zone."""
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
