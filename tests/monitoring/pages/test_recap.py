"""The recap of a month, page by page."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from suluh.monitoring.selectors import months

NUMBER = re.compile(r'<td class="r muted">(\d+)</td>')


@pytest.fixture
def ten_a_page(monkeypatch):
    monkeypatch.setattr(months, "PAGE", 10)


def numbers(client, page: str) -> list[int]:
    content = client.get(reverse("monitoring:recap", args=["2026-01"]) + page).content.decode()
    return [int(found) for found in NUMBER.findall(content)]


@pytest.mark.usefixtures("ten_a_page")
def test_the_numbers_run_on_from_page_to_page(board, regency):
    assert numbers(board, "") == list(range(1, 11))
    assert numbers(board, "?hal=2") == list(range(11, min(len(regency.units), 20) + 1))


@pytest.mark.usefixtures("ten_a_page")
def test_a_page_beyond_the_last_is_the_last(board, regency):
    last = numbers(board, "?hal=999")

    assert last[-1] == len(regency.units)


@pytest.mark.usefixtures("ten_a_page")
def test_the_sentence_counts_all_units_and_not_those_of_the_page(board, regency):
    first = months.month_page(regency.coordinator, date(2026, 1, 1), 1)
    second = months.month_page(regency.coordinator, date(2026, 1, 1), 2)

    assert (first.updated, first.recorded, len(first.rows)) == (second.updated, second.recorded, len(regency.units))


def test_a_short_recap_has_no_page_numbers(board):
    assert "?hal=" not in board.get(reverse("monitoring:recap", args=["2026-01"])).content.decode()


@pytest.mark.parametrize("month", ["0000-01", "0001-01", "1999-12", "9999-12", "2026-13"])
def test_a_month_that_no_recap_can_have_is_no_page(board, month):
    assert board.get(f"/rekap/{month}/").status_code == 404


def test_a_month_that_nobody_recorded_says_so_instead_of_none_of_none(board):
    content = board.get(reverse("monitoring:recap", args=["2026-01"])).content.decode()

    assert "Belum ada catatan untuk Januari 2026" in content
    assert "0 dari 0" not in content
