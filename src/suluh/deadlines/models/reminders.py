"""Reminders: whom a clock was announced to, at which stage, for which date."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person

from .clocks import Clock


class Reminder(models.Model):
    """One reminder of one clock to one person. A date that has moved is announced anew."""

    class Stage(models.TextChoices):
        """How near the date is, in the clock's own days."""

        THREE = "T-3", _("three days left")
        ONE = "T-1", _("one day left")
        AFTER = "after", _("date has passed")

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    stage = models.CharField(max_length=6, choices=Stage.choices)
    due = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clock", "person", "stage", "due"], name="reminder_is_made_once")
        ]
        indexes = [
            models.Index(fields=["person"], name="reminder_unsent", condition=models.Q(sent_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.stage}"
