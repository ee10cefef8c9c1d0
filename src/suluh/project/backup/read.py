"""Reading a backup back: checked whole before anything is written, and compared when it has landed."""

import shutil
import tempfile
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from .address import Address
from .facts import database_facts
from .manifest import DUMP, FILES, MANIFEST, BackupDamaged, Manifest, digest_of


class TargetNotEmpty(Exception):
    """The place to restore into holds something already."""


def backup_check(file: Path) -> Manifest:
    """Read every part and compare it with the manifest.

    Raises:
        BackupDamaged: a part is missing, foreign, changed or would land outside its folder.
    """
    try:
        with ZipFile(file) as archive:
            manifest = Manifest.from_json(archive.read(MANIFEST))
            names = set(archive.namelist()) - {MANIFEST}
            if names != {part.name for part in manifest.parts}:
                raise BackupDamaged("Isi cadangan tidak sama dengan daftar isinya.")
            for part in manifest.parts:
                _require_inside(part.name)
                with archive.open(part.name) as stream:
                    if digest_of(stream) != part.sha256:
                        raise BackupDamaged(f"Bagian {part.name} rusak: jejak SHA-256 tidak cocok.")
    except (BadZipFile, KeyError) as error:
        raise BackupDamaged("Berkas ini bukan cadangan Suluh atau terpotong.") from error
    return manifest


def backup_restore(*, file: Path, manifest: Manifest, address: Address, files: Path) -> None:
    """Bring database and private files back, then prove that they are what was saved.

    Raises:
        TargetNotEmpty: the database has tables already.
        BackupDamaged: what landed differs from what the manifest says.
    """
    with address.connect() as connection:
        if database_facts(connection).tables:
            raise TargetNotEmpty("Basis data tujuan sudah berisi; pulihkan ke tempat yang kosong.")
    with ZipFile(file) as archive, tempfile.TemporaryDirectory(prefix="suluh-") as room:
        dump = Path(archive.extract(DUMP, room))
        address.run("pg_restore", "--no-owner", "--no-privileges", "--no-comments", "--exit-on-error",
                    "--single-transaction", "--dbname", str(address.parameters["dbname"]), dump)  # fmt: skip
        _restore_files(archive, manifest, files)
    with address.connect() as connection:
        connection.execute("ANALYZE")
        different = manifest.facts.differences(database_facts(connection))
    if different:
        raise BackupDamaged(f"Hasil pemulihan berbeda dari cadangan pada: {', '.join(different)}.")


def _restore_files(archive: ZipFile, manifest: Manifest, folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in manifest.parts:
        if not part.name.startswith(FILES):
            continue
        target = folder / part.name.removeprefix(FILES)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.touch(mode=0o600)
        with archive.open(part.name) as source, target.open("wb") as kept:
            shutil.copyfileobj(source, kept)
        with target.open("rb") as kept_again:
            if digest_of(kept_again) != part.sha256:
                raise BackupDamaged(f"Berkas {target} tidak tertulis utuh.")


def _require_inside(name: str) -> None:
    """Refuse a name that lands elsewhere: behind "files//" would begin a path from the root."""
    path = PurePosixPath(name)
    odd = ".." in path.parts or str(path) != name or not path.name
    if odd or not (name == DUMP or name.startswith(FILES)):
        raise BackupDamaged(f"Nama bagian {name} tidak sah.")
