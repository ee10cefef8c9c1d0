"""Edits of the calendar: what each changes in the book, writes as rows, and says of itself.

`on_book` is what the preview counts with and `write` what is kept; a test holds the one against the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.calendars import CalendarBook
from suluh.deadlines.errors import NotNow
from suluh.deadlines.models import CalendarDay, CalendarVersion, CalendarYear, WorkWeek
from suluh.organization.models import Person, Unit
from suluh.organization.rights import Actor


@dataclass(frozen=True, slots=True)
class Reach:
    """Which clocks an edit can touch: those that run through these days, below this place of the tree ("" for all)."""

    first: date
    last: date
    path: str = ""


class Edit(Protocol):
    """One change of the calendar."""

    def reach(self) -> Reach:
        """Which clocks it can touch."""
        ...

    def on_book(self, book: CalendarBook) -> CalendarBook:
        """The book as it would be."""
        ...

    def write(self, version: CalendarVersion, decree: str, by: Actor) -> None:
        """Write it as rows of the new version.

        Raises:
            NotNow: the calendar says so already, or no longer.
        """
        ...

    def told(self) -> str:
        """It in a few words, for the event and the preview."""
        ...


@dataclass(frozen=True, slots=True)
class DayAdd:
    """A day becomes free, for the whole government or for a unit and all below it."""

    day: date
    name: str
    kind: str = CalendarDay.Kind.LOCAL
    unit: Unit | None = None

    def reach(self) -> Reach:
        """Clocks that run through the day."""
        return Reach(self.day, self.day, self.unit.path if self.unit else "")

    def on_book(self, book: CalendarBook) -> CalendarBook:
        """The day among the free ones."""
        if self.unit is None:
            return _with_free(book, {**book.whole.free, self.day: self.name})
        mine = {**book.local.get(self.unit.pk, {}), self.day: self.name}
        return CalendarBook(book.whole, {**book.local, self.unit.pk: mine}, book.weeks)

    def write(self, version: CalendarVersion, decree: str, by: Actor) -> None:  # noqa: ARG002 - the protocol's
        """A new row, unless the day is free already."""
        if CalendarDay.objects.filter(day=self.day, unit=self.unit, until__isnull=True).exists():
            raise NotNow(_("This day is in the calendar already. Remove it first to replace it."))
        CalendarDay.objects.create(
            since=version, day=self.day, kind=self.kind, name=self.name, unit=self.unit, decree=decree
        )

    def told(self) -> str:
        """The day and its name."""
        return f"+ {self.day.isoformat()} {self.name}"


@dataclass(frozen=True, slots=True)
class DayRemove:
    """A free day becomes an ordinary one again."""

    row: CalendarDay

    def reach(self) -> Reach:
        """Clocks that ran through the day."""
        return Reach(self.row.day, self.row.day, self.row.unit.path if self.row.unit else "")

    def on_book(self, book: CalendarBook) -> CalendarBook:
        """The day no longer among the free ones."""
        day, unit = self.row.day, self.row.unit_id
        if unit is None:
            return _with_free(book, _without(book.whole.free, day), book.whole.tentative - {day})
        return CalendarBook(book.whole, {**book.local, unit: _without(book.local.get(unit, {}), day)}, book.weeks)

    def write(self, version: CalendarVersion, decree: str, by: Actor) -> None:  # noqa: ARG002 - the protocol's
        """The row ends with this version."""
        if not CalendarDay.objects.filter(pk=self.row.pk, until__isnull=True).update(until=version):
            raise NotNow(_("This day has been removed already. Reload the page."))

    def told(self) -> str:
        """The day and its name."""
        return f"− {self.row.day.isoformat()} {self.row.name}"


@dataclass(frozen=True, slots=True)
class YearConfirm:
    """An officer has held a year's days against the joint decree: none of them may move any more."""

    year: int

    def reach(self) -> Reach:
        """Clocks that run through the year."""
        return Reach(date(self.year, 1, 1), date(self.year, 12, 31))

    def on_book(self, book: CalendarBook) -> CalendarBook:
        """The year among the confirmed ones, its days firm."""
        firm = frozenset(day for day in book.whole.tentative if day.year != self.year)
        whole = replace(book.whole, confirmed=book.whole.confirmed | {self.year}, tentative=firm)
        return CalendarBook(whole, book.local, book.weeks)

    def write(self, version: CalendarVersion, decree: str, by: Actor) -> None:
        """A new row of the year, and firm rows in place of its tentative days."""
        old = CalendarYear.objects.filter(year=self.year, until__isnull=True)
        known = old.filter(known=True).exists()
        old.update(until=version)
        CalendarYear.objects.create(
            since=version, year=self.year, known=known, decree=decree, confirmed_at=timezone.now(),
            confirmed_by=by if isinstance(by, Person) else None,
        )  # fmt: skip
        loose = CalendarDay.objects.filter(day__year=self.year, tentative=True, until__isnull=True)
        firm = [
            CalendarDay(since=version, day=row.day, kind=row.kind, name=row.name, unit_id=row.unit_id, decree=decree)
            for row in loose
        ]
        loose.update(until=version)
        CalendarDay.objects.bulk_create(firm)

    def told(self) -> str:
        """The year."""
        return f"✓ {self.year}"


@dataclass(frozen=True, slots=True)
class WeekSet:
    """A unit and all below it work five or six days a week from now on."""

    unit: Unit
    days: int

    def reach(self) -> Reach:
        """Every clock of the unit and below."""
        return Reach(date.min, date.max, self.unit.path)

    def on_book(self, book: CalendarBook) -> CalendarBook:
        """The unit's week."""
        return CalendarBook(book.whole, book.local, {**book.weeks, self.unit.pk: self.days})

    def write(self, version: CalendarVersion, decree: str, by: Actor) -> None:  # noqa: ARG002 - the protocol's
        """A new row in place of the old one."""
        old = WorkWeek.objects.filter(unit=self.unit, until__isnull=True)
        if old.filter(days=self.days).exists():
            raise NotNow(_("The unit's working week is recorded so already."))
        old.update(until=version)
        WorkWeek.objects.create(since=version, unit=self.unit, days=self.days, decree=decree)

    def told(self) -> str:
        """The unit and its days."""
        return f"{self.unit.name}: {self.days}/7"


def _with_free(book: CalendarBook, free: Mapping[date, str], tentative: frozenset[date] | None = None) -> CalendarBook:
    loose = book.whole.tentative if tentative is None else tentative
    return CalendarBook(replace(book.whole, free=free, tentative=loose), book.local, book.weeks)


def _without(days: Mapping[date, str], day: date) -> dict[date, str]:
    return {one: name for one, name in days.items() if one != day}
