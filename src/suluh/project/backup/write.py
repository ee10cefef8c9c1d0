"""Writing a backup: dump, private files and facts of one and the same moment."""

import hashlib
import os
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from psycopg import IsolationLevel

from .address import Address
from .facts import PASSING_TABLES, database_facts
from .manifest import DUMP, FILES, MANIFEST, Manifest, Part, chunks

GOVERNMENT = "SELECT name FROM organization_government"


def backup_write(*, address: Address, files: Path, out: Path) -> Manifest:
    """Write the backup to `out`, which appears only when it is complete, readable by this account alone.

    Raises:
        FileExistsError: `out` is there already; a backup never replaces another.
    """
    if out.exists():
        raise FileExistsError(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f".{out.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".suluh-") as room:
            manifest = _write(address, files, unfinished, Path(room) / DUMP)
        os.replace(unfinished, out)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _write(address: Address, files: Path, unfinished: Path, dump: Path) -> Manifest:
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with (
        address.connect() as connection,
        os.fdopen(handle, "wb") as stream,
        ZipFile(stream, "w", ZIP_STORED) as archive,
    ):
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert snapshot is not None
        passing = [f"--exclude-table-data={name}" for name in sorted(PASSING_TABLES)]
        address.run("pg_dump", "--format=custom", f"--snapshot={snapshot[0]}", "--no-owner", "--no-privileges",
                    f"--file={dump}", *passing)  # fmt: skip
        parts = [_add(archive, dump, DUMP), *_add_files(archive, files)]
        government = connection.execute(GOVERNMENT).fetchone()
        manifest = Manifest(
            suluh=version("suluh"),
            postgresql=connection.info.server_version // 10000,
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            government=government[0] if government else "",
            parts=tuple(parts),
            facts=database_facts(connection),
        )
        archive.writestr(MANIFEST, manifest.to_json())
    return manifest


def _add_files(archive: ZipFile, folder: Path) -> list[Part]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [_add(archive, path, f"{FILES}{path.relative_to(folder).as_posix()}") for path in found]


def _add(archive: ZipFile, path: Path, name: str) -> Part:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        for piece in chunks(source):
            target.write(piece)
            digest.update(piece)
            size += len(piece)
    return Part(name, size, digest.hexdigest())
