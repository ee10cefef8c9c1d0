"""Give events their place in the chain. One sealer at a time; writers never wait for it."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from suluh.organization.audit.chain import Link, Report, digest_values, seal, verify
from suluh.organization.models import ChainHead, Event, EventValue
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import record

SEALER_LOCK = 7_585_741
"""Advisory lock of this database that the one sealer holds."""
BATCH = 2_000
PLACE = """
UPDATE organization_event AS event
   SET seq = placed.seq, previous = placed.previous, digest = placed.digest
  FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[]) AS placed (id, seq, previous, digest)
 WHERE event.id = placed.id AND event.seq IS NULL
"""


def seal_pending(*, limit: int = BATCH) -> int:
    """Seal the events that wait, in the order of their ids; the number sealed.

    Meant to be called about once a second by the worker. Where another sealer is at work it returns 0 at once.
    Events that become visible later get a later place: the chain is the order of sealing.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
            if not cursor.fetchone()[0]:
                return 0
        waiting = list(Event.objects.filter(seq__isnull=True).order_by("id")[:limit])
        if not waiting:
            return 0
        head, _ = ChainHead.objects.get_or_create(singleton=True)
        placed = seal((_link(event) for event in waiting), after_seq=head.seq, after_digest=head.digest)
        with connection.cursor() as cursor:
            cursor.execute(PLACE, [list(column) for column in zip(*placed, strict=True)])
        _, head.seq, _, head.digest = placed[-1]
        head.sealed_at = timezone.now()
        head.save()
        return len(placed)


def chain_verify(*, now: datetime | None = None) -> Report:
    """Walk the whole chain and every value that is not erased; changes nothing."""
    with transaction.atomic():
        head = ChainHead.objects.filter(seq__gt=0).values_list("seq", "digest").first()
        rows = Event.objects.select_related("value")
        return verify(
            (_checked(event) for event in rows.filter(seq__isnull=False).order_by("seq").iterator(BATCH)),
            (_checked(event) for event in rows.filter(seq__isnull=True).iterator(BATCH)),
            head=head,
            now=now or timezone.now(),
        )


@transaction.atomic
def values_erase(*, events: QuerySet[Event], reason: str, by: Actor) -> int:
    """Forget the particulars of events, for good; the chain stays valid. Returns how many were erased.

    Raises:
        NotAllowed: `by` does not administer the whole government.
    """
    permit(by, "audit.erase")
    return values_forget(events=events, reason=reason, by=by)


def values_forget(*, events: QuerySet[Event], reason: str, by: Actor) -> int:
    """The same within another deed that has checked its own permission. Returns how many were erased."""
    values = EventValue.objects.filter(event__in=events, erased_at__isnull=True)
    count = values.update(data={}, salt=b"", erased_at=timezone.now())
    record("audit.erased", on="event:several", by=by, count=count, reason=reason)
    return count


def _link(event: Event, intact: bool | None = None) -> Link:
    return Link(
        id=event.pk,
        seq=event.seq,
        code=event.code,
        at=event.at,
        actor=event.actor,
        role=event.role,
        unit=event.unit_id,
        subject=event.subject,
        value_digest=event.value_digest,
        previous=event.previous,
        digest=event.digest,
        values_intact=intact,
    )


def _checked(event: Event) -> Link:
    value: EventValue | None = getattr(event, "value", None)
    if value is None:
        return _link(event, False if event.value_digest else None)
    if value.erased_at is not None:
        return _link(event)
    return _link(event, digest_values(bytes(value.salt), value.data) == event.value_digest)
