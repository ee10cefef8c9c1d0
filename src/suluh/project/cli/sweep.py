"""`suluh sweep`: visit the registered sites now, in this process, with a progress bar."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from suluh.monitoring.models import Sweep

app = typer.Typer(add_completion=False)


@app.command()
def sweep(
    units: Annotated[list[str] | None, typer.Option("--units", help="Slug unit; boleh diulang. Kosong: semua.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil akhir sebagai satu baris JSON.")] = False,
) -> None:
    """Visit the sites of the chosen units, or of all, and wait for second tries."""
    from suluh.project.startup import require_schema, start_django

    start_django()
    require_schema()
    from suluh.monitoring.models import Sweep
    from suluh.monitoring.services.sweeps import sweep_start
    from suluh.organization.models import Site

    sites = Site.objects.all()
    if units:
        known = set(sites.filter(unit__slug__in=units).values_list("unit__slug", flat=True))
        missing = sorted(set(units) - known)
        if missing:
            sys.stderr.write(f"Unit tanpa situs atau tidak dikenal: {', '.join(missing)}\n")
            raise SystemExit(2)
        sites = sites.filter(unit__slug__in=units)
    done = run_to_end(sweep_start(sites=sites, cause=Sweep.Cause.COMMAND), quiet=as_json)
    line = _summary(done)
    if as_json:
        sys.stdout.write(json.dumps(line) + "\n")
    else:
        sys.stderr.write(
            f"Sapuan {line['sweep']} selesai: {line['alive']} situs hidup, {line['dead']} mati, "
            f"{line['requests']} permintaan dalam {line['seconds']} detik.\n"
        )


def run_to_end(started: "Sweep", *, quiet: bool = False) -> "Sweep":
    """Visit everything of a sweep here, showing progress on stderr, and close it."""
    from django.utils import timezone
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from suluh.monitoring.services.after import sweep_wrap_up
    from suluh.monitoring.services.crawl import sweep_run
    from suluh.monitoring.services.sweeps import sweep_finish_if_done

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as bar:
        row = bar.add_task(f"Sapuan {started.pk}", total=started.sites)
        sweep_run(sweep_id=started.pk, patient=True, progress=lambda count: bar.advance(row, count))
        if sweep_finish_if_done(sweep_id=started.pk, at=timezone.now()):
            sweep_wrap_up(sweep_id=started.pk)
    started.refresh_from_db()
    return started


def _summary(done: "Sweep") -> dict[str, int | float]:
    seconds = (done.finished_at - done.started_at).total_seconds() if done.finished_at else 0.0
    return {
        "sweep": done.pk,
        "sites": done.sites,
        "alive": done.alive,
        "dead": done.dead,
        "requests": done.requests,
        "seconds": round(seconds, 1),
    }
