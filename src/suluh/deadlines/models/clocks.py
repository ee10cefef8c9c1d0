"""Clocks of cases: how far each has run, when it is due, and how that date came about."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.kernel.workdays.counting import Skipped
from suluh.law.clocks import Clock as Rule
from suluh.law.clocks import clocks
from suluh.law.running import Pause, Reckoning, Running, Segment
from suluh.organization.models import Unit

from .calendars import CalendarVersion


class Clock(models.Model):
    """One legal clock of one case.

    `start` is day 0 of the date due, `earlier_start` that of the other rule where the law has two. `segments`, `pauses`
    and `skipped` are the trace: together with `start`, `due` and `week` they tell every day. Once ended, nothing of it
    changes any more. No index holds a date that a change of the calendar moves: ten thousand rows then change in place.
    """

    class State(models.TextChoices):
        """How a clock stands. Whether a running one is overdue follows from its date."""

        RUNNING = "running", _("running")
        PAUSED = "paused", _("paused")
        MET = "met", _("met in time")
        LATE = "late", _("met too late")
        FROZEN = "frozen", _("ended without a result")

    OPEN = (State.RUNNING, State.PAUSED)

    code = models.CharField(max_length=12)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="clocks", db_index=False)
    title = models.CharField(max_length=160, help_text="How lists and reminders call the case; never names a citizen.")
    page = models.CharField(max_length=200, blank=True, help_text="Address of the page on which one acts.")
    start = models.DateField()
    earlier_start = models.DateField(null=True, blank=True)
    segments = models.JSONField()
    pauses = models.JSONField(default=list)
    due = models.DateField(null=True, blank=True, help_text="Empty while paused, and for what must happen at once.")
    earlier_due = models.DateField(null=True, blank=True)
    left = models.SmallIntegerField(null=True, blank=True, help_text="Working days left when a pause ends.")
    skipped = models.JSONField(default=list, help_text="[day, reason] of each day of the week that was not counted.")
    week = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Working days a week; empty: all days.")
    estimated = models.BooleanField(default=False)
    calendar = models.ForeignKey(
        CalendarVersion, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    """Versions are never removed, and many clocks change theirs at once: checking each would make others wait."""
    law = models.CharField(max_length=40, help_text="Version of the table of clocks.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)
    lapse_told = models.BooleanField(default=False, help_text="The feature has been told that the date has passed.")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "code"],
                condition=Q(state__in=("running", "paused")),
                name="clock_runs_once_a_case",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("running", "paused"), ended_on__isnull=True)
                | Q(state__in=("met", "late", "frozen"), ended_on__isnull=False),
                name="clock_ends_with_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="paused") | Q(due__isnull=True, left__isnull=False),
                name="clock_paused_has_days_left",
            ),
            models.CheckConstraint(
                condition=Q(earlier_start__isnull=True) | Q(earlier_start__lte=F("start")),
                name="clock_earlier_start_is_not_later",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="clock_subject"),
            models.Index(fields=["unit"], name="clock_open_unit", condition=Q(state__in=("running", "paused"))),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"

    @property
    def subject(self) -> str:
        """The case as events name it, "kind:id"."""
        return f"{self.subject_kind}:{self.subject_id}"

    @property
    def rule(self) -> Rule:
        """The legal clock it is an instance of."""
        return clocks()[self.code]

    @property
    def is_open(self) -> bool:
        """True until it has ended."""
        return self.state in self.OPEN

    @property
    def extended(self) -> bool:
        """True once its extension was given."""
        return len(self.segments) > 1

    @property
    def running(self) -> Running:
        """What it is made of, as the engine takes it."""
        return running_of(self.code, self.start, self.earlier_start, self.segments, self.pauses)

    @property
    def skipped_days(self) -> tuple[Skipped, ...]:
        """Days that were not counted, with their reasons."""
        return tuple(Skipped(date.fromisoformat(day), reason) for day, reason in self.skipped)

    def set_running(self, running: Running) -> None:
        """Keep what the clock is made of; `set_reckoning` has to follow."""
        self.segments = [{"code": one.code, "length": one.length, "ground": one.ground} for one in running.segments]
        self.pauses = [
            {"first": one.first.isoformat(), "last": one.last and one.last.isoformat(), "reason": one.reason}
            for one in running.pauses
        ]
        self.state = self.State.RUNNING if running.open_pause is None else self.State.PAUSED

    def set_reckoning(self, found: Reckoning, *, calendar: CalendarVersion) -> None:
        """Keep when it is due and how that came about."""
        self.due, self.earlier_due, self.left = found.due, found.earlier_due, found.left
        self.skipped = skipped_as_json(found)
        self.estimated = found.estimated
        self.calendar = calendar


def running_of(
    code: str, start: date, earlier_start: date | None, segments: list[dict[str, Any]], pauses: list[dict[str, Any]]
) -> Running:
    """The engine's value of a stored clock."""
    return Running(
        code=code,
        start=start,
        segments=tuple(Segment(**segment) for segment in segments),
        earlier_start=earlier_start,
        pauses=tuple(
            Pause(date.fromisoformat(one["first"]), _day_or_none(one["last"]), one["reason"]) for one in pauses
        ),
    )


def skipped_as_json(found: Reckoning) -> list[list[str]]:
    """Skipped days as they are stored."""
    return [[one.day.isoformat(), one.reason] for one in found.skipped]


def _day_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
