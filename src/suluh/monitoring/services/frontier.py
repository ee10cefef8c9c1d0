"""The frontier on PostgreSQL: engines lease sites, and with them the token of the server the sites stand on.

One engine at a time holds a server's token. So a cap that an engine keeps by itself (connections a host, a server,
crawl delay) holds across all workers, and a killed engine gives back its sites when the lease runs out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, islice
from operator import attrgetter

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.frontier import SITES_OF_A_SERVER, Crowding
from suluh.monitoring.engine.memory import memory_from_json
from suluh.monitoring.engine.values import SiteMemory, SiteTask
from suluh.monitoring.models import Server, Visit, VisitMemory
from suluh.organization.models import Government

LEASE = timedelta(seconds=settings.CONFIG.lease_seconds)
FIRST_POSTS, LATER_POSTS = 500, 100
"""Posts of a year that a visit asks for: the first visit fills the year within its budget of requests, ten posts a week
of the busiest unit; every later one looks for what came since."""
ALONE_FROM, MOST_LAPSES = 2, 4
"""Engines that died holding a visit until it is made alone, and until it is given up: one site stops no sweep."""
Resolve = Callable[[Iterable[str]], Mapping[str, str | None]]
"""Host names to their numeric address, None where there is none."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A site to visit, with what is remembered of it."""

    visit_id: int
    task: SiteTask
    memory: SiteMemory
    server: str


def visits_resolve(*, sweep_id: int, resolve: Resolve, limit: int = 500) -> int:
    """Find out on which server waiting sites stand; return how many visits were resolved."""
    with transaction.atomic():
        rows = list(
            Visit.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("site")
            .filter(sweep_id=sweep_id, server_key="")
            .order_by("id")[:limit]
        )
        addresses = resolve({row.site.host for row in rows})
        for row in rows:
            row.server_key = addresses.get(row.site.host) or row.site.host
        Visit.objects.bulk_update(rows, ["server_key"], batch_size=500)
    return len(rows)


@transaction.atomic
def visits_lease(*, sweep_id: int, holder: str, limit: int, crowding: Crowding | None = None) -> list[Leased]:
    """Lease up to `limit` due visits whose servers nobody else holds.

    `crowding` knows what this engine has in flight: a server that has its share of it comes last. A site whose engines
    keep dying is visited when nothing else is in flight, so that it takes nobody along and can be told from the others.
    """
    now, crowding = timezone.now(), crowding or Crowding()
    _give_up(sweep_id, now)
    due = _due(sweep_id, holder, now)
    calm = due.filter(lapses__lt=ALONE_FROM)
    chosen = _fair(calm.exclude(server_key__in=crowding.full())[:limit], crowding) or list(calm[:limit])
    if not chosen and crowding.idle:
        chosen = list(due[:1])
    won = _take_tokens({row.server_key for row in chosen}, holder, now + LEASE)
    rows = [row for row in chosen if row.server_key in won]
    for row in rows:
        row.lapses += row.state == Visit.State.LEASED
        row.state, row.holder, row.leased_until = Visit.State.LEASED, holder, now + LEASE
    Visit.objects.bulk_update(rows, ["state", "holder", "leased_until", "lapses"])
    return _leased(rows)


def _give_up(sweep_id: int, now: datetime) -> None:
    """End visits under which engine after engine died; they say nothing about their site."""
    lapsed = Visit.objects.filter(sweep_id=sweep_id, state=Visit.State.LEASED, leased_until__lt=now)
    lapsed.filter(lapses__gte=MOST_LAPSES - 1).update(
        state=Visit.State.DONE, done_at=now, alive=None, reason="error", leased_until=None
    )


def _fair(rows: Iterable[Visit], crowding: Crowding) -> list[Visit]:
    """At most its share of every server, counting what is in flight."""
    by_server = groupby(rows, key=attrgetter("server_key"))
    return [row for server, some in by_server for row in islice(some, crowding.places(server, SITES_OF_A_SERVER))]


def _due(sweep_id: int, holder: str, now: datetime) -> QuerySet[Visit]:
    """Visits to make now, locked, those of one server together."""
    held = Server.objects.filter(address=OuterRef("server_key"), held_until__gt=now).exclude(holder=holder)
    open_now = (
        Q(state=Visit.State.WAITING)
        | Q(state=Visit.State.AGAIN, not_before__lte=now)
        | Q(state=Visit.State.LEASED, leased_until__lt=now)
    )
    return (
        Visit.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("site__unit")
        .filter(open_now, ~Exists(held), sweep_id=sweep_id)
        .exclude(server_key="")
        .order_by("server_key", "id")
    )


def _take_tokens(keys: set[str], holder: str, until: datetime) -> set[str]:
    """Servers whose token is ours now. The upsert waits for a rival's transaction and then yields to it."""
    if not keys:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO monitoring_server AS s (address, holder, held_until)
            SELECT key, %s, %s FROM unnest(%s::text[]) AS key ORDER BY key
            ON CONFLICT (address) DO UPDATE SET holder = EXCLUDED.holder, held_until = EXCLUDED.held_until
            WHERE s.holder = EXCLUDED.holder OR s.held_until IS NULL OR s.held_until < now()
            RETURNING address
            """,
            [holder, until, sorted(keys)],
        )
        return {row[0] for row in cursor.fetchall()}


def _leased(rows: Sequence[Visit]) -> list[Leased]:
    memories = VisitMemory.objects.in_bulk([row.site_id for row in rows])
    hosts = tuple(Government.objects.values_list("hosts", flat=True).first() or ())
    leased = []
    for row in rows:
        memory = _memory(memories.get(row.site_id))
        leased.append(Leased(row.pk, _task(row, hosts, memory), memory, row.server_key))
    return leased


def _task(row: Visit, regency_hosts: tuple[str, ...], memory: SiteMemory) -> SiteTask:
    site = row.site
    return SiteTask(
        url=site.url,
        kind=UnitKind(site.unit.kind),
        unit_name=site.unit.name,
        site_id=site.pk,
        registered=True,
        pair=site.owned,
        regency_hosts=() if site.host in regency_hosts else regency_hosts,
        max_posts=LATER_POSTS if memory.posts else FIRST_POSTS,
    )


def _memory(kept: VisitMemory | None) -> SiteMemory:
    return memory_from_json(kept.data) if kept is not None else SiteMemory()


def leases_renew(*, sweep_id: int, holder: str) -> int:
    """Prolong everything this engine holds; the number of visits still its own."""
    until = timezone.now() + LEASE
    mine = Visit.objects.filter(sweep_id=sweep_id, holder=holder, state=Visit.State.LEASED)
    Server.objects.filter(holder=holder, address__in=mine.values("server_key")).update(held_until=until)
    return mine.update(leased_until=until)


def tokens_release(*, sweep_id: int, holder: str) -> None:
    """Give back the tokens of servers on which this engine has nothing left to visit."""
    mine = Visit.objects.filter(
        sweep_id=sweep_id, holder=holder, state=Visit.State.LEASED, server_key=OuterRef("address")
    )
    Server.objects.filter(~Exists(mine), holder=holder).update(holder="", held_until=None)


def seconds_to_next(*, sweep_id: int) -> float | None:
    """Seconds until something of the sweep may be due; None when the sweep has nothing open."""
    now = timezone.now()
    rows = Visit.objects.filter(sweep_id=sweep_id).exclude(state=Visit.State.DONE)
    if rows.filter(state=Visit.State.WAITING).exists():
        return 1.0
    times = rows.aggregate(
        again=Min("not_before", filter=Q(state=Visit.State.AGAIN)),
        lease=Min("leased_until", filter=Q(state=Visit.State.LEASED)),
    )
    soonest: datetime | None = min((at for at in times.values() if at is not None), default=None)
    if soonest is None:
        return None
    return max((soonest - now).total_seconds(), 0.2)


__all__ = [
    "Leased", "leases_renew", "seconds_to_next", "tokens_release", "visits_lease", "visits_resolve",
]  # fmt: skip
