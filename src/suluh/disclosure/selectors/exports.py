"""Reads for exports: public items with their public files, in steps that keep memory small."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from suluh.disclosure.models import Item

from .search import SearchQuery, asked_unit, filtered
from .visible import files_public, items_ever_public, items_public

STEP = 1000


def items_to_export(query: SearchQuery, *, since: datetime | None = None) -> QuerySet[Item]:
    """Public items that fit the filters of a list's address, with their public files at hand as `shown_files`."""
    rows = filtered(query, asked_unit(query))
    if since is not None:
        rows = rows.filter(changed_at__gte=since)
    files = Prefetch("files", files_public().select_related("item"), to_attr="shown_files")
    return rows.select_related("unit").prefetch_related(files).order_by("sort_key", "pk")


def in_steps(rows: QuerySet[Item]) -> Iterator[Item]:
    """The rows, a thousand at a time."""
    return rows.iterator(chunk_size=STEP)


def items_gone(*, since: datetime | None) -> QuerySet[Item]:
    """Items that have left the list since a day; why is not told."""
    if since is None:
        return Item.objects.none()
    gone = items_ever_public().exclude(state=Item.State.PUBLISHED)
    return gone.filter(changed_at__gte=since).order_by("changed_at", "pk")


def newest_changes(most: int = 50) -> QuerySet[Item]:
    """Items for the feed, newest first."""
    return items_public().select_related("unit").order_by("-changed_at", "-pk")[:most]
