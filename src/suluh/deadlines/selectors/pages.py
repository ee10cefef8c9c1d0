"""Pages of rows in order of a legal date. The place behind which the next page begins is part of its address."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Model, Q, QuerySet

from suluh.kernel.row_keys import row_key

PAGE = 50
M = TypeVar("M", bound=Model)


def page_by_due(rows: QuerySet[M], after: str, *, road: str = "due", size: int = PAGE) -> tuple[list[M], str]:
    """One page, nearest date first, rows without a date last, and the key that leads on ("" at the end).

    Args:
        rows: what is paged; a joined clock has to be selected with it.
        after: the key of the last row seen, "date|id", or "-|id" without a date; anything else means the first page.
        road: where the date stands, such as "clock__due".
        size: rows of a page.
    """
    order = (F(road).asc(nulls_last=True), "pk")
    # the page is chosen by its keys alone, so that whole rows are read and sorted for one page, not for all of them
    chosen = _behind(rows, after, road).order_by(*order).values("pk")[: size + 1]
    found = list(rows.filter(pk__in=chosen).order_by(*order))
    last = found[size - 1] if len(found) > size else None
    return found[:size], f"{_due(last, road) or '-'}|{last.pk}" if last else ""


def _behind(rows: QuerySet[M], after: str, road: str) -> QuerySet[M]:
    day, _bar, number = after.partition("|")
    last_seen = row_key(number)
    if last_seen is None:
        return rows
    if day == "-":
        return rows.filter(Q(**{f"{road}__isnull": True}), pk__gt=last_seen)
    try:
        due = date.fromisoformat(day)
    except ValueError:
        return rows
    later, same, none = Q(**{f"{road}__gt": due}), Q(**{road: due}), Q(**{f"{road}__isnull": True})
    return rows.filter(later | same & Q(pk__gt=last_seen) | none)


def _due(row: Any, road: str) -> date | None:
    for name in road.split("__"):
        row = getattr(row, name, None)
    return row  # type: ignore[no-any-return]
