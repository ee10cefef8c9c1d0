"""The calendar as versioned rows: what was true under a version can be read again at any time."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit


class CalendarVersion(models.Model):
    """One state of the calendar. The next one begins with a change; rows name the versions they hold from and until."""

    number = models.PositiveIntegerField(unique=True)
    source = models.CharField(max_length=200, help_text="Decree or package that this version rests on.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.source}"


class Versioned(models.Model):
    """A row that holds from one version of the calendar until another replaces it."""

    since = models.ForeignKey(CalendarVersion, on_delete=models.PROTECT, related_name="+")
    until = models.ForeignKey(
        CalendarVersion, null=True, on_delete=models.PROTECT, related_name="+", help_text="First version without it."
    )
    decree = models.CharField(max_length=160, blank=True)

    class Meta:
        abstract = True


class CalendarDay(Versioned):
    """A day that does not count: national holiday, cuti bersama, or a local one of a unit and all below it."""

    class Kind(models.TextChoices):
        """What makes the day free."""

        NATIONAL = "national", _("National holiday")
        JOINT = "joint", _("Collective leave")
        LOCAL = "local", _("Local holiday")

    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=160)
    tentative = models.BooleanField(default=False, help_text="May still move until the year is confirmed.")
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: whole government."
    )

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "unit"],
                condition=Q(until__isnull=True),
                nulls_distinct=False,
                name="calendar_day_is_free_once",
            ),
            models.CheckConstraint(condition=Q(unit__isnull=True) | Q(kind="local"), name="calendar_unit_day_is_local"),
        ]
        indexes = [models.Index(fields=["day"], name="calendar_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class CalendarYear(Versioned):
    """Whether the joint decree (SKB 3 Menteri) of a year is known, and whether an officer has confirmed its days."""

    year = models.PositiveSmallIntegerField()
    known = models.BooleanField(default=False, help_text="The source of the seed knows the decree of this year.")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(
                fields=["year"], condition=Q(until__isnull=True), name="calendar_year_is_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.year)


class WorkWeek(Versioned):
    """Working days a week of a unit and all below it, where they are not five."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField(default=6)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__in=(5, 6)), name="work_week_has_five_or_six_days"),
            models.UniqueConstraint(fields=["unit"], condition=Q(until__isnull=True), name="work_week_is_one_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.days}"
