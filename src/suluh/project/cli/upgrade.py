"""`suluh upgrade`: bring the database to this version of the program."""

import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def upgrade(
    check: Annotated[bool, typer.Option("--check", help="Hanya sebut yang belum ada.")] = False,
) -> None:
    """Take every missing step of the schema. Exit code 1 with --check when steps are missing."""
    from suluh.project.startup import end_with, start_django

    start_django()
    from suluh.project.schema import pending_migrations, schema_bring_up, unknown_migrations

    newer = unknown_migrations()
    if newer:
        end_with(
            f"basis data ini sudah dipakai Suluh yang lebih baru (langkah {newer[0]}). "
            "Pasang versi itu, atau pulihkan cadangan lama dengan 'suluh restore'."
        )
    if check:
        missing = pending_migrations()
        sys.stdout.write("".join(f"{step}\n" for step in missing))
        raise SystemExit(1 if missing else 0)
    taken = schema_bring_up()
    sys.stderr.write(f"Skema sudah sesuai versi ini ({len(taken)} langkah baru).\n")
