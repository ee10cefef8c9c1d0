"""Monitoring of each PPID Pelaksana: figures with their rows, for those who lead and for the unit itself."""

import io
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from suluh.disclosure.models import Assignment, InformationRequest, Item, Objection
from suluh.disclosure.selectors.pelaksana import standings
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.units import unit_add
from suluh.organization.sockets.measures import Period, measure_named
from tests.disclosure.asking import running
from tests.disclosure.making import published
from tests.disclosure.test_links import seen_broken

YEAR = timezone.localdate().year


def at(day: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"{day}T10:00"))


def handed(request: InformationRequest, unit: Unit, *, begin: str, due: str, end: str | None) -> Assignment:
    """What a unit was asked to bring between two days."""
    made = Assignment.objects.create(
        request=request, unit=unit, asks="Data", due=due, state="brought" if end else "asked",
        replied_at=at(end) if end else None,
    )  # fmt: skip
    Assignment.objects.filter(pk=made.pk).update(asked_at=at(begin))
    return made


def row_of(person, unit, year=YEAR):
    return next(row for row in standings(person, year) if row.unit == unit)


def shown(person, name, *args):
    client = Client()
    client.force_login(person)
    return client.get(reverse(f"disclosure:{name}", args=args))


def objection(request: InformationRequest, result: str) -> None:
    now = timezone.now()
    Objection.objects.create(
        body=request.body, request=request, applicant=request.applicant, year=YEAR, sequence=request.pk,
        number=f"{request.pk}/KEB", code=f"K{request.pk}", grounds=["a"], details="x", position="y",
        state="answered", received_on=timezone.localdate(now), registered_at=now, result=result, argument="z",
        answered_on=timezone.localdate(now),
    )  # fmt: skip


def test_the_list_of_a_unit_is_counted(world):
    item = published(world.health, world.root, "Laporan kinerja", category="berkala", law_code="B-c")
    day = timezone.localdate() - timedelta(days=200)
    Item.objects.filter(pk=item.pk).update(refreshed_on=day, refresh_due=day + timedelta(days=180))
    seen_broken(published(world.health, world.root, link="https://dinkes.example/a.pdf"))
    row = row_of(world.ppid, world.health)

    assert (row.published, row.overdue, row.broken) == (2, 1, 1)
    assert row.obliged - row.lacking == 2
    assert row.troubled


def test_a_unit_without_anything_lacks_everything_and_is_in_no_trouble(world):
    row = row_of(world.ppid, world.social)

    assert (row.published, row.lacking, row.days, row.troubled) == (0, row.obliged, None, False)


def test_material_is_counted_in_working_days_and_by_its_date(world):
    request = running(world.root, world.service)
    # Friday to Monday is one working day; the second came four working days later, after its date; the third is late
    handed(request, world.health, begin="2026-11-06", due="2026-11-09", end="2026-11-09")
    handed(request, world.health, begin="2026-11-09", due="2026-11-11", end="2026-11-13")
    handed(request, world.health, begin="2026-01-05", due="2026-01-09", end=None)
    row = row_of(world.ppid, world.health, request.year)

    assert (row.asked, row.in_time, row.late, row.days) == (3, 1, 2, 2.5)


def test_objections_that_were_granted_count_for_the_units_that_were_asked(world):
    lost, kept = running(world.root, world.service), running(world.root, world.service)
    for request in (lost, kept):
        handed(request, world.health, begin="2026-11-06", due="2026-11-09", end="2026-11-09")
    objection(lost, "upheld")
    objection(kept, "rejected")

    assert (row_of(world.ppid, world.health).lost, row_of(world.ppid, world.social).lost) == (1, 0)


@pytest.mark.parametrize(
    ("person", "units"),
    [
        ("ppid", {"Pemerintah Kabupaten Arunika", "Dinas Kesehatan", "Dinas Sosial", "Kecamatan Fajar"}),
        ("superior", {"Pemerintah Kabupaten Arunika", "Dinas Kesehatan", "Dinas Sosial", "Kecamatan Fajar"}),
        ("officer", {"Dinas Kesehatan"}),
        ("district_officer", {"Kecamatan Fajar"}),
        ("coordinator", set()),
        ("service", set()),
    ],
)
def test_those_who_lead_see_all_and_a_unit_its_own_row(world, person, units):
    assert {row.unit.name for row in standings(getattr(world, person), YEAR)} == units


def test_the_page_takes_the_same_few_queries_for_any_number_of_units(world):
    client = Client()
    client.force_login(world.ppid)
    client.get(reverse("disclosure:pelaksana"))
    taken = []
    for start, count in ((0, 5), (100, 40)):
        for number in range(start, start + count):
            unit_add(name=f"Dinas {number}", kind=UnitKind.OPD, parent=world.root, by=OPERATOR)
        client.get(reverse("disclosure:pelaksana"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("disclosure:pelaksana"))
        taken.append(len(queries))

    assert taken[0] == taken[1]
    assert taken[1] <= 12


def test_figures_lead_to_their_rows(world):
    request = running(world.root, world.service)
    made = handed(request, world.health, begin="2026-11-06", due="2026-11-09", end="2026-11-09")
    published(world.health, world.root)
    board = shown(world.ppid, "pelaksana").content.decode()
    rows = shown(world.ppid, "pelaksana-unit", world.health.slug).content.decode()

    assert f"{reverse('disclosure:public-list')}?unit={world.health.slug}" in board
    assert reverse("disclosure:duty-list", args=[world.health.slug]) in board
    assert reverse("disclosure:assignment", args=[made.pk]) in rows
    assert "Pemohon Satu" not in rows


def test_the_sheet_holds_a_row_a_unit(world):
    book = load_workbook(io.BytesIO(shown(world.ppid, "pelaksana-sheet").content))
    rows = list(book.worksheets[0].values)

    assert len(rows) == 1 + len(standings(world.ppid, YEAR))
    assert rows[0][0] == "Unit"


def test_measures_tell_good_and_observed(world):
    published(world.health, world.root, "Laporan kinerja", category="berkala", law_code="B-c")
    request = running(world.root, world.service)
    handed(request, world.health, begin="2026-11-06", due="2026-11-09", end="2026-11-10")
    period = Period(timezone.localdate() - timedelta(days=365), timezone.localdate())
    told = {
        code: (value.good, value.observed)
        for code in ("ppid.items-listed", "ppid.items-fresh", "ppid.brought-in-time")
        for value in [measure_named(code)([world.health], period)[world.health.pk]]
    }

    assert told["ppid.items-listed"][0] == 1
    assert (told["ppid.items-fresh"], told["ppid.brought-in-time"]) == ((1, 1), (0, 1))
    assert measure_named("ppid.links-open")([world.health], period) == {}


def test_the_page_of_a_unit_shows_its_measures_and_leads_those_who_may_to_the_rows(world):
    published(world.health, world.root, "Laporan kinerja", category="berkala", law_code="B-c")
    request = running(world.root, world.service)
    handed(request, world.health, begin="2026-11-06", due="2026-11-09", end="2026-11-09")
    pages = {}
    for name in ("ppid", "coordinator"):
        client = Client()
        client.force_login(getattr(world, name))
        pages[name] = client.get(reverse("monitoring:unit", args=[world.health.slug])).content.decode()
    rows = f"{reverse('disclosure:pelaksana-unit', args=[world.health.slug])}#diminta"

    assert all("Butir wajib pada daftar informasi publik" in page for page in pages.values())
    assert all(reverse("disclosure:duty-list", args=[world.health.slug]) in page for page in pages.values())
    assert (rows in pages["ppid"], rows in pages["coordinator"]) == (True, False)
    assert "Bahan dibawa tepat waktu" in pages["coordinator"]
