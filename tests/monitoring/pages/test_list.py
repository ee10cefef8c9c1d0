"""The list of units: pages by keyset, filters, search, only comparable units compared."""

from __future__ import annotations

import re

import pytest

from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.selectors.unit_list import ListQuery, unit_list
from tests.support.regency import regency_make

SORTS = ("minggu", "nama", "terbit", "butir")


@pytest.mark.parametrize("sort", SORTS)
def test_walking_the_pages_meets_every_unit_once_and_in_order(db, sort):
    regency = regency_make(offices=3, districts=2, villages=14)
    whole = [row.id for row in unit_list(regency.coordinator, ListQuery(sort=sort, size=500)).rows]
    walked: list[int] = []
    after = ""
    while True:
        page = unit_list(regency.coordinator, ListQuery(sort=sort, size=10, after=after))
        walked += [row.id for row in page.rows]
        after = page.next_page
        if not after:
            break

    assert len(whole) > 20
    assert walked == whole


def test_a_broken_cursor_means_the_first_page(regency):
    first = unit_list(regency.coordinator, ListQuery()).rows

    assert unit_list(regency.coordinator, ListQuery(after="%%%")).rows == first


def test_too_little_data_is_apart_and_never_ordered(regency):
    page = unit_list(regency.coordinator, ListQuery(size=500))

    assert page.young
    assert all(row.watched_weeks >= 8 for row in page.rows)
    assert all(row.watched_weeks < 8 for row in page.young)


def test_search_finds_name_and_address(board):
    by_name = board.get("/unit/?q=kesehatan").content.decode()
    by_host = board.get("/unit/?q=kesehatan.arunika").content.decode()

    assert "Dinas Kesehatan" in by_name
    assert "Dinas Kesehatan" in by_host
    assert "Dinas Pendidikan" not in by_name


def test_the_filter_of_attention_shows_only_what_needs_it(regency):
    rows = unit_list(regency.coordinator, ListQuery(chosen="perhatian", size=500)).rows

    assert rows
    assert {row.worst for row in rows} <= {"infected", "dead", "cert-expired"}


def test_an_officer_sees_the_own_unit_alone(officer, regency):
    page = officer.get("/unit/").content.decode()

    assert regency.units[0].name in page
    assert regency.units[1].name not in page


def test_units_of_two_kinds_are_not_compared(board, regency):
    office, village = regency.units[0], next(unit for unit in regency.units if unit.kind == "desa")
    answer = board.get(f"/unit/banding/?u={office.pk}&u={village.pk}", follow=True)

    assert "Unit hanya dibandingkan dengan yang sejenis." in answer.content.decode()


def test_the_median_row_stands_between_those_above_and_below(board):
    page = board.get("/unit/?jenis=opd").content.decode()
    counts = [int(found) for found in re.findall(r'data-l="Minggu aktif"><b>(\d+)</b>', page)]

    assert counts == sorted(counts, reverse=True)


def test_the_list_counts_the_same_units_as_the_overview(regency):
    board = overview(regency.coordinator)
    everything = unit_list(regency.coordinator, ListQuery(size=500))
    filtered = unit_list(regency.coordinator, ListQuery(size=500, chosen="minggu"))

    assert board is not None
    assert everything.size == board.total
    assert regency.root.pk not in {row.id for row in [*everything.rows, *everything.young, *everything.siteless]}
    assert filtered.filters["minggu"] == board.figures[0].number


def test_the_government_s_own_site_has_a_tab_and_is_found_by_its_name(regency):
    own = unit_list(regency.coordinator, ListQuery(kind="main"))
    sought = unit_list(regency.coordinator, ListQuery(words="pemerintah kabupaten"))

    assert [row.id for row in [*own.rows, *own.young, *own.siteless]] == [regency.root.pk]
    assert regency.root.pk in {row.id for row in [*sought.rows, *sought.young, *sought.siteless]}
