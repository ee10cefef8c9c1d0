"""Starting and ending a sweep."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from suluh.monitoring.models import Sweep, Visit
from suluh.organization.models import Person, Site
from suluh.organization.permissions import permit
from suluh.organization.services.trail import record


@transaction.atomic
def sweep_start(*, sites: QuerySet[Site], cause: Sweep.Cause, by: Person | None = None) -> Sweep:
    """Open a sweep over `sites`: one waiting visit each. Engines are woken by the caller's task.

    A site that still waits in an unfinished sweep is not queued twice.

    Raises:
        NotAllowed: a person asks who may not start sweeps.
    """
    if by is not None:
        permit(by, "sweep.start")
    waiting = Visit.objects.exclude(state=Visit.State.DONE).values("site_id")
    chosen = list(sites.filter(active=True).exclude(pk__in=waiting).values_list("pk", flat=True))
    sweep = Sweep.objects.create(cause=cause, started_at=timezone.now(), sites=len(chosen))
    Visit.objects.bulk_create([Visit(sweep=sweep, site_id=pk, server_key="") for pk in chosen], batch_size=2000)
    if by is not None:
        record("sweep.started", on=sweep, by=by, sites=len(chosen))
    return sweep


@transaction.atomic
def sweep_finish_if_done(*, sweep_id: int, at: datetime) -> bool:
    """Close the sweep when no visit is open any more; True for the one caller that closed it."""
    sweep = Sweep.objects.select_for_update().get(pk=sweep_id)
    if sweep.finished_at is not None or sweep.visits.exclude(state=Visit.State.DONE).exists():
        return False
    totals = sweep.visits.aggregate(
        living=Count("id", filter=Q(alive=True)),
        silent=Count("id", filter=Q(alive=False)),
        asked=Sum("requests"),
    )
    sweep.alive, sweep.dead = totals["living"], totals["silent"]
    sweep.requests = totals["asked"] or 0
    sweep.finished_at = at
    sweep.save(update_fields=["alive", "dead", "requests", "finished_at"])
    return True


def sweeps_abandoned() -> list[Sweep]:
    """Unfinished sweeps in which no engine holds a lease now."""
    held = Visit.objects.filter(sweep=OuterRef("pk"), state=Visit.State.LEASED, leased_until__gt=timezone.now())
    return list(Sweep.objects.filter(~Exists(held), finished_at__isnull=True).order_by("pk"))
