"""Units as rows of the board: one queryset that every page starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, F, FilteredRelation, Q, QuerySet, Value, When

from suluh.kernel.charts.weeks import Week, align, counts, monday_of
from suluh.law.kinds import UnitKind
from suluh.organization.models import Person

from .marks import Mark, Standing, unit_mark
from .scope import today, visible_units

BELOW = ~Q(kind=UnitKind.MAIN)
"""What is counted as "units": those below the government, whose own site stands in a group of its own."""

LEAST_WEEKS = 8
"""Weeks a site must have been watched before it is ordered among others."""


def standing_case(day: date) -> Case:
    """SQL that sorts a unit into one `Standing` by its main site's state."""
    return Case(
        When(main__isnull=True, then=Value(Standing.NONE.value)),
        When(main__state__checked_at__isnull=True, then=Value(Standing.UNKNOWN.value)),
        When(main__state__alive=False, then=Value(Standing.DEAD.value)),
        When(main__state__last_post__gte=monday_of(day), then=Value(Standing.WEEK.value)),
        When(main__state__last_post__gte=day - timedelta(days=30), then=Value(Standing.MONTH.value)),
        When(main__state__last_post__gte=day - timedelta(days=91), then=Value(Standing.QUIET.value)),
        When(main__state__last_post__isnull=False, then=Value(Standing.SILENT.value)),
        When(main__state__watched_weeks_26__gte=LEAST_WEEKS, then=Value(Standing.SILENT.value)),
        default=Value(Standing.UNKNOWN.value),
    )


def board_units(person: Person) -> QuerySet[Any]:
    """Visible units with the state of their main site under plain names."""
    return (
        visible_units(person)
        .annotate(main=FilteredRelation("sites", condition=Q(sites__is_main=True, sites__active=True)))
        .annotate(
            host=F("main__host"),
            weeks=F("main__state__weeks"),
            weeks_from=F("main__state__weeks_from"),
            worst=F("main__state__worst"),
            last_post=F("main__state__last_post"),
            items_found=F("main__state__items_found"),
            items_total=F("main__state__items_total"),
            active_weeks=F("main__state__active_weeks_26"),
            watched_weeks=F("main__state__watched_weeks_26"),
            first_checked=F("main__state__first_checked_at"),
            standing=standing_case(today()),
        )
        .order_by()
    )


ROW_FIELDS = (
    "id", "slug", "name", "kind", "sort_key", "host", "weeks", "weeks_from", "worst", "last_post",
    "items_found", "items_total", "active_weeks", "watched_weeks", "first_checked", "standing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as lists show it."""

    id: int
    slug: str
    name: str
    kind: str
    sort_key: str
    host: str | None
    week_marks: str
    weeks_from: date | None
    worst: str
    last_post: date | None
    items_found: int
    items_total: int
    active_weeks: int
    watched_weeks: int
    first_checked: datetime | None
    standing: str
    day: date

    @property
    def mark(self) -> Mark:
        """The one state mark of the unit."""
        return unit_mark(self.standing, self.worst)

    def weeks(self, count: int = 26) -> list[Week]:
        """Items a week, ending in this week."""
        return counts(align(self.week_marks, self.weeks_from, last=self.day, count=count))

    @property
    def weeks_26(self) -> list[Week]:
        """Items a week over half a year."""
        return self.weeks(26)

    @property
    def enough(self) -> bool:
        """True when the site was watched long enough to stand among others."""
        return self.host is not None and self.watched_weeks >= LEAST_WEEKS


def unit_rows(units: QuerySet[Any]) -> list[UnitRow]:
    """Read a queryset of `board_units` as rows, in its order."""
    day = today()
    return [_unit_row(values, day) for values in units.values_list(*ROW_FIELDS)]


def ranked_rows(units: QuerySet[Any]) -> tuple[list[Any], list[UnitRow]]:
    """The same for a queryset that is ordered by its annotation `rank`: the rank of each row, and the rows."""
    day, read = today(), list(units.values_list("rank", *ROW_FIELDS))
    return [values[0] for values in read], [_unit_row(values[1:], day) for values in read]


def _unit_row(values: tuple[Any, ...], day: date) -> UnitRow:
    (
        pk,
        slug,
        name,
        kind,
        sort_key,
        host,
        marks,
        since,
        worst,
        last_post,
        found,
        total,
        lit,
        watched,
        first,
        standing,
    ) = values
    return UnitRow(
        id=pk,
        slug=slug,
        name=name,
        kind=kind,
        sort_key=sort_key,
        host=host,
        week_marks=marks or "",
        weeks_from=since,
        worst=worst or "",
        last_post=last_post,
        items_found=found or 0,
        items_total=total or 0,
        active_weeks=lit or 0,
        watched_weeks=watched or 0,
        first_checked=first,
        standing=standing,
        day=day,
    )
