import json

import pytest
from typer.testing import CliRunner

from suluh.monitoring.models import MonthRecord
from suluh.organization.models import Event, Site, Unit
from suluh.project.cli import import_
from tests.wild_recap import RecapTab, recap_workbook

ADA = ["Ada", "ada", "✔", "-", None]


@pytest.fixture
def suluh(db, monkeypatch):
    """Call the command inside the test's database."""
    monkeypatch.setattr("suluh.project.startup.start_django", lambda: None)
    monkeypatch.setattr("suluh.project.startup.require_schema", lambda: None)

    def call(*words: str):
        result = CliRunner().invoke(import_.app, ["units", *words, "--json"])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        lines = result.stdout.strip().splitlines()
        return result.exit_code, json.loads(lines[-1]) if lines else None

    return call


def workbook(*extra, number=12) -> bytes:
    rows = [[f"Dinas Urusan {chr(65 + n)}", f"http://d{n}.arunika.example", n, *ADA, None] for n in range(number)]
    return recap_workbook(
        [
            RecapTab("APRIL", "REKAP WEBSITE SKPD APRIL 2026", ("APRIL",), [*rows, *extra]),
            RecapTab("DESEMBER", "REKAP WEBSITE SKPD JANUARI 2026", ("JANUARI",), rows),
        ]
    )


@pytest.fixture
def sheet(tmp_path):
    """Write a workbook and give its path."""

    def write(content: bytes, name: str = "rekap.xlsx") -> str:
        (tmp_path / name).write_bytes(content)
        return str(tmp_path / name)

    return write


def test_the_first_import_adds_units_sites_and_months(suluh, sheet):
    code, line = suluh(sheet(workbook()))
    assert code == 0
    assert (line["rows"], line["units"], line["added"], line["changed"], line["unchanged"]) == (24, 12, 12, 0, 0)
    assert line["errors"] == []
    assert any("DESEMBER" in warning for warning in line["warnings"])
    assert Unit.objects.filter(kind="opd").count() == 12
    assert Site.objects.filter(url__startswith="http://").count() == 12
    assert MonthRecord.objects.count() == 24


def test_the_second_import_changes_nothing_and_says_so(suluh, sheet):
    path = sheet(workbook())
    suluh(path)
    events = Event.objects.count()
    code, line = suluh(path)
    assert (code, line["added"], line["changed"], line["unchanged"]) == (0, 0, 0, 12)
    assert Event.objects.count() == events


def test_a_dry_run_tells_and_changes_nothing(suluh, sheet):
    code, line = suluh(sheet(workbook()), "--dry-run")
    assert (code, line["added"], line["applied"]) == (0, 12, False)
    assert Unit.objects.count() == 0


def test_one_bad_cell_stops_everything_and_is_named(suluh, sheet):
    code, line = suluh(sheet(workbook(["Dinas Salah", "http://salah.example", "banyak", *ADA, None])))
    assert code == 1
    assert [(e["sheet"], e["row"], e["column"]) for e in line["errors"]] == [("APRIL", 19, "D")]
    assert line["added"] == line["months"]["added"] == 0
    assert (line["rows"], line["units"]) == (25, 13)
    assert Unit.objects.count() == MonthRecord.objects.count() == 0


def test_brackets_in_a_cell_are_told_as_they_stand(suluh, sheet):
    path = sheet(workbook(["Dinas Salah", "http://salah.example", "[/b]", *ADA, None]))
    told = CliRunner().invoke(import_.app, ["units", path])

    assert isinstance(told.exception, SystemExit)
    assert "[/b]" in told.stderr


def test_skipping_errors_takes_the_rest(suluh, sheet):
    path = sheet(workbook(["Dinas Salah", "http://salah.example", "banyak", *ADA, None]))
    code, line = suluh(path, "--skip-errors")
    assert (code, line["units"], line["added"], len(line["errors"])) == (0, 13, 12, 1)
    assert not Unit.objects.filter(name="Dinas Salah").exists()


def test_a_month_that_grew_changes_that_unit_alone(suluh, sheet):
    suluh(sheet(workbook()))
    more = recap_workbook(
        [RecapTab("APRIL", "APRIL 2026", ("APRIL",), [["Dinas Urusan A", "http://d0.arunika.example", 9, *ADA, None]])]
    )
    _, line = suluh(sheet(more))
    assert (line["changed"], line["months"]["changed"]) == (1, 1)
    record = MonthRecord.objects.get(unit__name="Dinas Urusan A", month="2026-04-01")
    assert (record.updates, record.telepon) == (9, None)


def test_a_blank_later_on_does_not_erase_what_was_recorded(suluh, sheet):
    suluh(sheet(workbook()))
    blank = recap_workbook(
        [
            RecapTab(
                "APRIL", "APRIL 2026", ("APRIL",), [["Dinas Urusan C", "-", None, "Ada", None, None, None, None, None]]
            )
        ]
    )
    _, line = suluh(sheet(blank))
    assert line["unchanged"] == 1
    assert MonthRecord.objects.get(unit__name="Dinas Urusan C", month="2026-04-01").updates == 2


def test_a_record_tells_the_cell_it_was_read_from(suluh, sheet):
    suluh(sheet(workbook()))
    assert MonthRecord.objects.get(unit__name="Dinas Urusan A", month="2026-01-01").source == "rekap.xlsx, DESEMBER!D7"


def test_no_such_file_is_bad_usage(suluh):
    code, _ = suluh("tidak-ada.xlsx")
    assert code == 2


def test_a_file_that_is_no_sheet_is_one_clear_error(suluh, sheet):
    code, line = suluh(sheet(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "lama.xls"))
    assert code == 1
    assert ".xls" in line["errors"][0]["message"]
