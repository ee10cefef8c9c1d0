"""`suluh backup`: one file with the database and the private files; the keys are never inside."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def backup(
    out: Annotated[Path, typer.Option("--out", help="Berkas cadangan yang ditulis; belum boleh ada.")],
) -> None:
    """Write a backup while everything keeps running."""
    from suluh.project.startup import end_with, require_schema, start_django

    start_django()
    require_schema()
    from suluh.project.backup.address import current_address
    from suluh.project.backup.write import backup_write
    from suluh.project.config import config
    from suluh.project.database import DatabaseError
    from suluh.project.keys import key_folder

    settings = config()
    try:
        manifest = backup_write(
            address=current_address(settings.pg_bin), files=settings.data.resolve() / "files", out=out.resolve()
        )
    except FileExistsError:
        end_with(f"{out} sudah ada; cadangan tidak pernah menimpa cadangan lain.", 2)
    except (DatabaseError, OSError) as error:
        end_with(str(error))
    rows = sum(table.rows for table in manifest.facts.tables.values())
    sys.stderr.write(
        f"Cadangan {out}: {len(manifest.facts.tables)} tabel, {rows} baris, {len(manifest.parts) - 1} berkas; "
        f"rantai audit sampai {manifest.facts.chain_seq} ({manifest.facts.chain_digest[:12]}).\n"
        f"Kunci di {key_folder(settings)} tidak ikut; simpan salinannya di tempat lain.\n"
    )
