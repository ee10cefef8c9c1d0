"""The list of units as a page: its sentence, its tabs, chips and addresses."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.kernel.charts.weeks import Week, mondays_until

from .kinds import group_name
from .marks import Standing
from .saying import Link, Piece, say
from .scope import today
from .unit_list import CHIPS, FILTERS, ListQuery, Middle, UnitList
from .units import UnitRow

WORDS = {
    "kind": "jenis",
    "words": "q",
    "chosen": "saring",
    "standing": "keadaan",
    "sort": "urut",
    "weeks": "jangka",
    "size": "n",
}
PLAIN = asdict(ListQuery())


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes one thing of the list."""

    words: str
    count: int | None
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its distance from the group's middle."""

    row: UnitRow
    weeks: list[Week]
    active: int
    apart: int | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything that the template of the list needs."""

    query: ListQuery
    stamp_from: date
    sentence: list[Piece]
    tabs: list[Choice]
    chips: list[Choice]
    spans: list[Choice]
    sorts: dict[str, str]
    above: list[Line]
    below: list[Line]
    middle: Middle | None
    shown: int
    total: int
    following: str
    first: str
    download: str
    young: list[UnitRow]
    siteless: list[UnitRow]
    more_young: Choice | None
    more_siteless: Choice | None
    group: str
    kept: dict[str, str]


def list_page(query: ListQuery, found: UnitList) -> ListPage:
    """Arrange one page of the list."""
    middle = found.middle
    lines = [_line(row, query.weeks, middle) for row in found.rows]
    split = _place_of_middle(lines, query, middle)
    return ListPage(
        query=query,
        stamp_from=mondays_until(today(), query.weeks)[0],
        sentence=_sentence(query, found),
        tabs=_tabs(query, found),
        chips=_chips(query, found),
        spans=[Choice(_("%(n)d weeks") % {"n": n}, None, _address(query, weeks=n), n == query.weeks) for n in (26, 52)],
        sorts={word: _address(query, sort=word) for word in ("minggu", "nama", "terbit", "butir")},
        above=lines[:split],
        below=lines[split:],
        middle=middle,
        shown=len(lines),
        total=found.total,
        following=_address(query, after=found.next_page) if found.next_page else "",
        first=_address(query) if query.after else "",
        download=_address(query, page="monitoring:units_sheet"),
        young=found.young,
        siteless=found.siteless,
        more_young=_more(query, found, "muda", len(found.young)),
        more_siteless=_more(query, found, "tanpa", len(found.siteless)),
        group=group_name(query.kind) if query.kind else _("All units"),
        kept={word: str(value) for word, value in _words(query).items() if word != "q"},
    )


def _more(query: ListQuery, found: UnitList, word: str, shown: int) -> Choice | None:
    """The way to all units that stand apart, when not all are shown."""
    count = found.filters.get(word, 0)
    if not shown or shown >= count or query.words:
        return None
    return Choice(str(FILTERS[word].label), count, _address(query, chosen=word, standing=""), current=False)


def _words(query: ListQuery, **changes: object) -> dict[str, object]:
    values = asdict(query) | {"after": ""} | changes
    kept = {WORDS[name]: value for name, value in values.items() if name in WORDS and value != PLAIN[name]}
    return kept | ({"sesudah": values["after"]} if values["after"] else {})


def _address(query: ListQuery, page: str = "monitoring:units", **changes: object) -> str:
    words = urlencode(_words(query, **changes))
    return reverse(page) + (f"?{words}" if words else "")


def _line(row: UnitRow, weeks: int, middle: Middle | None) -> Line:
    cells = row.weeks(weeks)
    lit = sum(1 for cell in cells if cell)
    return Line(row, cells, lit, lit - middle.active_weeks if middle else None)


def _place_of_middle(lines: list[Line], query: ListQuery, middle: Middle | None) -> int:
    """Where the median row stands; after the last row at or above it, only while the list is ordered by weeks."""
    if middle is None or query.sort != "minggu" or query.weeks != 26:
        return len(lines)
    return next((place for place, line in enumerate(lines) if line.active < middle.active_weeks), len(lines))


def _sentence(query: ListQuery, found: UnitList) -> list[Piece]:
    if query.kind and found.middle:
        words = (
            _("Half of the %(group)s published in at least [%(active)d of %(weeks)d weeks](middle)")
            if found.middle.active_weeks
            else _("At least half of the %(group)s published nothing in [%(weeks)d weeks](middle)")
        ) % {
            "group": group_name(query.kind).lower()
            if query.kind not in ("rsud", "blud", "upt")
            else group_name(query.kind),
            "active": found.middle.active_weeks,
            "weeks": query.weeks,
        }
        silent = found.middle.silent
        if silent:
            words += "; " + ngettext(
                "[%(n)d unit](silent) has been silent for over three months",
                "[%(n)d units](silent) have been silent for over three months",
                silent,
            ) % {"n": silent}
        links = {"middle": Link("#tengah"), "silent": Link(_address(query, standing=Standing.SILENT.value))}
        return say(words + ".", links)
    words = ngettext("%(n)d unit in the register.", "%(n)d units in the register.", found.size)
    return say(words % {"n": found.size}, {})


def _tabs(query: ListQuery, found: UnitList) -> list[Choice]:
    tabs = [
        Choice(group_name(kind), count, _address(ListQuery(kind=kind, weeks=query.weeks)), kind == query.kind)
        for kind, count in found.tabs
    ]
    return [Choice(_("All"), found.size, _address(ListQuery(weeks=query.weeks)), not query.kind), *tabs]


def _chips(query: ListQuery, found: UnitList) -> list[Choice]:
    chips = [Choice(_("All"), None, _address(query, chosen="", standing=""), not query.chosen and not query.standing)]
    shown = [*CHIPS, *([query.chosen] if query.chosen in FILTERS and query.chosen not in CHIPS else [])]
    for word in shown:
        label = str(FILTERS[word].label)
        chips.append(
            Choice(label, found.filters.get(word), _address(query, chosen=word, standing=""), word == query.chosen)
        )
    if query.standing in Standing.values:
        chips.append(Choice(str(Standing(query.standing).label), None, _address(query), True))
    return chips
