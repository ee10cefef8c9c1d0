"""The public list by the time of its last change, for systems that keep a copy of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Prefetch, Q
from django.http import HttpRequest
from django.utils import timezone

from suluh.disclosure.models import Item
from suluh.kernel.row_keys import row_key

from .visible import files_public, items_ever_public

SETTLES = timedelta(minutes=10)
"""No transaction is open longer: within this time a change may become visible that bears an earlier moment."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the list of changes: behind the item of this key, changed at this moment."""

    moment: datetime
    key: int

    def __str__(self) -> str:
        return f"{int(self.moment.timestamp() * 1_000_000)}-{self.key}"

    @classmethod
    def from_text(cls, text: str) -> Place | None:
        """The place that `str` wrote; None, which is the beginning, for anything else."""
        first, _dash, second = text.partition("-")
        passed, key = row_key(first), row_key(second)
        if passed is None or key is None or len(first) > 17:
            return None
        return cls(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=passed), key)


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Items that changed, oldest first; `gone` are those of the page that are no longer public."""

    items: list[Item]
    gone: list[Item]
    following: Place | None
    until: datetime | None


def changes_page(*, since: datetime | None, after: Place | None, unit: str, limit: int) -> ChangesPage:
    """One page of changes in the order of their moments; without `since` only what is public now."""
    wanted = Q(state=Item.State.PUBLISHED) if since is None else Q(changed_at__gte=_in_utc(since))
    rows = items_ever_public().filter(wanted)
    if unit:
        rows = rows.filter(unit__slug=unit)
    if after is not None:
        rows = rows.filter(changed_at__gte=after.moment).filter(Q(changed_at__gt=after.moment) | Q(pk__gt=after.key))
    files = Prefetch("files", files_public().select_related("item"), to_attr="shown_files")
    ordered = rows.select_related("unit").prefetch_related(files).order_by("changed_at", "pk")
    found = list(ordered[: limit + 1])
    page = found[:limit]
    last = Place(page[-1].changed_at, page[-1].pk) if len(found) > limit else None
    newest = _newest()
    return ChangesPage(
        items=[item for item in page if item.state == Item.State.PUBLISHED],
        gone=[item for item in page if item.state != Item.State.PUBLISHED],
        following=last,
        until=newest - SETTLES if newest else None,
    )


def _in_utc(moment: datetime) -> datetime:
    """A moment in UTC, for the database knows no offset of sixteen hours or more; at the calendar's edge the edge."""
    aware = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    try:
        return aware.astimezone(UTC)
    except OverflowError:
        return (datetime.min if moment.year == 1 else datetime.max).replace(tzinfo=UTC)


def list_mark(request: HttpRequest, **_asked: object) -> str:
    """A mark of the list as it stands, for this address: it changes whenever an answer could."""
    newest = _newest()
    lately = items_ever_public().filter(changed_at__gte=newest - SETTLES).count() if newest else 0
    said = f"{request.get_full_path()} {request.get_host()} {newest} {lately}"
    return f'W/"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def last_change(request: HttpRequest, **_asked: object) -> datetime | None:  # noqa: ARG001 - as the decorator calls it
    """When the list last changed; None while a change of the same second could still come."""
    newest = _newest()
    return newest if newest and timezone.now() - newest > SETTLES else None


def _newest() -> datetime | None:
    return items_ever_public().order_by("-changed_at").values_list("changed_at", flat=True).first()
