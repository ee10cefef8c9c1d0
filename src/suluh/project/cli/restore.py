"""`suluh restore`: a backup into a new, empty place, proved to be what was saved."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="Berkas cadangan.")],
    into: Annotated[Path, typer.Option("--into", help="Folder data baru; belum ada atau kosong.")],
) -> None:
    """Restore a backup. With DATABASE_URL the database goes there, and must be empty; the files go into the folder."""
    os.umask(0o077)
    from suluh.project.backup.manifest import BackupDamaged
    from suluh.project.backup.read import TargetNotEmpty, backup_check, backup_restore
    from suluh.project.startup import end_with, start_django

    target = into.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        end_with(f"{target} tidak kosong; pulihkan ke folder baru.", 2)
    try:
        manifest = backup_check(file)
    except (BackupDamaged, OSError) as error:
        end_with(str(error))
    os.environ["SULUH_DATA"] = str(target)
    start_django(create=True)
    from suluh.project.backup.address import current_address
    from suluh.project.config import config
    from suluh.project.database import DatabaseError

    try:
        backup_restore(file=file, manifest=manifest, address=current_address(config().pg_bin), files=target / "files")
    except (BackupDamaged, TargetNotEmpty, DatabaseError, OSError) as error:
        end_with(str(error))
    rows = sum(table.rows for table in manifest.facts.tables.values())
    sys.stderr.write(
        f"Dipulihkan ke {target}: {len(manifest.facts.tables)} tabel, {rows} baris, {len(manifest.parts) - 1} berkas, "
        f"sama dengan cadangan tanggal {manifest.made_at}.\n"
        f"Jalankan dengan SULUH_DATA={target} dan SULUH_KEYS menunjuk salinan folder kunci, lalu 'suluh upgrade'.\n"
    )
