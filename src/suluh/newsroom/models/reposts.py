"""What units are asked to carry on from another account, and whether each did."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.channels.models import Delivery
from suluh.organization.models import Person, Unit


class RepostCall(models.Model):
    """A live item that the desk asks units to carry on within two days."""

    delivery = models.OneToOneField(Delivery, on_delete=models.PROTECT, related_name="repost_call")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", help_text="Who said it first.")
    title = models.CharField(max_length=200)
    caption = models.TextField(max_length=5000, help_text="Words that units may take over.")
    url = models.URLField(max_length=500)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class RepostShare(models.Model):
    """One unit's part of a call."""

    class State(models.TextChoices):
        """Whether it was carried on."""

        OPEN = "open", _("Not carried yet")
        CARRIED = "carried", _("Carried")
        EXCUSED = "excused", _("Excused")

    class Way(models.TextChoices):
        """How that is known."""

        SEEN = "seen", _("Seen in public")
        SULUH = "suluh", _("Posted through Suluh")
        PROOF = "proof", _("Shown by the unit")

    call = models.ForeignKey(RepostCall, on_delete=models.CASCADE, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="repost_shares")
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    way = models.CharField(max_length=5, choices=Way.choices, blank=True)
    url = models.URLField(max_length=500, blank=True, help_text="Where the unit carried it.")
    carried_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why the unit is excused.")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["unit__sort_key", "id"]
        indexes = [models.Index(fields=["unit", "state"], name="repost_share_of_unit")]
        constraints = [
            models.UniqueConstraint(fields=["call", "unit"], name="repost_share_is_one_a_unit"),
            models.CheckConstraint(
                condition=~Q(state="carried") | (Q(carried_at__isnull=False) & ~Q(url="") & ~Q(way="")),
                name="repost_carried_has_a_proof",
            ),
            models.CheckConstraint(condition=~Q(state="excused") | ~Q(reason=""), name="repost_excuse_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.unit_id}"

    @property
    def in_time(self) -> bool:
        """Carried before the call was due."""
        return self.carried_at is not None and self.carried_at <= self.call.due_at
