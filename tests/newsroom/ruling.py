"""Charters for tests, adopted by a decision."""

from dataclasses import replace
from datetime import date

from suluh.newsroom.models import Charter
from suluh.newsroom.rules import DESK, UNWRITTEN, Place, Rules, Step
from suluh.newsroom.services.charter import Decision, charter_adopt, charter_draft
from suluh.organization.rights import OPERATOR

HEAD = Step("Kepala unit", Place.UNIT, ("leader",), hours=4)
DISTRICT = Step("Kecamatan", Place.DISTRICT, ("leader", "unit_officer"))
DECISION = Decision("SK 12/2026", date(2026, 2, 3), "Bupati Arunika")


def adopted(rules: Rules = UNWRITTEN, **changed) -> Charter:
    """A charter in force with these rules."""
    draft = charter_draft(rules=replace(rules, **changed), reason="Uji", seen=0, by=OPERATOR)
    return charter_adopt(decision=DECISION, seen=draft.edition, by=OPERATOR)


def with_steps(*steps: Step, **changed) -> Charter:
    """A charter in force with these steps before the desk's."""
    return adopted(steps=(*steps, DESK), **changed)
