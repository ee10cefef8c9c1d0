"""Where every list, page, file, feed and search starts: what this person may see."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.rights import reach

Row = TypeVar("Row", bound=Model)


def visible_to(person: Any, rows: QuerySet[Row], *, road: str = "unit") -> QuerySet[Row]:
    """Those of `rows` whose unit the person's memberships reach; outsiders see none.

    Args:
        person: who asks; anonymous visitors are welcome and see nothing.
        rows: rows of any feature.
        road: the way from a row to its unit, such as "site__unit".
    """
    return rows.filter(reach(person, road=road))


def units_visible_to(person: Any) -> QuerySet[Unit]:
    """Units that the person may see, in order of name."""
    return Unit.objects.filter(reach(person)).order_by("sort_key", "id")


def units_open_to(person: Any, action: str) -> list[Unit]:
    """Running units for which the person may do the action, in order of name; for choosing one."""
    return [unit for unit in units_visible_to(person).filter(active_until__isnull=True) if may(person, action, unit)]
