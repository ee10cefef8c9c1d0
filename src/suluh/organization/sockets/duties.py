"""Duty socket: what waits for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import caches
from django.db.models import Max
from django.utils import timezone

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
"""Seconds for which the number of duties, unless the person did something, is not counted again."""


def duties_of(person: Person) -> list[Duty]:
    """Everything that waits for a person: urgent first, then by due date, what has none last."""
    found = [duty for source in duties for duty in source.waiting(person)]
    caches["process"].set(_place_of_count(person), len(found), FRESH_FOR)
    return sorted(found, key=lambda duty: (not duty.urgent, duty.due is None, duty.due or date.max))


def duties_counted(person: Person) -> int:
    """How many duties wait, for the frame of every page: one cheap statement between two deeds of the person.

    The own deeds count at once. What others and machines did is seen within a minute, or as soon as the list itself
    is opened; nothing but the number is kept.
    """
    kept: int | None = caches["process"].get(_place_of_count(person))
    return len(duties_of(person)) if kept is None else kept


def _place_of_count(person: Person) -> str:
    own = Event.objects.filter(person=person).aggregate(last=Max("pk"))["last"]
    return f"duties:{person.pk}:{timezone.localdate()}:{own}"
