"""`suluh sweep`, `recap` and `audit verify` answer as the contract says."""

import json
from importlib import import_module

import openpyxl
import pytest
from django.db import connection
from django.utils import timezone
from typer.testing import CliRunner

from suluh.law.kinds import UnitKind
from suluh.organization.models import Site
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sealing import seal_pending
from suluh.organization.services.units import unit_retire
from tests.support.regency import unit_make


@pytest.fixture
def suluh(db, monkeypatch):
    """Call a command inside the test's database."""
    monkeypatch.setattr("suluh.project.startup.start_django", lambda: None)
    monkeypatch.setattr("suluh.project.startup.require_schema", lambda: None)

    def call(command: str, *words: str):
        return CliRunner().invoke(import_module(f"suluh.project.cli.{command}").app, words)

    return call


@pytest.fixture
def office(db):
    unit = unit_make("Dinas Sosial", UnitKind.OPD, unit_make("Kabupaten Arunika", UnitKind.MAIN, None))
    Site.objects.create(unit=unit, url="http://127.0.0.1:9/", host="127.0.0.1:9", active=False)
    return unit


def test_a_sweep_ends_with_one_line_of_counts(transactional_db, suluh, office):
    done = suluh("sweep", "--json")

    line = json.loads(done.stdout.splitlines()[-1])
    assert (done.exit_code, [*line]) == (0, ["sweep", "sites", "alive", "dead", "requests", "seconds"])
    assert (line["sites"], line["alive"], line["dead"]) == (0, 0, 0)


def test_a_sweep_of_a_unit_that_nobody_knows_is_bad_usage_and_starts_nothing(suluh, office):
    refused = suluh("sweep", "--units", "tidak-ada", "--json")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "tidak-ada" in refused.stderr


def test_a_recap_is_written_in_its_layout(suluh, office, tmp_path):
    written = tmp_path / "rekap.xlsx"

    assert suluh("recap", "--month", "2026-04", "--out", str(written)).exit_code == 0
    cells = [cell for row in openpyxl.load_workbook(written).active.iter_rows(values_only=True) for cell in row]
    assert {"NAMA SKPD", "ALAMAT WEBSITE", "Dinas Sosial"} <= set(cells)


@pytest.mark.parametrize(("month", "out"), [("2026-13", "rekap.xlsx"), ("2026-04", "tidak-ada/rekap.xlsx")])
def test_a_month_that_is_none_and_a_folder_that_is_not_there_are_bad_usage(suluh, tmp_path, month, out):
    refused = suluh("recap", "--month", month, "--out", str(tmp_path / out))

    assert refused.exit_code == 2
    assert "Traceback" not in refused.stderr


def test_a_sealed_trail_is_in_order_and_a_changed_one_ends_the_command_with_one(suluh, office):
    unit_retire(unit=office, day=timezone.localdate(), by=OPERATOR)
    while seal_pending():
        pass
    sound = suluh("audit", "verify", "--json")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE organization_event DISABLE TRIGGER organization_event_keep")
        cursor.execute("UPDATE organization_event SET code = 'unit.added'")
        cursor.execute("ALTER TABLE organization_event ENABLE TRIGGER organization_event_keep")
    changed = suluh("audit", "verify", "--json")

    line = json.loads(sound.stdout)
    assert {"events", "sealed", "forks", "gaps", "tail_seconds", "ok"} <= line.keys()
    assert (sound.exit_code, line["ok"], line["events"] > 0) == (0, True, True)
    assert (changed.exit_code, json.loads(changed.stdout)["ok"]) == (1, False)
