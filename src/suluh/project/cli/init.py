"""`suluh init`: folders, keys, database and the first administrator. Safe to run again."""

import os
import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def init(
    admin: Annotated[str, typer.Option("--admin", help="Alamat surel administrator pertama.")] = "admin@suluh.example",
    name: Annotated[str, typer.Option("--name", help="Nama administrator pertama.")] = "Administrator",
    government: Annotated[
        str, typer.Option("--government", help="Nama pemerintah daerah, misalnya 'Kabupaten Arunika'.")
    ] = "Pemerintah Daerah",
) -> None:
    """Prepare this installation; what is there already stays as it is."""
    os.umask(0o077)
    from suluh.project.config import config
    from suluh.project.keys import key_folder, keys_create
    from suluh.project.startup import start_django

    settings = config()
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = keys_create(settings)
    start_django(create=True)
    from suluh.project.installation import has_administrator, installation_begin
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    say = sys.stdout.write
    say(f"Folder data: {settings.data.resolve()}\n")
    say(f"Folder kunci: {key_folder(settings)}\n")
    if made:
        say("Simpan salinan folder kunci di tempat lain: cadangan tidak memuatnya.\n")
    if has_administrator():
        say("Administrator sudah ada.\n")
        return
    first = installation_begin(government=government, email=admin, name=name)
    say(f"Administrator: {first.email}\nKata sandi awal: {first.password}\n")
    say("Kata sandi ini hanya ditampilkan sekali dan harus diganti saat pertama kali masuk.\n")
    say("Lanjutkan dengan 'suluh serve'.\n")
