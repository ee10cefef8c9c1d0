"""Computing where every unit stands."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from suluh.organization.models import Unit
from suluh.organization.sockets.measures import MeasureValue, Period, measure_named

from .instrument import Instrument, instruments
from .models import Standing
from .scoring import Count, Score, ranking, score

SPAN = {"month": 31, "half-year": 182}
"""Days counted back from today, by the instrument's period."""


def standings_compute(*, today: date) -> int:
    """Score and rank every active unit under every instrument; the number of standings written.

    Args:
        today: last day counted, in the government's zone.
    """
    return sum(_compute(instrument, today) for instrument in instruments().values())


@transaction.atomic
def _compute(instrument: Instrument, today: date) -> int:
    period = Period(today - timedelta(days=SPAN[instrument.period]), today)
    units = list(Unit.objects.filter(active_until__isnull=True, kind__in=instrument.kinds))
    counts: dict[int, dict[str, Count]] = defaultdict(dict)
    for line in instrument.criteria:
        for unit_id, measured in measure_named(line.measure)(units, period).items():
            counts[unit_id][line.code] = Count(measured.good, measured.observed)
    visits = measure_named("web.visits")(units, period)
    days = measure_named("web.days")(units, period)
    nothing = MeasureValue()
    scored = {
        unit.pk: score(
            counts=counts[unit.pk],
            criteria=instrument.criteria,
            observations=int(visits.get(unit.pk, nothing).observed),
            days=int(days.get(unit.pk, nothing).observed),
        )
        for unit in units
    }
    ranks = _ranks(units, scored)
    now = timezone.now()
    rows = [
        Standing(
            unit=unit,
            instrument=instrument.code,
            version=instrument.version,
            kind=unit.kind,
            since=period.first,
            until=period.last,
            value=result.value,
            low=result.low,
            high=result.high,
            good=result.n,
            observed=result.m,
            visits=int(visits.get(unit.pk, nothing).observed),
            enough=result.enough,
            rank=ranks.get(unit.pk, (None, False))[0],
            shared=ranks.get(unit.pk, (None, False))[1],
            parts={code: [count.n, count.m] for code, count in counts[unit.pk].items()},
            computed_at=now,
        )
        for unit in units
        for result in [scored[unit.pk]]
    ]
    Standing.objects.filter(instrument=instrument.code).delete()
    Standing.objects.bulk_create(rows, batch_size=1000)
    return len(rows)


def _ranks(units: list[Unit], scored: dict[int, Score]) -> dict[int, tuple[int, bool]]:
    """Rank and whether it is shared, by unit; each kind apart."""
    kinds: dict[str, list[tuple[int, Score]]] = defaultdict(list)
    for unit in units:
        kinds[unit.kind].append((unit.pk, scored[unit.pk]))
    return {row.item: (row.rank, row.shared) for pairs in kinds.values() for row in ranking(pairs)}
