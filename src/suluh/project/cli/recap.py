"""`suluh recap`: the recap of a month as a sheet, in the layout that the offices use."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def recap(
    month: Annotated[str, typer.Option("--month", help="Bulan, YYYY-MM.")],
    out: Annotated[Path, typer.Option("--out", help="Berkas XLSX yang ditulis.")],
) -> None:
    """Write the recap of one month."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        sys.stderr.write("Tulis bulan sebagai YYYY-MM, misalnya 2026-04.\n")
        raise SystemExit(2)
    if not out.absolute().parent.is_dir():
        sys.stderr.write(f"suluh: folder {out.absolute().parent} tidak ada.\n")
        raise SystemExit(2)
    from suluh.project.startup import require_schema, start_django

    start_django()
    require_schema()
    from suluh.monitoring.reports.recap_sheet import recap_sheet
    from suluh.monitoring.services.recaps import recap_rows
    from suluh.organization.models import Unit

    first = date.fromisoformat(f"{month}-01")
    rows = recap_rows(month=first, units=Unit.objects.filter(active_until__isnull=True).exclude(kind="main"))
    out.write_bytes(recap_sheet(month=first, rows=rows))
    sys.stderr.write(f"Rekap {month}: {len(rows)} unit ditulis ke {out}.\n")
