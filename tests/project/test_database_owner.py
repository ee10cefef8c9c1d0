"""One process owns the private database; everyone else attaches and never stops it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from suluh.project.database import DatabaseBusy, DatabaseMajorDiffers, PrivateDatabase
from tests.project.installation import Installation, wait_for

OWN = """
import sys
from pathlib import Path
from suluh.project.database import PrivateDatabase
database = PrivateDatabase(Path(sys.argv[1]), for_tests=True)
database.open()
print(database.owned, flush=True)
sys.stdin.read()
database.close()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that owns the database in `tmp_path`, until its standard input is closed."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWN, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    yield process
    process.kill()
    process.communicate()
    wait_for("the server has ended", lambda: not Installation(tmp_path.parent).processes() or not _answers(tmp_path))


def _answers(data: Path) -> bool:
    access = PrivateDatabase(data).cluster.access()
    return access is not None and access.answers()


def test_a_second_process_attaches_and_its_end_stops_nothing(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    database = PrivateDatabase(tmp_path)
    access = database.open()
    database.close()
    assert not database.owned
    assert access.answers()


def test_who_must_own_is_told_that_another_process_does(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    with pytest.raises(DatabaseBusy, match="dipegang proses Suluh lain"):
        PrivateDatabase(tmp_path).open(must_own=True, patience=0)


@pytest.mark.fault
def test_a_killed_owner_stops_the_server_and_frees_the_lock(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    other.kill()
    wait_for("the server has ended", lambda: not _answers(tmp_path))
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        assert database.owned


def test_the_application_is_no_superuser_and_the_socket_is_closed_to_others(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path / "data", for_tests=True) as database:
        access = database.open()
        with access.connect() as connection:
            row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        assert row == (False,)
        assert Path(access.socket_folder).stat().st_mode & 0o077 == 0
        assert database.cluster.files.stat().st_mode & 0o077 == 0
        assert (tmp_path / "data").stat().st_mode & 0o007 == 0


def test_the_password_is_asked_for_even_on_the_socket(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        access = database.open()
        assert access.answers()
        assert not type(access)(access.socket_folder, "salah", "salah").answers()


def test_a_mark_left_by_a_server_long_gone_does_not_stop_the_next_start(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        mark = database.cluster.files / "postmaster.pid"
    mark.write_text("1\n/elsewhere\n0\n5432\n\n\n", encoding="ascii")
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        assert database.open().answers()


def test_files_of_another_major_are_refused_and_the_way_out_is_named(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        version = database.cluster.files / "PG_VERSION"
    version.write_text("15\n", encoding="ascii")
    with pytest.raises(DatabaseMajorDiffers, match=r"PostgreSQL 15.*suluh backup.*suluh restore"):
        PrivateDatabase(tmp_path, for_tests=True).open()
