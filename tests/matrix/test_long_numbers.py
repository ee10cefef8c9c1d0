"""Numbers that no column holds and Python itself does not read, in addresses that carry keys: no page breaks."""

import inspect
import re

import pytest

from tests.matrix.routes import SEEN, Route, all_routes
from tests.matrix.test_matrix import addresses, answer_with

NINES = "9" * 5_000
FORMS = {
    "alone": NINES,
    "beyond a short column": "9" * 18,
    "behind a day": f"2026-01-01|{NINES}",
    "behind a moment": f"2026-01-01T00:00:00+00:00|{NINES}",
    "behind a promise": f"2026-01-01T00:00:00+00:00~{NINES}",
    "of another script": "٣" * 30,
}
NAMES = ("setelah", "sesudah", "sebelum", "hal", "n", "u", "unit", "butir", "badan", "tahun", "pindah", "dari", "ke")
"""Parameters that carry keys, years and counts."""
READS = re.compile(r"request\.GET|\b_\w+\(request\)")
"""A view that reads its address itself, or has a function beside it do so."""


def reading() -> list[tuple[Route, str]]:
    """A line for each address whose view reads its parameters, and a role that it answers."""
    views = {name: inspect.unwrap(entry.callback) for name, entry in addresses() if entry.name}
    sources = {name: inspect.getsource(view) for name, view in views.items() if inspect.isfunction(view)}
    names = {name for name, source in sources.items() if READS.search(source)}
    lines = {
        route.name: route
        for route in all_routes()
        if route.name in names and route.method == "get" and SEEN in route.table.values()
    }
    return [(route, next(role for role, status in route.table.items() if status == SEEN)) for route in lines.values()]


@pytest.mark.parametrize("form", FORMS)
def test_no_page_breaks_on_a_number_of_any_length(form, opened):
    more = dict.fromkeys(NAMES, FORMS[form])
    broken = [route.name for route, role in reading() if answer_with(route, opened, role, more) >= 500]
    assert broken == []
