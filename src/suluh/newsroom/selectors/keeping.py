"""Days that the country, the world or the government itself keeps."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from suluh.newsroom.models import Observance
from suluh.newsroom.observances import Kept, national_on


def kept_between(first: date, last: date) -> dict[date, tuple[Kept, ...]]:
    """National and local days by date."""
    found = {day: national_on(day) for day in days_between(first, last)}
    for row in Observance.objects.filter(Q(yearly=True) | Q(first__lte=last, last__gte=first)):
        kept = Kept(row.name, row.source, row.kind == Observance.Kind.MOURNING)
        for day in found:
            if _covers(row, day):
                found[day] = (*found[day], kept)
    return found


def _covers(row: Observance, day: date) -> bool:
    if not row.yearly:
        return row.first <= day <= row.last
    return (row.first.month, row.first.day) <= (day.month, day.day) <= (row.last.month, row.last.day)


def days_between(first: date, last: date) -> list[date]:
    """Every day, both ends included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
