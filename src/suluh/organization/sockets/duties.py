"""Duty socket: what waits for a person."""

from __future__ import annotations

import time
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
    caches["process"].set(f"duties:{person.pk}", (len(found), _state_of(person), time.time()), KEPT_FOR)
    return sorted(found, key=lambda duty: (not duty.urgent, duty.due is None, duty.due or date.max))


def duties_counted(person: Person) -> Waiting:
    """The number for the frame of every page, for the price of one statement: never counted while a page waits.

    It is old after each own deed, after a minute and after midnight; the page then asks for the new one by itself, and
    the list says it at once. Nothing but the number is kept.
    """
    number, state, at = caches["process"].get(f"duties:{person.pk}", (0, None, 0.0))
    return Waiting(number, is_old=state != _state_of(person) or time.time() - at > FRESH_FOR)


def _state_of(person: Person) -> tuple[date, int | None]:
    """What makes a number old when it changes: the day, and the last deed of the person."""
    return timezone.localdate(), Event.objects.filter(person=person).aggregate(last=Max("pk"))["last"]
