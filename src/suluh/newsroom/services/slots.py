"""Planning: slots, series of slots, and the slot of a story that is approved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.newsroom.errors_planning import DayPassed, SlotFilled
from suluh.newsroom.models import Series, Slot, Story
from suluh.newsroom.recurring import moments_of
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned, and when."""

    title: str
    kind: str
    at: datetime
    note: str = ""
    channels: tuple[Channel, ...] = ()


@transaction.atomic
def slot_add(*, unit: Unit, plan: Plan, by: Actor) -> Slot:
    """Plan something for a unit.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "calendar.plan", unit)
    slot = _made(unit, plan, by)
    record("slot.added", on=slot, by=by, unit=unit, title=slot.title, day=_day(slot.at))
    return slot


@transaction.atomic
def series_add(*, unit: Unit, plan: Plan, step: str, ends_on: date, by: Actor) -> Series:
    """Plan something again and again until a day, at most a year ahead.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "calendar.plan", unit)
    starts = timezone.localtime(plan.at)
    series = Series.objects.create(
        unit=unit, title=plan.title, kind=plan.kind, step=step, starts_at=starts, ends_on=ends_on, made_by=_person(by)
    )
    made = [
        _made(unit, Plan(plan.title, plan.kind, at, plan.note, plan.channels), by, series)
        for at in moments_of(starts, step, ends_on)
    ]
    record("slot.series-added", on=series, by=by, unit=unit, title=series.title, count=len(made))
    return series


@transaction.atomic
def slot_change(*, slot: Slot, plan: Plan, by: Actor) -> Slot:
    """Change what is planned. A filled slot follows its story and is not changed here.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        SlotFilled: a story fills it.
    """
    slot = _locked(slot, by)
    slot.title, slot.kind, slot.at, slot.note = plan.title, plan.kind, plan.at, plan.note
    slot.save()
    slot.channels.set(plan.channels)
    record("slot.changed", on=slot, by=by, unit=slot.unit, title=slot.title, day=_day(slot.at))
    return slot


@transaction.atomic
def slot_move(*, slot: Slot, day: date, by: Actor) -> Slot:
    """Put a slot on another day, at the same hour of the wall clock.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        SlotFilled: a story fills it; its deliveries say when it appears.
        DayPassed: the day is over.
    """
    slot = _locked(slot, by)
    if day < timezone.localdate():
        raise DayPassed
    clock = timezone.localtime(slot.at).time()
    slot.at = timezone.make_aware(datetime.combine(day, clock))
    slot.save(update_fields=["at"])
    record("slot.changed", on=slot, by=by, unit=slot.unit, title=slot.title, day=day.isoformat())
    return slot


@transaction.atomic
def slot_drop(*, slot: Slot, and_following: bool = False, by: Actor) -> int:
    """Take a slot out of the calendar, with the later ones of its series where asked; returns how many went.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        SlotFilled: a story fills it.
    """
    slot = _locked(slot, by)
    rows = Slot.objects.filter(pk=slot.pk)
    if and_following and slot.series_id:
        rows = Slot.objects.filter(series=slot.series_id, at__gte=slot.at, story=None)
    count = rows.count()
    record("slot.dropped", on=slot, by=by, unit=slot.unit, title=slot.title, count=count)
    rows.delete()
    return count


def slot_take(*, story: Story, at: datetime, channels: Iterable[Channel], by: Actor) -> Slot:
    """Show an approved story in the calendar at the time at which it appears. For the service that approves it."""
    facts = {"unit": story.unit, "title": story.title, "kind": story.kind, "at": at}
    slot, _new = Slot.objects.update_or_create(
        story=story, defaults=facts, create_defaults=facts | {"made_by": _person(by)}
    )
    slot.channels.set(channels)
    return slot


def slot_release(*, story: Story) -> None:
    """Take what does not appear after all out of the calendar. For the service that opens an approved story again."""
    Slot.objects.filter(story=story, at__gt=timezone.now()).delete()


def _made(unit: Unit, plan: Plan, by: Actor, series: Series | None = None) -> Slot:
    slot = Slot.objects.create(
        unit=unit, title=plan.title, kind=plan.kind, at=plan.at, note=plan.note, series=series, made_by=_person(by)
    )
    slot.channels.set(plan.channels)
    return slot


def _locked(slot: Slot, by: Actor) -> Slot:
    slot = Slot.objects.select_for_update(of=("self",)).select_related("unit").get(pk=slot.pk)
    permit(by, "calendar.plan", slot)
    if slot.story_id is not None:
        raise SlotFilled
    return slot


def _person(by: Actor) -> Person | None:
    return by if isinstance(by, Person) else None


def _day(at: datetime) -> str:
    return timezone.localdate(at).isoformat()
