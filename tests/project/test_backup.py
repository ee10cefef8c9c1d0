"""A backup comes back as what it was, or not at all."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from suluh.project.backup.facts import DatabaseFacts
from suluh.project.backup.manifest import BackupDamaged, Manifest, Part
from suluh.project.backup.read import backup_check
from suluh.project.keys import SEALING_KEY, SESSION_KEY
from tests.project.installation import Installation

pytestmark = pytest.mark.xdist_group("installation")

PRIVATE = b"%PDF-1.7 rahasia"


@pytest.fixture(scope="module")
def backup(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of an installation with a private file in it."""
    file = installation.data / "files" / "surat" / "tugas.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(PRIVATE)
    out = tmp_path_factory.mktemp("backup") / "cadangan.suluh"
    installation.run("backup", "--out", str(out))
    return out


def restored(installation: Installation, folder: Path) -> Installation:
    return Installation(folder, extra=dict(installation.extra))


def test_a_restored_backup_has_the_same_rows_files_and_chain(
    installation: Installation, backup: Path, tmp_path: Path
) -> None:
    new = restored(installation, tmp_path)
    said = new.run("restore", str(backup), "--into", str(new.data))
    assert "sama dengan cadangan" in said
    assert (new.data / "files" / "surat" / "tugas.pdf").read_bytes() == PRIVATE
    again = tmp_path / "lagi.suluh"
    new.run("backup", "--out", str(again))
    assert _manifest(again)["facts"] == _manifest(backup)["facts"]
    assert _manifest(backup)["facts"]["tables"]["organization_event"]["rows"] >= 3


def test_no_key_is_inside(installation: Installation, backup: Path) -> None:
    content = backup.read_bytes()
    keys = installation.data.with_name("data-keys")
    for name in (SEALING_KEY, SESSION_KEY):
        assert (keys / name).read_bytes().strip() not in content
    assert installation.access().password.encode() not in content


def test_it_is_readable_by_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_a_full_target_is_refused_and_left_alone(installation: Installation, backup: Path, tmp_path: Path) -> None:
    new = restored(installation, tmp_path)
    new.data.mkdir()
    (new.data / "catatan.txt").write_text("milik orang lain")
    assert "tidak kosong" in new.run("restore", str(backup), "--into", str(new.data), expect=2)
    assert os.listdir(new.data) == ["catatan.txt"]


def test_a_backup_never_replaces_another(installation: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert "sudah ada" in installation.run("backup", "--out", str(backup), expect=2)
    assert backup.read_bytes() == before


@pytest.mark.parametrize("damage", ["flipped", "cut", "foreign"])
def test_a_damaged_backup_is_refused_before_anything_is_written(
    installation: Installation, backup: Path, tmp_path: Path, damage: str
) -> None:
    bad = tmp_path / "rusak.suluh"
    content = bytearray(backup.read_bytes())
    if damage == "flipped":
        place = content.index(PRIVATE)
        content[place] ^= 1
    elif damage == "cut":
        content = content[: len(content) // 2]
    else:
        shutil.copy(backup, bad)
        with zipfile.ZipFile(bad, "a") as archive:
            archive.writestr("files/selundupan.txt", "x")
        content = bytearray(bad.read_bytes())
    bad.write_bytes(content)
    new = restored(installation, tmp_path)
    new.run("restore", str(bad), "--into", str(new.data), expect=1)
    assert not new.data.exists()


@pytest.mark.parametrize(
    "name", ["files//etc/cron.d/x", "files/../../x", "/etc/x", "files/./../x", "../x", "x", "files/a//b", "files/"]
)
def test_a_manifest_that_was_made_to_write_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    parts = (Part(name=name, size=1, sha256=hashlib.sha256(b"x").hexdigest()),)
    made = Manifest("0.3.0", 18, "2026-01-01", "Arunika", parts, DatabaseFacts({}, 0, ""))
    file = tmp_path / "jahat.suluh"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", made.to_json())
        archive.writestr(zipfile.ZipInfo(name), "x")

    with pytest.raises(BackupDamaged, match="tidak sah"):
        backup_check(file)


def _manifest(backup: Path) -> dict[str, dict[str, dict[str, dict[str, int]]]]:
    with zipfile.ZipFile(backup) as archive:
        content: dict[str, dict[str, dict[str, dict[str, int]]]] = json.loads(archive.read("manifest.json"))
    return content
