"""`suluh import`: units and typed months from a sheet."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from suluh.organization.importing.plan import Plan

app = typer.Typer(add_completion=False)


@app.callback()
def import_() -> None:
    """Import from sheets. Only `units` so far."""


@app.command()
def units(
    file: Annotated[Path, typer.Argument(help="Berkas .xlsx atau .csv: templat Suluh atau rekap bulanan.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tunjukkan saja, jangan ubah apa pun.")] = False,
    skip_errors: Annotated[bool, typer.Option("--skip-errors", help="Tinggalkan baris yang salah.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil akhir sebagai satu baris JSON.")] = False,
) -> None:
    """Bring units, their sites and their typed months into the register: all of the sheet or nothing."""
    if not file.is_file():
        sys.stderr.write(f"suluh: berkas {file} tidak ditemukan.\n")
        raise SystemExit(2)
    from suluh.project.startup import require_schema, start_django

    start_django()
    require_schema()
    plan, applied = _import(file, dry_run=dry_run, skip_errors=skip_errors)
    refused = bool(plan.errors) and not skip_errors
    if as_json:
        line = plan.as_dict(applied=applied)
        if refused and not dry_run:
            nothing = {"added": 0, "changed": 0, "unchanged": 0}
            line |= {**nothing, "months": nothing}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    else:
        _tell(plan, applied=applied, refused=refused)
    if refused:
        raise SystemExit(1)


def _import(file: Path, *, dry_run: bool, skip_errors: bool) -> "tuple[Plan, bool]":
    from suluh.organization.importing.reading import read_units
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.import_plan import import_plan
    from suluh.organization.services.imports import ImportRefused, import_units
    from suluh.organization.services.sealing import seal_pending

    reading = read_units(file)
    if dry_run:
        return import_plan(reading), False
    try:
        plan = import_units(reading=reading, by=OPERATOR, skip_errors=skip_errors)
    except ImportRefused as refused:
        return refused.plan, False
    while seal_pending():
        pass
    return plan, True


def _tell(plan: "Plan", *, applied: bool, refused: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from suluh.organization.importing.plan import Fate

    console = Console(stderr=True)
    for warning in plan.warnings:
        console.print(f"Perhatian: {warning}", markup=False)
    if plan.errors:
        table = Table("Lembar", "Baris", "Kolom", "Yang salah")
        for fault in plan.errors:
            # names and cells are anybody's words: a bracket in them is no mark-up
            table.add_row(*map(Text, (fault.sheet, str(fault.row or ""), fault.column or "", fault.message)))
        console.print(table)
    counts = (
        f"{plan.rows} baris, {plan.units} unit: {plan.count(Fate.ADDED)} baru, "
        f"{plan.count(Fate.CHANGED)} berubah, {plan.count(Fate.UNCHANGED)} tetap."
    )
    console.print(counts)
    if refused:
        console.print(
            "Tidak ada yang diubah. Perbaiki lembarnya, atau jalankan lagi dengan --skip-errors untuk meninggalkan "
            f"{plan.left_out} baris yang salah.",
            markup=False,
        )
    elif not applied:
        console.print("Percobaan saja; tidak ada yang diubah.")
