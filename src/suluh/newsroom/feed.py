"""The calendar as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from suluh.newsroom.models import Slot

LASTS = timedelta(minutes=30)


def feed_of(slots: Iterable[Slot], *, name: str, host: str, now: datetime) -> bytes:
    """One event a slot; moments in UTC, so that no reader has to know the zone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Suluh//Kalender redaksi//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "PT1H")
    for slot in slots:
        event = Event()
        event.add("uid", f"slot-{slot.pk}@{host}")
        event.add("dtstamp", now)
        event.add("dtstart", slot.at)
        event.add("dtend", slot.at + LASTS)
        event.add("summary", slot.title)
        event.add("description", f"{slot.unit.name} · {slot.get_kind_display()}\n{slot.note}".strip())
        event.add("status", "CONFIRMED" if slot.story_id else "TENTATIVE")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
