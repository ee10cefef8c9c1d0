"""What other rooms measure of a unit, beside what the watch itself shows of its site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from suluh.organization.models import Person, Unit
from suluh.organization.sockets.measures import MeasureValue, Period, measures

from .scope import today

OWN = "web."
"""How codes of the watch's own measures begin; its page shows them as pita, items and findings."""
YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """One measure of a unit over the year until today, and the page that proves it ("" where it may not be opened)."""

    label: Any
    value: MeasureValue
    proof: str

    @property
    def whole(self) -> bool:
        """True when nothing lacks."""
        return self.value.good >= self.value.observed


def measured_elsewhere(unit: Unit, person: Person, *, until: date | None = None) -> Sequence[MeasuredLine]:
    """Shares that other rooms know of the unit; what was never observed is left out."""
    last = until or today()
    period = Period(last - YEAR, last)
    found = []
    for measure in (offer for offer in measures if not offer.code.startswith(OWN)):
        value = measure.compute([unit], period).get(unit.pk)
        if value is not None and value.observed:
            found.append(MeasuredLine(measure.label, value, measure.proof(unit, person) if measure.proof else ""))
    return found
