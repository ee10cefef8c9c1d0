"""Neither a dump of the database nor a backup holds a token."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from suluh.project.backup.manifest import DUMP
from suluh.project.database.account import database_account
from suluh.project.database.programs import programs
from tests.project.installation import COMMAND, Installation

pytestmark = pytest.mark.xdist_group("installation")

TOKEN = "rahasia kecil yang-tidak-boleh-terbaca"
CONNECT = f"""
from suluh.channels.services.connecting import channel_connect
from suluh.organization.models import Account, Unit
from suluh.organization.rights import OPERATOR
account = Account.objects.create(unit=Unit.objects.first(), platform="mastodon", handle="dinkes-di-cadangan")
channel_connect(holder=account, address="http://127.0.0.1:9", secrets={{"token": "{TOKEN}"}}, by=OPERATOR)
"""


@pytest.fixture(scope="module")
def backup(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of an installation in which a channel is connected."""
    installation.run("manage", "shell", "-c", CONNECT)
    out = tmp_path_factory.mktemp("tokens") / "cadangan.suluh"
    installation.run("backup", "--out", str(out))
    return out


def test_a_backup_and_the_dump_in_it_hold_the_account_and_no_token(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        archive.extractall(tmp_path)
    restore = programs("", database_account()).folder / "pg_restore"
    dump = subprocess.run([restore, "--file=-", tmp_path / DUMP], capture_output=True, check=True).stdout

    assert b"dinkes-di-cadangan" in dump
    assert TOKEN.encode() not in dump
    assert TOKEN.encode() not in backup.read_bytes()


def test_the_doctor_names_no_token(installation: Installation, backup: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "doctor"],
        env=installation.environment(),
        cwd=installation.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "segel" in done.stdout + done.stderr
    assert TOKEN not in done.stdout + done.stderr
