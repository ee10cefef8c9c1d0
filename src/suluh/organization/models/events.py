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
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="events", db_index=False)
    role = models.CharField(max_length=16, blank=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="events")
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
            models.Index(fields=["person", "-id"], name="event_person"),
            models.Index(fields=["unit", "-id"], name="event_unit"),
            models.Index(fields=["subject", "-id"], name="event_subject"),
            models.Index(fields=["id"], name="event_unsealed", condition=models.Q(seq__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["previous"], condition=models.Q(seq__isnull=False), name="event_chain_does_not_fork"
            ),
            models.CheckConstraint(
                condition=models.Q(seq__isnull=True, digest="", previous="")
                | (models.Q(seq__gte=1) & ~models.Q(digest="") & ~models.Q(previous="")),
                name="event_is_sealed_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"


class EventValue(models.Model):
    """The erasable particulars of an event; its salted digest stays in the chain when they are erased."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="value")
    salt = models.BinaryField(max_length=16)
    data = models.JSONField()
    erased_at = models.DateTimeField(null=True)


class ChainHead(models.Model):
    """Where the chain ends, noted by the sealer; one row. A lost tail shows as a gap against it."""

    seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)
    sealed_at = models.DateTimeField(null=True)
    singleton = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(singleton=True), name="chain_has_one_head")]

    def __str__(self) -> str:
        return f"{self.seq} {self.digest[:12]}"
