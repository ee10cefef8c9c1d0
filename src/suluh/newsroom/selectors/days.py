"""Many days read in one statement, each by itself and no further than is shown, so that a full month costs no more.

A day begins and ends in the government's zone. It is compared as two instants: turning every entry into the zone costs
the database more than all the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateTimeField, F, Func, IntegerField, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.utils import timezone

SINCE: RawSQL = RawSQL("days.since", (), output_field=DateTimeField())
"""The beginning of the day that `each_day` is at."""
UNTIL: RawSQL = RawSQL("days.until", (), output_field=DateTimeField())


def moment_of(day: date) -> datetime:
    """The beginning of a day in the government's zone."""
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def place_among(days: Sequence[date]) -> Func:
    """Which of the days, which follow each other, an entry's `at` falls on: 1 for the first."""
    begun = Value([moment_of(day) for day in days], output_field=ArrayField(DateTimeField()))
    return Func(F("at"), begun, function="width_bucket", output_field=IntegerField())


def each_day(days: Sequence[date], rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    """A statement that asks `rows`, sliced and filtered by `SINCE` and `UNTIL`, of every day in turn."""
    sql, values = rows.query.sql_with_params()
    statement = (
        "SELECT found.* FROM unnest(%s::timestamptz[], %s::timestamptz[]) AS days (since, until), "  # noqa: S608 - Django's
        f"LATERAL ({sql}) AS found"
    )
    ends = [moment_of(day + timedelta(days=1)) for day in days]
    return statement, ([moment_of(day) for day in days], ends, *values)
