"""What a unit must have on the list and lacks, beside what was found on its site (Perki 1/2021 art. 14–21)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from suluh.disclosure.forms import category_of
from suluh.disclosure.models import Item
from suluh.law.items import Item as LawItem
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.sockets.evidence import Found, evidence_for

from .visible import items_worked_on_by

SEEN = ("found", "inherited")


@dataclass(frozen=True, slots=True)
class MustHave:
    """One mandatory item of a unit: what is on the list for it, and what was found on the site."""

    law: LawItem
    category: str
    items: list[Item]
    found: Found | None

    @property
    def listed(self) -> bool:
        """True when the list names something public for it."""
        return any(item.state == Item.State.PUBLISHED for item in self.items)

    @property
    def takeable(self) -> bool:
        """True when a page was found that the list does not name."""
        return not self.items and self.found is not None and self.found.state in SEEN


@dataclass(frozen=True, slots=True)
class DutyList:
    """All mandatory items of a unit in the order of the law."""

    unit: Unit
    lines: list[MustHave]
    may_propose: bool

    @property
    def lacking(self) -> int:
        """Items that the public list does not name."""
        return sum(not line.listed for line in self.lines)

    @property
    def takeable(self) -> int:
        """Items that lack on the list although a page was found."""
        return sum(line.takeable for line in self.lines)


def duty_list(unit: Unit, person: Any) -> DutyList:
    """The joined view of a unit for a person who works on it."""
    laws = [law for law in items_for(UnitKind(unit.kind)) if not law.code.startswith("I-")]
    items: dict[str, list[Item]] = defaultdict(list)
    for item in items_worked_on_by(person).filter(unit=unit).exclude(state=Item.State.WITHDRAWN):
        items[item.law_code].append(item)
    found: dict[str, Found] = {}
    for one in evidence_for(unit, [law.code for law in laws]):
        found.setdefault(one.code, one)
    lines = [MustHave(law, category_of(law.code), items[law.code], found.get(law.code)) for law in laws]
    return DutyList(unit, lines, may(person, "item.propose", unit))
