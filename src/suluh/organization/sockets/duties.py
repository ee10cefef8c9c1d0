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
KEPT_FOR = 24 * 3600
"""Seconds for which the last number stands on pages while it is counted anew."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many duties wait for a person; a number `is_old` when it has to be counted anew."""

    number: int
    is_old: bool


def duties_of(person: Person) -> list[Duty]:
    """Everything that waits for a person: urgent first, then by due date, what has none last."""
    found = [duty for source in duties for duty in source.waiting(person)]
    caches["process"].set(_place_of_count(person), len(found), FRESH_FOR)
    caches["process"].set(_place_of_last(person), len(found), KEPT_FOR)
    return sorted(found, key=lambda duty: (not duty.urgent, duty.due is None, duty.due or date.max))


def duties_counted(person: Person) -> Waiting:
    """The number for the frame of every page, for the price of one statement: never counted while a page waits.

    It is old after each own deed and after a minute; the page then asks for the new one by itself, and the list says it
    at once. Nothing but the number is kept.
    """
    kept: int | None = caches["process"].get(_place_of_count(person))
    if kept is not None:
        return Waiting(kept, is_old=False)
    return Waiting(caches["process"].get(_place_of_last(person), 0), is_old=True)


def _place_of_count(person: Person) -> str:
    own = Event.objects.filter(person=person).aggregate(last=Max("pk"))["last"]
    return f"duties:{person.pk}:{timezone.localdate()}:{own}"


def _place_of_last(person: Person) -> str:
    return f"duties:{person.pk}:last"
