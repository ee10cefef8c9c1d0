"""`suluh serve`: database, web and workers in one process tree, for one machine."""

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
    from suluh.project.startup import require_schema, start_django
    from suluh.project.supervision.child import Child
    from suluh.project.supervision.lifeline import follow_parent
    from suluh.project.supervision.tree import Tree

    follow_parent()
    database = start_django(must_own=True)
    require_schema()
    chosen = port or config().port
    children = [Child("web", ["web", "--port", str(chosen)])]
    children += [Child(f"worker {n + 1}", ["worker"]) for n in range(workers or config().workers)]
    sys.stderr.write(f"Suluh berjalan di {config().base_url or f'http://localhost:{chosen}'}. Ctrl-C untuk berhenti.\n")

    def tend_database() -> None:
        if database is not None and database.failed():
            database.open(must_own=True)

    Tree(children, tend_database).run()
    if database is not None:
        database.close()
