"""What the page of one clock tells, and the list of open clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from suluh.deadlines.acting import WHO
from suluh.deadlines.models import Clock
from suluh.deadlines.wording import headline, said_day
from suluh.law.clocks import ExtensionGround, extension_grounds
from suluh.law.running import Pause
from suluh.organization.models import Event

from .clocks import Pace, due_soon, open_clocks_visible_to, paces_of
from .pages import page_by_due


@dataclass(frozen=True, slots=True)
class Move:
    """A date moved by a change of the calendar."""

    sentence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClockStory:
    """A clock with what stands around it."""

    clock: Clock
    headline: str
    pauses: tuple[Pause, ...]
    ground: ExtensionGround | None
    others: list[Clock]
    moves: list[Move]


@dataclass(frozen=True, slots=True)
class ClocksPage:
    """Open clocks, nearest date first; `after` leads on, "" at the end. Counted are those on which the office acts."""

    lines: list[tuple[Clock, Pace | None]]
    after: str
    late: int
    soon: int


def clock_story(clock: Clock) -> ClockStory:
    """The clock as its page tells it."""
    others = Clock.objects.filter(subject_kind=clock.subject_kind, subject_id=clock.subject_id).exclude(pk=clock.pk)
    ground = clock.running.segments[-1].ground
    return ClockStory(
        clock=clock,
        headline=headline(clock),
        pauses=clock.running.pauses,
        ground=extension_grounds().get(ground),
        others=list(others.select_related("unit", "calendar").order_by("start", "id")),
        moves=_moves(clock),
    )


def _moves(clock: Clock) -> list[Move]:
    rows = Event.objects.filter(subject=clock.subject, code="clock.moved", value__data__code=clock.code)
    return [Move(_moved(event.value.data), event.at) for event in rows.select_related("value").order_by("id")]


def _moved(values: dict[str, Any]) -> str:
    told = {name: said_day(date.fromisoformat(values[name])) for name in ("old", "new")}
    return _("From %(old)s to %(new)s by calendar version %(version)s (%(decree)s).") % (values | told)


def clocks_page(person: Any, *, after: str = "") -> ClocksPage:
    """A page of open clocks of the person's units, from behind the key `after` ("date|id", "-|id" without a date)."""
    rows, following = page_by_due(open_clocks_visible_to(person), after)
    near = due_soon(person, acts=tuple(WHO))
    return ClocksPage(
        lines=list(zip(rows, paces_of(rows), strict=True)),
        after=following,
        late=sum(how.late for _clock, how in near),
        soon=sum(how.soon for _clock, how in near),
    )
