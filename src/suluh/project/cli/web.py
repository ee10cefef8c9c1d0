"""`suluh web`: the web part alone."""

from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def web(
    port: Annotated[int | None, typer.Option("--port", help="Porta; bawaan dari SULUH_PORT.")] = None,
) -> None:
    """Serve the pages until Ctrl-C or SIGTERM."""
    from suluh.project.config import config
    from suluh.project.startup import require_schema, start_django
    from suluh.project.supervision.lifeline import follow_parent

    follow_parent()
    start_django()
    require_schema()
    from django.db import connection

    from suluh.project.web import Web

    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # a pool does not survive the fork of a web process
    settings = config()
    Web(settings if port is None else settings.model_copy(update={"port": port})).run()
