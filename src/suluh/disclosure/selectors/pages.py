"""Pages of lists by key: by title, or newest first. Those by date are turned by `deadlines.selectors.page_by_due`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from suluh.disclosure.models import Item

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
    if _is_key(number):
        # the first condition lets the index begin at the key; alternatives alone would read it from its start
        rows = rows.filter(sort_key__gte=key).filter(Q(sort_key__gt=key) | Q(pk__gt=int(number)))
    found = list(rows.select_related("unit").order_by("sort_key", "pk")[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return found[:size], f"{last.sort_key}|{last.pk}" if last else ""


def page_newest(rows: QuerySet[M], after: str, *, size: int = PAGE) -> tuple[list[M], str]:
    """One page in the order in which the rows were written, the last one first, and the key that leads on."""
    found = list((rows.filter(pk__lt=int(after)) if _is_key(after) else rows).order_by("-pk")[: size + 1])
    return found[:size], str(found[size - 1].pk) if len(found) > size else ""


def page_oldest(rows: QuerySet[M], after: str, *, size: int = PAGE) -> tuple[list[M], str]:
    """One page in the order in which the rows were written, and the key that leads on."""
    found = list((rows.filter(pk__gt=int(after)) if _is_key(after) else rows).order_by("pk")[: size + 1])
    return found[:size], str(found[size - 1].pk) if len(found) > size else ""


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
