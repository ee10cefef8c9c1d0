"""`suluh audit`: is the chain of events whole?"""

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.callback()
def audit() -> None:
    """Look after the audit trail."""


@app.command()
def verify(
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai satu baris JSON.")] = False,
) -> None:
    """Walk the whole chain and say whether anything was added, lost, reordered or changed; exit 1 when it was."""
    from suluh.project.startup import require_schema, start_django

    start_django()
    require_schema()
    from suluh.organization.services.sealing import chain_verify

    report = chain_verify()
    if as_json:
        sys.stdout.write(json.dumps(report.as_dict()) + "\n")
    else:
        sys.stdout.write(
            f"{report.events} peristiwa, {report.sealed} tersegel; {report.forks} percabangan, {report.gaps} celah, "
            f"{report.altered} diubah, {report.values_altered} rincian diubah; "
            f"belum tersegel sejak {report.tail_seconds:.0f} detik.\n"
            + ("Rantai utuh.\n" if report.ok else "Rantai TIDAK utuh atau penyegel berhenti.\n")
        )
    if not report.ok:
        raise SystemExit(1)
