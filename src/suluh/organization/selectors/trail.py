"""Reads of the audit trail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from suluh.kernel.row_keys import row_key
from suluh.organization.models import Event, Role, Unit
from suluh.organization.permissions import may
from suluh.organization.sockets.events import events

from .visible import visible_to

PAGE = 50


@dataclass(frozen=True, slots=True)
class Told:
    """One event as a sentence."""

    at: datetime
    who: str
    role: str
    sentence: str
    unit: Unit | None
    sealed: bool


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Events, newest first; `before` leads to older ones, "" at the end."""

    rows: list[Told]
    before: str


def trail_page(person: Any, *, unit: Unit | None = None, before: str = "") -> TrailPage:
    """Events that the person may see, of one unit or of all; paged by id, never counted."""
    rows = Event.objects.select_related("person", "unit", "value").order_by("-id")
    if not may(person, "audit.all"):
        rows = visible_to(person, rows)
    if unit is not None:
        rows = rows.filter(unit=unit)
    if (last_seen := row_key(before)) is not None:
        rows = rows.filter(id__lt=last_seen)
    found = list(rows[: PAGE + 1])
    return TrailPage([_tell(event) for event in found[:PAGE]], str(found[PAGE - 1].pk) if len(found) > PAGE else "")


def told_of(subject: str, *, most: int = 100, without: Collection[str] = ()) -> list[Told]:
    """What was done to one row ("kind:id"), newest first; the caller has seen to the right to read it.

    `without` names codes of events that are told elsewhere.
    """
    rows = Event.objects.filter(subject=subject).exclude(code__in=list(without))
    rows = rows.select_related("person", "unit", "value").order_by("-id")
    return [_tell(event) for event in rows[:most]]


def _tell(event: Event) -> Told:
    values = event.value.data if hasattr(event, "value") else {}
    return Told(
        at=event.at,
        who=_who(event),
        role=str(Role(event.role).label) if event.role in Role.values else "",
        sentence=events.get(event.code).tell(values) if event.code in events else event.code,
        unit=event.unit,
        sealed=event.seq is not None,
    )


def _who(event: Event) -> str:
    if event.person is not None:
        return event.person.name
    if event.actor == "operator":
        return _("The operator of the server")
    return _("Suluh") if event.actor == "task" else _("Somebody who has left")
