"""Storing a batch of finished visits: one transaction, each site of a sweep exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from suluh.kernel.http.answer import Reason
from suluh.monitoring.engine.values import VisitResult
from suluh.monitoring.models import Visit

from .alerts import alerts_defer
from .days import days_add
from .findings import Sighting, sightings_store
from .items import items_store
from .posts import WEEKS, monday, posts_store, weeks_count
from .states import intervals_store, memories_store, states_store
from .visits import site_of


@dataclass(frozen=True, slots=True)
class Finished:
    """A visit that came to an end in this process, with the lease it was made under."""

    visit_id: int
    holder: str
    result: VisitResult


@transaction.atomic
def results_store(*, finished: Sequence[Finished]) -> int:
    """Store finished visits and return how many were new.

    A visit whose lease has passed to another engine, or that is done already, is dropped: its site gets its
    one result from elsewhere. A site that seemed dead for the first time is put back, to be tried again later.
    """
    visits = _held_rows(finished)
    mine = [item for item in finished if item.visit_id in visits]
    retry = [item for item in mine if _wants_second_try(item.result, visits[item.visit_id])]
    final = [item for item in mine if item not in retry]
    told = [item for item in final if not _is_our_fault(item.result)]
    _put_back(retry, visits)
    _store([item.result for item in told], visits=[visits[item.visit_id] for item in told])
    for item in final:
        _finish(visits[item.visit_id], item.result)
    Visit.objects.bulk_update(
        visits.values(),
        ["state", "holder", "leased_until", "not_before", "tries", "done_at", "alive", "reason", "requests"],
    )
    return len(final)


def _held_rows(finished: Sequence[Finished]) -> dict[int, Visit]:
    holders = {item.visit_id: item.holder for item in finished}
    rows = (
        Visit.objects.select_for_update(of=("self",))
        .select_related("site")
        .filter(pk__in=holders, state=Visit.State.LEASED)
    )
    return {row.pk: row for row in rows if row.holder == holders[row.pk]}


def _wants_second_try(result: VisitResult, visit: Visit) -> bool:
    if _is_our_fault(result):
        return False
    return not result.alive and visit.tries == 0 and result.reason is not Reason.PRIVATE_ADDRESS


def _is_our_fault(result: VisitResult) -> bool:
    """A visit that broke on our side, or that we ended for its length, says nothing about the site."""
    return result.error is not None


def _put_back(retry: Sequence[Finished], visits: dict[int, Visit]) -> None:
    for item in retry:
        row = visits[item.visit_id]
        row.state = Visit.State.AGAIN
        row.tries = 1
        row.requests += item.result.requests
        row.not_before = item.result.finished_at + timedelta(seconds=settings.CONFIG.settle_seconds)
        row.holder, row.leased_until = "", None
    sightings_store(sightings=[_sighting(item.result, visits[item.visit_id]) for item in retry])


def _store(results: Sequence[VisitResult], *, visits: Sequence[Visit]) -> None:
    if not results:
        return
    today = timezone.localdate()
    intervals_store(results=results)
    days_add(results=results, today=today)
    at = max(result.finished_at for result in results)
    posts_store(posts={site_of(r): r.posts for r in results if r.alive}, at=at)
    weeks = weeks_count(results=results, today=today)
    items_store(results=results)
    pairs = zip(results, visits, strict=True)
    opened = sightings_store(sightings=[_sighting(result, visit) for result, visit in pairs])
    states_store(results=results, weeks=weeks, today=today, first=monday(today) - timedelta(weeks=WEEKS - 1))
    memories_store(results=results)
    alerts_defer(findings=opened)


def _sighting(result: VisitResult, visit: Visit) -> Sighting:
    return Sighting(
        site_id=visit.site_id,
        unit_id=visit.site.unit_id,
        at=result.finished_at,
        findings=result.findings,
        conclusive=result.alive,
    )


def _finish(visit: Visit, result: VisitResult) -> None:
    visit.state = Visit.State.DONE
    visit.tries += 1
    visit.done_at = result.finished_at
    visit.alive = None if _is_our_fault(result) else result.alive
    visit.reason = "error" if _is_our_fault(result) else result.reason.value
    visit.requests += result.requests
    visit.leased_until = None
