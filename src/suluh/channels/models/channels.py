"""An account or site that Suluh may post to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Account, Person, Site, Unit
from suluh.platforms.platform import platforms


class Channel(models.Model):
    """One account or site with its access. No password of a platform is kept, only tokens that can be taken back."""

    class State(models.TextChoices):
        """Whether it can be posted to."""

        CONNECTED = "connected", _("Connected")
        LOST = "lost", _("Has to be connected again")
        CLOSED = "closed", _("Disconnected")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="channels")
    account = models.OneToOneField(Account, null=True, blank=True, on_delete=models.CASCADE, related_name="channel")
    site = models.OneToOneField(Site, null=True, blank=True, on_delete=models.CASCADE, related_name="channel")
    platform = models.CharField(max_length=20, help_text="A folder of the platforms.")
    address = models.URLField(max_length=300, blank=True, help_text="Where the service answers.")
    handle = models.CharField(max_length=120, blank=True)
    sealed = models.TextField(blank=True, help_text="Tokens, sealed for this row.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.CONNECTED)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was lost.")
    fresh_until = models.DateTimeField(null=True, blank=True, help_text="The token is renewed by Suluh before.")
    ends_at = models.DateTimeField(null=True, blank=True, help_text="From then on a person has to connect again.")
    good_at = models.DateTimeField(null=True, blank=True, help_text="When the platform last let us in.")
    asked_at = models.DateTimeField(null=True, blank=True, help_text="When it was last asked; null for at once.")
    doubt = models.CharField(max_length=300, blank=True, help_text="Why the last question brought no answer.")
    resting_until = models.DateTimeField(null=True, blank=True, help_text="The platform asked for a pause until then.")
    posted_at = models.DateTimeField(null=True, blank=True, help_text="When something was last sent there.")
    connected_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    connected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["unit_id", "platform", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(account__isnull=False, site__isnull=True) | Q(account__isnull=True, site__isnull=False),
                name="channel_is_an_account_or_a_site",
            )
        ]

    def __str__(self) -> str:
        return f"{self.platform}/{self.handle or self.address}"

    @property
    def bound(self) -> str:
        """The row's name to the seal."""
        return f"channel:{self.pk}"

    @property
    def in_use(self) -> bool:
        """False when the register has retired the account or site."""
        holder = self.account or self.site
        return holder is not None and holder.active

    @property
    def label(self) -> str:
        """The platform and the name there, as people say it."""
        where = self.handle or self.address.removeprefix("https://").removeprefix("http://").rstrip("/")
        name = platforms()[self.platform].label
        if self.account is not None and self.platform == "handoff":
            name = self.account.get_platform_display()
        return f"{name} · {where}"
