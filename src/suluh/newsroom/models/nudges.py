"""What people are told by mail that waits for them in the newsroom, each thing once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person


class Nudge(models.Model):
    """One thing that one person is told: `kind` names a table, `about` the key there, `stage` tells its turns apart."""

    class Kind(models.TextChoices):
        """What it is about."""

        APPROVE = "approve", _("A story waits for your decision")
        MENTION = "mention", _("You are named in a comment")
        REPOST = "repost", _("An item is to be carried on")
        SLOT = "slot", _("An entry of the calendar has no story yet")
        VACANT = "vacant", _("A step of approval is vacant")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    about = models.BigIntegerField()
    stage = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["person"], name="nudge_unsent", condition=Q(sent_at__isnull=True)),
            models.Index(fields=["made_at"], name="nudge_made"),
        ]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "about", "stage"], name="nudge_is_made_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.about}"
