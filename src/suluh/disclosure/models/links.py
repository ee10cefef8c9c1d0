"""What was seen at the addresses of published items. A machine saw it, so it is no deed and has no event."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Unit

from .items import Item


class LinkCheck(models.Model):
    """The last look at an item's address. It counts for that very address: another one is looked at anew."""

    class State(models.TextChoices):
        """What is known of the address."""

        OK = "ok", _("opens")
        UNSURE = "unsure", _("did not open once")  # looked at again a day later before anything is said
        BROKEN = "broken", _("broken")
        CLOSED = "closed", _("does not let machines in")

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="link_check")
    link = models.URLField(max_length=500)
    state = models.CharField(max_length=8, choices=State.choices)
    reason = models.CharField(max_length=20, blank=True, help_text="Why it did not open; a word of `links.WHY`.")
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField()
    next_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["ok", "closed"], failing_since__isnull=True)
                | Q(state__in=["unsure", "broken"], failing_since__isnull=False),
                name="link_failing_has_a_start",
            )
        ]
        indexes = [
            models.Index(fields=["next_at"], name="link_next"),
            models.Index(fields=["failing_since", "id"], condition=Q(state="broken"), name="link_broken"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.state}"

    @property
    def unit(self) -> Unit:
        """The unit whose item it is; rights are asked over it."""
        return self.item.unit
