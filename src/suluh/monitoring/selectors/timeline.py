"""What happened to a unit: deeds of people from the audit trail, and changes of the site from the watch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.utils.translation import gettext as _

from suluh.monitoring.models import SiteInterval
from suluh.organization.models import Event, Unit
from suluh.organization.sockets.events import event_kind

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    at: datetime
    words: str
    icon: str


def timeline(unit: Unit, intervals: Sequence[SiteInterval]) -> list[Entry]:
    """The latest entries, newest first."""
    rows = Event.objects.filter(unit=unit).select_related("person", "value").order_by("-id")[:SHOWN]
    entries = [Entry(row.at, _told(row), "user") for row in rows]
    entries += [
        Entry(
            span.since,
            _("The site answers again.") if span.alive else _("The site stopped answering."),
            "ok" if span.alive else "dead",
        )
        for span, _earlier in pairwise(intervals)
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:SHOWN]


def _told(row: Event) -> str:
    """Who did what, in a sentence; an erased or unknown deed is told by its code alone."""
    value = getattr(row, "value", None)
    try:
        deed = event_kind(row.code).tell(value.data if value and not value.erased_at else {})
    except LookupError:
        deed = row.code
    return f"{row.person or 'Suluh'} {deed}"
