"""The audit trail: who did what, as which role, on what. A sealer orders and chains the rows afterwards."""

from __future__ import annotations

from django.db import models

from .people import Person
from .units import Unit


class Event(models.Model):
    """One deed of a person, or of a task on a person's behalf, written in the deed's own transaction.

    `seq`, `previous` and `digest` are empty until the sealer has given the event its place in the chain.
    """

    code = models.CharField(max_length=60)
    at = models.DateTimeField()
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="events")
    role = models.CharField(max_length=16, blank=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.SET_NULL, related_name="events")
    subject = models.CharField(max_length=80, help_text='What it was done to, as "kind:id".')
    value_digest = models.CharField(max_length=64, blank=True)
    seq = models.BigIntegerField(null=True, unique=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    actor = models.CharField(
        max_length=40, blank=True, help_text="Stable token of the person; outlives the person row."
    )

    class Meta:
        indexes = [
            models.Index(fields=["unit", "-id"], name="event_unit"),
            models.Index(fields=["subject", "-id"], name="event_subject"),
            models.Index(fields=["id"], name="event_unsealed", condition=models.Q(seq__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"


class EventValue(models.Model):
    """The erasable particulars of an event; its salted digest stays in the chain when they are erased."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="value")
    salt = models.BinaryField(max_length=16)
    data = models.JSONField()
    erased_at = models.DateTimeField(null=True)
