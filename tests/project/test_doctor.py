"""What the doctor finds, and the words it finds for it."""

import fcntl
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from suluh.project.config import Config
from suluh.project.database import PrivateDatabase
from suluh.project.doctor import Level
from suluh.project.doctor.database import database_diagnoses
from suluh.project.doctor.folders import closed_to_others, keys_apart, keys_closed, room_left
from suluh.project.doctor.outside import clock, mail, mailbox, tls
from suluh.project.keys import keys_create
from tests.project.installation import Installation

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def test_a_data_folder_that_others_can_read_is_wrong(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert closed_to_others(tmp_path).level is Level.BAD
    tmp_path.chmod(0o700)
    assert closed_to_others(tmp_path).level is Level.GOOD


def test_keys_inside_the_data_folder_are_wrong(tmp_path: Path) -> None:
    assert keys_apart(tmp_path, tmp_path / "keys").level is Level.BAD
    assert keys_apart(tmp_path / "data", tmp_path / "data-keys").level is Level.GOOD


def test_keys_that_are_missing_or_open_to_others_are_wrong(tmp_path: Path) -> None:
    config = Config(data=tmp_path / "data")
    folder = tmp_path / "data-keys"
    folder.mkdir()
    assert "session.key" in keys_closed(folder).sentence
    keys_create(config)
    folder.chmod(0o700)
    assert keys_closed(folder).level is Level.GOOD
    (folder / "sealing.key").chmod(0o644)
    assert keys_closed(folder).level is Level.BAD


@pytest.mark.parametrize(("free", "level"), [(10 * 1024**3, Level.GOOD), (1024**3 - 1, Level.BAD)])
def test_less_than_a_gigabyte_of_disk_is_wrong(tmp_path: Path, free: int, level: Level) -> None:
    assert room_left(free, tmp_path).level is level


@pytest.mark.parametrize(
    ("newest", "level"),
    [(None, Level.GOOD), (NOW, Level.GOOD), (NOW + timedelta(minutes=5), Level.BAD)],
    ids=["nothing recorded", "in step", "record ahead of the clock"],
)
def test_a_clock_behind_what_was_recorded_is_wrong(newest: datetime | None, level: Level) -> None:
    assert clock(NOW, newest).level is level


@pytest.mark.parametrize(
    ("settings", "level"),
    [
        ({"https": True, "proxies": 1, "base_url": "https://suluh.example"}, Level.GOOD),
        ({"https": True, "base_url": "https://suluh.example"}, Level.NOTE),
        ({}, Level.NOTE),
        ({"base_url": "http://suluh.example"}, Level.BAD),
        ({"listen": "0.0.0.0"}, Level.BAD),
    ],
    ids=[
        "behind TLS",
        "visitors not told apart",
        "this machine only",
        "public name without TLS",
        "open port without TLS",
    ],
)
def test_a_site_for_others_without_tls_is_wrong(settings: dict[str, object], level: Level) -> None:
    assert tls(Config.model_validate({"data": "data", **settings})).level is level


def test_mail_to_a_folder_is_noted() -> None:
    assert mail("").level is Level.NOTE


def test_a_mail_server_that_does_not_answer_is_wrong() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert mail(f"smtp+plain://127.0.0.1:{closed.getsockname()[1]}").level is Level.BAD


@pytest.fixture
def mail_server() -> Iterator[int]:
    """A mail server that says hello and agrees to everything once."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection, connection.makefile("rwb", buffering=0) as lines:
                lines.write(b"220 suluh.example\r\n")
                while (line := lines.readline()) and not line.upper().startswith(b"QUIT"):
                    lines.write(b"250 ok\r\n")
                lines.write(b"221 bye\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield int(listening.getsockname()[1])
        thread.join(5)


def test_a_mail_server_that_answers_is_well(mail_server: int) -> None:
    assert mail(f"smtp+plain://127.0.0.1:{mail_server}").level is Level.GOOD


def test_a_database_of_another_major_names_dump_and_restore(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        version = database.cluster.files / "PG_VERSION"
    version.write_text("16\n", encoding="ascii")
    found = next(iter(database_diagnoses(PrivateDatabase(tmp_path))))
    assert found.level is Level.BAD
    assert "suluh backup" in found.sentence
    assert "suluh restore" in found.sentence


def test_a_lock_that_is_held_while_nobody_answers_is_wrong(tmp_path: Path) -> None:
    with PrivateDatabase(tmp_path, for_tests=True) as database:
        pass
    with database.cluster.lock_file.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        found = {diagnosis.subject: diagnosis for diagnosis in database_diagnoses(PrivateDatabase(tmp_path))}
    assert found["kunci basis data"].level is Level.BAD
    assert "fuser" in found["kunci basis data"].sentence


@pytest.mark.xdist_group("installation")
def test_an_installation_without_a_worker_fails_and_says_so(installation: Installation) -> None:
    said = installation.run("doctor", expect=1)
    assert "✗ pekerja: Tidak ada tanda hidup" in said
    assert said.count("✗") == 1


def test_where_nothing_was_initialised_it_names_init(tmp_path: Path) -> None:
    assert "suluh init" in Installation(tmp_path).run("doctor", expect=1)


def test_a_mailbox_that_cannot_be_opened_is_told_without_its_password() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        told = mailbox(f"imap+plain://ppid:rahasia@127.0.0.1:{taken.getsockname()[1]}/INBOX")

    assert told.level is Level.BAD
    assert "rahasia" not in told.sentence


def test_a_mailbox_address_without_tls_to_another_machine_is_wrong() -> None:
    assert mailbox("imap+plain://ppid:rahasia@surat.example/INBOX").level is Level.BAD
