"""The plan of what appears when: slots, recurring series, local observances, private addresses of the calendar feed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.channels.models import Channel
from suluh.newsroom.models.stories import Story
from suluh.organization.models import Person, Unit


class Series(models.Model):
    """A slot that comes again until a day, such as the vaccination timetable every Monday at seven."""

    class Step(models.TextChoices):
        """How often."""

        WEEK = "week", _("Every week")
        FORTNIGHT = "fortnight", _("Every two weeks")
        MONTH = "month", _("Every month, same day")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="slot_series")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Story.Kind.choices)
    step = models.CharField(max_length=9, choices=Step.choices)
    starts_at = models.DateTimeField()
    ends_on = models.DateField(help_text="Last day, in the government's zone.")
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "series"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Slot(models.Model):
    """A place in the calendar: planned, and once a story is approved for it, filled."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="slots")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Story.Kind.choices)
    at = models.DateTimeField(help_text="When it is to appear.")
    note = models.CharField(max_length=500, blank=True)
    series = models.ForeignKey(Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="slots")
    story = models.OneToOneField(Story, null=True, blank=True, on_delete=models.CASCADE, related_name="slot")
    channels = models.ManyToManyField(Channel, blank=True, related_name="slots")
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at", "id"], include=["unit", "kind"], name="slot_of_day"),
            models.Index(fields=["unit", "at", "id"], include=["kind"], name="slot_of_unit_and_day"),
        ]
        constraints = [models.UniqueConstraint(fields=["series", "at"], name="slot_of_a_series_comes_once")]

    def __str__(self) -> str:
        return self.title


class Observance(models.Model):
    """Days that the government itself keeps: its anniversary, a local commemoration, days of mourning."""

    class Kind(models.TextChoices):
        """What it asks of those who plan."""

        OBSERVANCE = "observance", _("Observance")
        MOURNING = "mourning", _("Days of mourning")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OBSERVANCE)
    first = models.DateField()
    last = models.DateField()
    yearly = models.BooleanField(default=False)
    source = models.CharField(max_length=200, help_text="The decree or letter that says so.")
    added_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["first", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="observance_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(source=""), name="observance_has_a_source"),
        ]

    def __str__(self) -> str:
        return self.name


class FeedKey(models.Model):
    """The secret part of a person's private address of the calendar; only its digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feed_keys")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="feed_key_is_one_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"
