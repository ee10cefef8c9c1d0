"""Pages of lists by key: by title, or newest first. Those by date are turned by `deadlines.selectors.page_by_due`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from suluh.disclosure.models import Item
from suluh.kernel.row_keys import row_key

PAGE = 50
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter above a list, with the number of its rows where that is known."""

    words: Any
    address: str
    current: bool
    count: int | None = None


def page_by_title(rows: QuerySet[Item], after: str, *, size: int = PAGE) -> tuple[list[Item], str]:
    """One page in order of title with its units, and the key that leads on ("" at the end)."""
    key, _, number = after.rpartition("|")
    if (last_seen := row_key(number)) is not None:
        # the first condition lets the index begin at the key; alternatives alone would read it from its start
        rows = rows.filter(sort_key__gte=key).filter(Q(sort_key__gt=key) | Q(pk__gt=last_seen))
    found = list(rows.select_related("unit").order_by("sort_key", "pk")[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return found[:size], f"{last.sort_key}|{last.pk}" if last else ""


def page_newest(rows: QuerySet[M], after: str, *, size: int = PAGE) -> tuple[list[M], str]:
    """One page in the order in which the rows were written, the last one first, and the key that leads on."""
    last_seen = row_key(after)
    found = list((rows if last_seen is None else rows.filter(pk__lt=last_seen)).order_by("-pk")[: size + 1])
    return found[:size], str(found[size - 1].pk) if len(found) > size else ""


def page_oldest(rows: QuerySet[M], after: str, *, size: int = PAGE) -> tuple[list[M], str]:
    """One page in the order in which the rows were written, and the key that leads on."""
    last_seen = row_key(after)
    found = list((rows if last_seen is None else rows.filter(pk__gt=last_seen)).order_by("pk")[: size + 1])
    return found[:size], str(found[size - 1].pk) if len(found) > size else ""
