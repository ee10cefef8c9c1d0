"""The calendar: days with what is planned on them, what speaks against them, and how kinds are mixed.

A day shows its first entries and the number of the others, so that a month costs the same however full it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from suluh.deadlines.calendars import book_of
from suluh.deadlines.services.calendars import version_now
from suluh.newsroom.mix import Share, shares_of
from suluh.newsroom.models import Slot, Story
from suluh.newsroom.observances import Kept
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.selectors.clashes import MOST, Clash, clashes_on
from suluh.newsroom.selectors.days import SINCE, UNTIL, each_day, moment_of, place_among
from suluh.newsroom.selectors.keeping import days_between, kept_between
from suluh.organization.selectors.visible import visible_to

ENTRIES = {"bulan": 3, "pekan": 8, "hari": 60}
"""Entries of a day that a month, a week and the day alone show."""
ON_PHONES = 2
"""Entries of a day that a phone shows of a month; `calendar.css` hides the others there."""
DRAWN = ("title", "kind", "at", "story_id", "unit__name", "unit__short_name")


@dataclass(slots=True)
class Day:
    """One day: its first entries, how many there are, and what is kept or free on it."""

    day: date
    inside: bool = True
    today: bool = False
    holiday: str = ""
    kept: tuple[Kept, ...] = ()
    slots: list[Slot] = field(default_factory=list)
    count: int = 0

    @property
    def iso(self) -> str:
        """As addresses write it."""
        return self.day.isoformat()

    @property
    def marked(self) -> bool:
        """Something is said of the day itself."""
        return bool(self.holiday or self.kept or self.doubtful)

    @property
    def more(self) -> int:
        """Entries that are not shown."""
        return self.count - len(self.slots)

    @property
    def more_on_phones(self) -> int:
        """Entries that a phone does not show of a month: it shows the first `ON_PHONES`."""
        return self.count - min(len(self.slots), ON_PHONES)

    @property
    def mourning(self) -> bool:
        """A day of mourning."""
        return any(one.mourning for one in self.kept)

    @property
    def doubtful(self) -> bool:
        """Something is planned on a day that speaks against it."""
        return bool(self.count and (self.holiday or self.mourning))


@dataclass(frozen=True, slots=True)
class KindCount:
    """Entries of a kind, and their share."""

    value: str
    label: Any
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the calendar as weeks from Monday."""

    view: str
    first: date
    last: date
    before: date
    after: date
    weeks: tuple[tuple[Day, ...], ...]
    kinds: tuple[KindCount, ...]
    pillars: tuple[Share, ...]
    """The same by the charter's pillars, with its bounds; none while no charter names any."""
    empty_days: int
    """Working days to come in this stretch on which nothing is planned."""
    total: int
    clashes: list[Clash]
    """The first of them."""
    more_clashes: bool
    following: int
    """Key of a day's last entry shown, where more follow it on a next page; else 0."""

    @property
    def days(self) -> list[Day]:
        """Its days in order, without those of the neighbouring months."""
        return [day for week in self.weeks for day in week if day.inside]


def slots_visible_to(person: Any) -> QuerySet[Slot]:
    """Slots of the units that the person sees."""
    return visible_to(person, Slot.objects.select_related("unit", "story"))


def calendar_page(person: Any, *, view: str, around: date, kind: str = "", after: int = 0) -> Page:
    """A month, a week or a day of the calendar around a day; a day alone goes on behind the entry `after`."""
    first, last, before, behind = _stretch(view, around)
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    if view == "hari":
        monday, sunday = first, last
    days = _empty_days(monday, sunday, first, last)
    rows = slots_visible_to(person)
    if kind in Story.Kind.values:
        rows = rows.filter(kind=kind)
    counts = _count(days, rows)
    following = _fill(days, _from_behind(rows, after) if view == "hari" else rows, ENTRIES[view])
    clashes = clashes_on(person, days_between(first, last))
    listed = list(days.values())
    width = 1 if view == "hari" else 7
    weeks = tuple(tuple(listed[at : at + width]) for at in range(0, len(listed), width))
    return Page(
        view,
        first,
        last,
        before,
        behind,
        weeks,
        _kinds(counts),
        tuple(shares_of(counts, rules_in_force().pillars)),
        _gaps(listed),
        counts.total(),
        clashes[:MOST],
        len(clashes) > MOST,
        following if view == "hari" else 0,
    )


def _stretch(view: str, around: date) -> tuple[date, date, date, date]:
    """First and last day, and a day of the stretch before and after."""
    if view == "hari":
        return around, around, around - timedelta(days=1), around + timedelta(days=1)
    if view == "pekan":
        monday = around - timedelta(days=around.weekday())
        return monday, monday + timedelta(days=6), monday - timedelta(days=7), monday + timedelta(days=7)
    first = around.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1), (first - timedelta(days=1)).replace(day=1), following


def _empty_days(monday: date, sunday: date, first: date, last: date) -> dict[date, Day]:
    today = timezone.localdate()
    free = book_of(version_now()).whole
    kept = kept_between(monday, sunday)
    return {
        day: Day(day, first <= day <= last, day == today, free.reason(day) or "", kept[day])
        for day in days_between(monday, sunday)
    }


def _count(days: dict[date, Day], rows: QuerySet[Slot]) -> Counter[str]:
    """Tell each day how many entries it has; returns how many of each kind the stretch itself has."""
    kinds: Counter[str] = Counter()
    listed = list(days)
    of_days = rows.filter(at__gte=moment_of(listed[0]), at__lt=moment_of(listed[-1] + timedelta(days=1)))
    for place, kind, number in of_days.order_by().values_list(place_among(listed), "kind").annotate(n=Count("pk")):
        day = days[listed[place - 1]]
        day.count += number
        if day.inside:
            kinds[kind] += number
    return kinds


def _fill(days: dict[date, Day], rows: QuerySet[Slot], shown: int) -> int:
    """Give each day its first entries; returns the key of the last one where more follow it, else 0."""
    first = rows.filter(at__gte=SINCE, at__lt=UNTIL).order_by("at", "pk").values("pk")[: shown + 1]
    drawn = Slot.objects.filter(pk__in=RawSQL(*each_day(list(days), first)))  # noqa: S611 - a statement of Django's own
    more = 0
    for slot in drawn.select_related("unit").only(*DRAWN).order_by("at", "pk"):
        day = days[timezone.localdate(slot.at)]
        if len(day.slots) < shown:
            day.slots.append(slot)
        else:
            more = day.slots[-1].pk
    return more


def _from_behind(rows: QuerySet[Slot], after: int) -> QuerySet[Slot]:
    last = rows.filter(pk=after).values_list("at", flat=True).first() if after else None
    return rows.filter(Q(at__gt=last) | Q(at=last, pk__gt=after)) if last else rows


def _kinds(counts: Counter[str]) -> tuple[KindCount, ...]:
    total = counts.total()
    return tuple(
        KindCount(value, label, counts[value], round(100 * counts[value] / total) if total else 0)
        for value, label in Story.Kind.choices
    )


def _gaps(days: list[Day]) -> int:
    return sum(
        1
        for one in days
        if one.inside
        and not one.count
        and not one.holiday
        and one.day.weekday() < 5
        and one.day >= timezone.localdate()
    )
