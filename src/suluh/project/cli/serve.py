"""`suluh serve`: database, web and workers in one process tree, for one machine."""

import logging.config
import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def serve(
    port: Annotated[int | None, typer.Option("--port", help="Porta; bawaan dari SULUH_PORT.")] = None,
    workers: Annotated[int | None, typer.Option("--workers", help="Jumlah proses pekerja.")] = None,
) -> None:
    """Run everything until Ctrl-C or SIGTERM; whatever falls is started again."""
    from suluh.project.config import config
    from suluh.project.log import logging_settings
    from suluh.project.startup import open_database
    from suluh.project.supervision.child import Child
    from suluh.project.supervision.lifeline import follow_parent
    from suluh.project.supervision.tree import Tree

    follow_parent()
    logging.config.dictConfig(logging_settings(config().log_level.upper()))
    database = open_database(must_own=True)
    chosen = port or config().port
    children = [Child("web", ["web", "--port", str(chosen)])]
    children += [Child(f"worker {n + 1}", ["worker"]) for n in range(workers or config().workers)]
    sys.stderr.write(f"Suluh berjalan di {config().base_url or f'http://localhost:{chosen}'}. Ctrl-C untuk berhenti.\n")

    def tend_database() -> None:
        if database is not None and database.failed():
            database.open(must_own=True)

    code = Tree(children, tend_database).run()
    if database is not None:
        database.close()
    raise SystemExit(code)
