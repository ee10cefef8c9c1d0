"""Mails that may become requests: an officer reads them, and registers or sets them aside."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .requests import InformationRequest


class MailDraft(models.Model):
    """One mail as it was read. It names its sender and is forgotten once it was registered or set aside."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("Waits for an officer")
        REGISTERED = "registered", _("Registered as a request")
        ASIDE = "aside", _("Set aside")

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, help_text="Digest of what the mail is known by; kept for good.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    sender = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=160, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    proven = models.BooleanField(default=False, help_text="The mail server found the sender's domain proven.")
    why_aside = models.CharField(max_length=300, blank=True)
    came_at = models.DateTimeField(auto_now_add=True)
    request = models.OneToOneField(
        InformationRequest, null=True, blank=True, on_delete=models.SET_NULL, related_name="mail_draft"
    )
    settled_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "mark"], name="mail_draft_comes_once"),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at__isnull=True)
                | Q(state__in=("registered", "aside"), settled_at__isnull=False, sender="", name="", text=""),
                name="mail_draft_settled_is_empty",
            ),
        ]
        indexes = [models.Index(fields=["body", "id"], condition=Q(state="waiting"), name="mail_draft_waiting")]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    @property
    def unit(self) -> Unit:
        """The public body that was written to; rights are asked over it."""
        return self.body


class MailFile(models.Model):
    """An attachment of a waiting mail, in the private store; `refused` says why one was not kept."""

    draft = models.ForeignKey(MailDraft, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    stored = models.CharField(max_length=120, blank=True)
    size = models.PositiveIntegerField()
    refused = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.pk}"
