"""Reminders three days and one day before a date and after it, to those who can act; what a passed date sets off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from suluh.deadlines.acting import WHO
from suluh.deadlines.calendars import book_of
from suluh.deadlines.models import Clock, Reminder
from suluh.deadlines.selectors.clocks import REACH, Pace, pace
from suluh.deadlines.signals import clock_lapsed
from suluh.deadlines.wording import left_words, said_day
from suluh.law.clocks import Acts
from suluh.organization.models import Membership, Person
from suluh.organization.services.trail import record

from .calendars import version_now

MAIL_TASK = "deadlines.mail"


def stage_of(how: Pace) -> Reminder.Stage | None:
    """The reminder that is due at this distance; the nearest one when a day was missed."""
    if how.left is None or how.left > 3:
        return None
    if how.late:
        return Reminder.Stage.AFTER
    return Reminder.Stage.ONE if how.left <= 1 else Reminder.Stage.THREE


@transaction.atomic
def reminders_make(*, today: date) -> int:
    """Note today's reminders and queue one mail for each person; the number of people. Made again, nothing is added."""
    book = book_of(version_now())
    rows = Clock.objects.filter(state=Clock.State.RUNNING, due__lte=today + REACH).select_related("unit")
    staged = [
        (clock, stage)
        for clock in rows
        if clock.rule.acts in WHO and (stage := stage_of(pace(clock, today, book.of(clock.unit)))) is not None
    ]
    people = _people(today)
    made = [
        Reminder(clock=clock, person_id=person, stage=stage, due=clock.due)
        for clock, stage in staged
        if clock.due is not None
        for person in people.of(clock)
    ]
    Reminder.objects.bulk_create(made, ignore_conflicts=True, batch_size=1000)
    waiting = set(Reminder.objects.filter(sent_at__isnull=True).values_list("person_id", flat=True))
    for person in waiting:
        app.configure_task(MAIL_TASK, queue="mail").defer(person_id=person)
    return len(waiting)


class _Acting:
    """Who may act on clocks, read once for all of them."""

    def __init__(self, memberships: Sequence[Membership]) -> None:
        self.below: dict[str, list[tuple[int, str, bool, int]]] = defaultdict(list)
        for one in memberships:
            self.below[one.role].append((one.unit_id, one.unit.path, one.subtree, one.person_id))

    def of(self, clock: Clock) -> set[int]:
        """Keys of the people who act for the clock's unit; those of the unit itself before those above it."""
        roles = WHO[Acts(clock.rule.acts)]
        rows = [row for role in roles for row in self.below[role]]
        own = {person for unit, _path, _subtree, person in rows if unit == clock.unit_id}
        above = {person for _unit, path, subtree, person in rows if subtree and clock.unit.path.startswith(path)}
        return own or above


def _people(today: date) -> _Acting:
    roles = [role for roles in WHO.values() for role in roles]
    rows = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        valid_from__lte=today,
        role__in=roles,
        person__is_active=True,
    )
    return _Acting(list(rows.select_related("unit")))


def reminder_send(*, person_id: int) -> int:
    """Send what waits for a person as one mail; how many clocks it names. What has ended meanwhile is left out."""
    with transaction.atomic():
        rows = list(
            Reminder.objects.select_for_update(of=("self",))
            .filter(person_id=person_id, sent_at__isnull=True)
            .select_related("clock__unit")
            .order_by("due", "id")
        )
        Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())
        live = [row.clock for row in rows if row.clock.state == Clock.State.RUNNING and row.clock.due == row.due]
        person = Person.objects.get(pk=person_id)
        if live and person.is_active:
            with translation.override(person.language):
                send_mail(_subject(live), reminder_text(live), settings.CONFIG.mail_from, [person.email])
    return len(live)


def _subject(clocks: Sequence[Clock]) -> str:
    told = ngettext("%(n)d deadline needs you", "%(n)d deadlines need you", len(clocks))
    return told % {"n": len(clocks)}


def reminder_text(clocks: Sequence[Clock]) -> str:
    """The mail: a line for each clock with its date, the days left and its page."""
    base = settings.CONFIG.base_url.rstrip("/")
    lines = []
    for clock in clocks:
        page = clock.page or reverse("deadlines:clock", args=[clock.pk])
        lines += [
            f"{clock.title} · {clock.unit.name}",
            f"{clock.rule.label}: {said_day(clock.due)} ({left_words(pace(clock))})",
            f"{base}{page}",
            "",
        ]
    return "\n".join([*lines, _("You get this because you act for the unit. Ended cases are not named.")])


def lapses_tell(*, today: date) -> int:
    """Tell the features of each open clock whose date has passed, once; the number told."""
    keys = Clock.objects.filter(state=Clock.State.RUNNING, due__lt=today, lapse_told=False).values_list("pk", flat=True)
    return sum(_lapse(key, today) for key in list(keys))


@transaction.atomic
def _lapse(key: int, today: date) -> bool:
    rows = Clock.objects.select_for_update(of=("self",)).select_related("unit")
    clock = rows.filter(pk=key, state=Clock.State.RUNNING, due__lt=today, lapse_told=False).first()
    if clock is None:
        return False
    clock.lapse_told = True
    clock.save(update_fields=["lapse_told"])
    record("clock.lapsed", on=clock.subject, by=None, unit=clock.unit, label=clock.rule.label, due=clock.due)
    clock_lapsed.send(sender=Clock, clock=clock)
    return True
