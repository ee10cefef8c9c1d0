"""Findings about units, and the unit's right of reply."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Site, Unit

from .proofs import Evidence


class Finding(models.Model):
    """A fault of a unit's site.

    It opens after two observations at least ten minutes apart, closes when a sweep no longer sees it, can be
    contested by the unit and is settled by a person.
    """

    class State(models.TextChoices):
        """Where the finding stands."""

        SEEN_ONCE = "seen"  # waits for a second observation; shown to nobody but coordinators
        OPEN = "open"
        ACKNOWLEDGED = "acknowledged"
        CONTESTED = "contested"
        UPHELD = "upheld"
        WITHDRAWN = "withdrawn"
        GONE = "gone"

    OPEN_STATES = (State.OPEN, State.ACKNOWLEDGED, State.CONTESTED, State.UPHELD)

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="findings")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="findings")
    code = models.CharField(max_length=24)
    severity = models.CharField(max_length=8)
    message = models.CharField(max_length=500)
    step = models.CharField(max_length=500, blank=True)
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SEEN_ONCE)
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    observations = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    proofs = models.ManyToManyField(Evidence, related_name="findings")
    alerted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "code"],
                condition=~Q(state__in=["gone", "withdrawn"]),
                name="finding_is_open_once_a_site",
            )
        ]
        indexes = [
            models.Index(fields=["unit", "state"], name="finding_unit"),
            models.Index(fields=["code", "state"], name="finding_code"),
            models.Index(fields=["-opened_at"], name="finding_opened"),
            models.Index(fields=["-closed_at"], name="finding_closed"),
        ]

    def __str__(self) -> str:
        return f"{self.code} on {self.site_id}"

    @property
    def is_open(self) -> bool:
        """True while somebody has to do something about it."""
        return self.state in self.OPEN_STATES


class Reply(models.Model):
    """What the unit says to a finding, or what the settling person answers. Shown in the same size beside it."""

    class Kind(models.TextChoices):
        """Whose word it is."""

        CONTEST = "contest"
        NOTE = "note"
        DECISION = "decision"

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField(max_length=4000)
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["at", "id"]

    HEADINGS = {
        Kind.CONTEST: _("Reply of the unit"),
        Kind.NOTE: _("Note of the unit"),
        Kind.DECISION: _("Decision"),
    }

    @property
    def heading(self) -> str:
        """Whose word it is, in the reader's language."""
        return str(self.HEADINGS[self.Kind(self.kind)])
