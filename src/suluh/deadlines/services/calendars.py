"""The calendar's versions: the seed, and which one holds now."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from suluh.deadlines.locks import own_calendar
from suluh.deadlines.models import CalendarDay, CalendarVersion, CalendarYear
from suluh.kernel.workdays.calendar import Calendar, national_calendar
from suluh.organization.services.trail import record

JOINT = "cuti bersama"


def version_now() -> CalendarVersion:
    """The version that holds now; the first one is seeded when there is none."""
    return CalendarVersion.objects.order_by("-number").first() or calendar_seed()


@transaction.atomic
def calendar_seed(*, calendar: Calendar | None = None) -> CalendarVersion:
    """Write the bundled table of free days as version 1, unless there is a calendar already."""
    own_calendar()
    known = CalendarVersion.objects.order_by("-number").first()
    if known is not None:
        return known
    source = calendar or national_calendar()
    version = CalendarVersion.objects.create(number=1, source=source.version, made_at=timezone.now())
    CalendarDay.objects.bulk_create(
        _seeded(version, day, name, day in source.tentative) for day, name in source.free.items()
    )
    years = sorted({day.year for day in source.free} | source.confirmed)
    CalendarYear.objects.bulk_create(
        CalendarYear(since=version, year=year, known=year in source.confirmed) for year in years
    )
    record("calendar.seeded", on=version, by=None, source=source.version)
    return version


def _seeded(version: CalendarVersion, day: date, name: str, tentative: bool) -> CalendarDay:
    kind = CalendarDay.Kind.JOINT if name.lower().startswith(JOINT) else CalendarDay.Kind.NATIONAL
    return CalendarDay(since=version, day=day, kind=kind, name=name, tentative=tentative)
