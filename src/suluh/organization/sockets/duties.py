"""Duty socket: what waits for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import caches
from django.db.models import Max
from django.utils import timezone, translation

from suluh.organization.models import Event, Person

from .registry import Registry


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do: the deed as a title, one line of reason, where to do it, until when."""

    title: str
    reason: str
    url: str
    action: str
    """Text of the button, naming the deed."""
    due: date | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class DutySource:
    """An offer of a feature: what of its work waits for this person, in at most a query or two."""

    code: str
    waiting: Callable[[Person], Iterable[Duty]]
    label: Any = ""


duties: Registry[DutySource] = Registry("duty")


FRESH_FOR = 60
"""Seconds for which duties that no deed has changed are not asked for again."""


def duties_of(person: Person) -> list[Duty]:
    """Everything that waits for a person: urgent first, then by due date, what has none last.

    Every page shows their number. Duties change with deeds, and deeds leave events, so the list is made anew after
    each event; what machines find is seen within a minute.
    """
    last = Event.objects.aggregate(last=Max("pk"))["last"]
    key = f"duties:{person.pk}:{translation.get_language()}:{timezone.localdate()}:{last}"
    kept = caches["process"]
    found: list[Duty] | None = kept.get(key)
    if found is None:
        found = _asked(person)
        kept.set(key, found, FRESH_FOR)
    return found


def _asked(person: Person) -> list[Duty]:
    found = [duty for source in duties for duty in source.waiting(person)]
    return sorted(found, key=lambda duty: (not duty.urgent, duty.due is None, duty.due or date.max))
