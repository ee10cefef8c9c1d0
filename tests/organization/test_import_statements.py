"""An import writes sets, so that three hundred units cost hardly more statements than twelve."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suluh.organization.importing.reading import read_units
from suluh.organization.models import Event, Site, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.imports import import_units
from tests.wild_recap import RecapTab, recap_workbook

pytestmark = pytest.mark.django_db


def statements(number: int, offset: int) -> int:
    """Statements that an import of so many new units takes."""
    rows = [
        [f"Kelurahan Nomor {offset + n}", f"http://k{offset + n}.arunika.example", n % 9, *["Ada"] * 5, None]
        for n in range(number)
    ]
    sheet = recap_workbook([RecapTab("APRIL", "REKAP WEBSITE SKPD APRIL 2026", ("APRIL",), rows)])
    reading = read_units(sheet, file_name="rekap.xlsx")
    with CaptureQueriesContext(connection) as made:
        import_units(reading=reading, by=OPERATOR)
    return len(made)


def test_many_units_take_the_statements_of_few():
    statements(1, 0)  # makes the government and its root
    few, many = statements(30, 100), statements(150, 1000)

    assert many == few
    assert Unit.objects.filter(kind="kelurahan").count() == Site.objects.count() == 181


def test_every_unit_and_site_still_has_its_own_event():
    statements(40, 0)

    events = Event.objects.filter(code__in=["unit.added", "site.added"]).exclude(unit__parent=None)
    assert events.filter(code="unit.added").values("unit_id").distinct().count() == 40
    assert events.filter(code="site.added").values("unit_id").distinct().count() == 40
    assert {event.subject for event in events.filter(code="unit.added")} == {
        f"unit:{pk}" for pk in Unit.objects.exclude(parent=None).values_list("pk", flat=True)
    }


def test_units_of_one_name_in_one_sheet_and_in_the_register_get_slugs_of_their_own():
    statements(25, 0)
    statements(25, 500)

    slugs = list(Unit.objects.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) == 51
