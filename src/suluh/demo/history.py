"""Gives the demo a past: ninety nights of sweeps before the first real one, as its posts and faults tell them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from suluh.monitoring.models import Finding, ItemRow, SiteDay, SiteInterval, SiteState

NIGHTS = 90
DEAD_SINCE = (3, 24)
FAULT_SINCE = (2, 60)


@transaction.atomic
def history_add(*, seed: int = 2026) -> int:
    """Write the nights before the first sweep; the number of daily rows. Call it once, between two sweeps."""
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    today = timezone.localdate()
    rows: list[SiteDay] = []
    dead: dict[int, int] = {}
    for state in SiteState.objects.select_related("site").filter(observations=1):
        dead_for = chance.randint(*DEAD_SINCE) if state.alive is False else 0
        dead[state.site_id] = dead_for
        first = SiteDay.objects.filter(site=state.site, day=today).first()
        rows += [
            _night(first, state, today - timedelta(days=back), alive=back > dead_for, chance=chance)
            for back in range(1, NIGHTS + 1)
            if first is not None
        ]
        _backdate(state, dead_for)
    SiteDay.objects.bulk_create(rows, batch_size=2000, ignore_conflicts=True)
    ItemRow.objects.update(
        since=F("since") - timedelta(days=NIGHTS),
        observations=F("observations") + NIGHTS,
        times_found=F("times_found") * (NIGHTS + 1),
    )
    _age_findings(chance, dead)
    return len(rows)


def _night(first: SiteDay, state: SiteState, day: date, *, alive: bool, chance: Random) -> SiteDay:
    awake = alive and chance.random() > 0.015
    return SiteDay(
        site_id=state.site_id,
        day=day,
        visits=1,
        alive=int(awake),
        secure=int(awake and state.tls == "ok"),
        items=dict(first.items) if awake else {},
        findings=dict(first.findings) if awake and state.alive else ({} if awake else {"dead": 1}),
    )


def _backdate(state: SiteState, dead_for: int) -> None:
    begin = timezone.now() - timedelta(days=NIGHTS)
    turned = timezone.now() - timedelta(days=dead_for)
    state.first_checked_at = begin
    state.observations = NIGHTS + 1
    state.alive_since = turned if dead_for else begin
    state.save(update_fields=["first_checked_at", "observations", "alive_since"])
    last = SiteInterval.objects.filter(site_id=state.site_id).last()
    if last is None:
        return
    last.since = state.alive_since
    last.observations = (dead_for or NIGHTS) + 1
    last.save(update_fields=["since", "observations"])
    if dead_for:
        SiteInterval.objects.create(
            site_id=state.site_id, alive=True, reason="ok", since=begin, until=turned, observations=NIGHTS - dead_for
        )


def _age_findings(chance: Random, dead: dict[int, int]) -> None:
    """Faults did not all begin today: each was first seen some nights ago; `dead` holds since how many a site is."""
    rows = list(Finding.objects.filter(state=Finding.State.SEEN_ONCE))
    for row in rows:
        nights = chance.randint(*FAULT_SINCE)
        if row.code == "dead":
            nights = dead.get(row.site_id, 0)
        row.first_seen -= timedelta(days=nights)
        row.observations += nights
    Finding.objects.bulk_update(rows, ["first_seen", "observations"], batch_size=500)
