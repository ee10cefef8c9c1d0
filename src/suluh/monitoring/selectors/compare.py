"""Two to four units of one kind beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import ItemRow
from suluh.organization.models import Person

from .kinds import group_name
from .marks import ITEM_MARKS, Mark
from .units import UnitRow, board_units, unit_rows

LEAST, MOST = 2, 4
FOUND = ("found", "inherited")


class NotComparable(Exception):
    """The chosen units cannot stand beside each other; the message says why."""


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item on which the units differ, with each unit's name and state."""

    code: str
    label: str
    marks: list[tuple[str, Mark]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The units, and the items on which they differ."""

    group: str
    rows: list[UnitRow]
    items: list[ItemDifference]


def comparison(person: Person, keys: Sequence[int]) -> Comparison:
    """Visible units by id, in the order chosen.

    Raises:
        NotComparable: fewer than two, more than four, or of different kinds.
    """
    rows = {row.id: row for row in unit_rows(board_units(person).filter(pk__in=keys[:50]))}
    chosen = [rows[key] for key in dict.fromkeys(keys) if key in rows]
    if not LEAST <= len(chosen) <= MOST:
        raise NotComparable(_("Choose two to four units to compare."))
    if len({row.kind for row in chosen}) > 1:
        raise NotComparable(_("Units are compared within one kind only."))
    return Comparison(group_name(chosen[0].kind), chosen, _items(chosen))


def _items(rows: Sequence[UnitRow]) -> list[ItemDifference]:
    states: dict[str, dict[int, str]] = {}
    found = ItemRow.objects.filter(site__unit__in=[row.id for row in rows], site__is_main=True, site__active=True)
    for code, unit, state in found.values_list("code", "site__unit_id", "state"):
        states.setdefault(code, {})[unit] = state
    lines = []
    for item in items_for(UnitKind(rows[0].kind)):
        line = [states.get(item.code, {}).get(row.id, "missing") for row in rows]
        if len({state in FOUND for state in line}) > 1:
            marks = [(row.name, ITEM_MARKS[state]) for row, state in zip(rows, line, strict=True)]
            lines.append(ItemDifference(item.code, item.label, marks))
    return lines
