"""`suluh worker`: a worker alone; start as many as the work needs, on as many hosts."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def worker() -> None:
    """Run jobs until Ctrl-C or SIGTERM."""
    from suluh.project.startup import require_schema, start_django
    from suluh.project.supervision.lifeline import follow_parent

    follow_parent()
    start_django()
    require_schema()
    from procrastinate.contrib.django import app as jobs

    from suluh.channels.tasks import channels_wake
    from suluh.newsroom.services.publications import publications_renew
    from suluh.organization.services.sealing import seal_pending
    from suluh.project.config import config
    from suluh.project.worker import run_worker

    run_worker(jobs, silence=config().worker_silence, beats=(seal_pending, channels_wake, publications_renew))
