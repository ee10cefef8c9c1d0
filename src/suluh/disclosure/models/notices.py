"""Mails to requesters: what was to be sent about a case, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Unit

from .answers import Letter
from .objections import Objection
from .requests import InformationRequest


class Notice(models.Model):
    """One mail to the requester of a case. The address is read from the requester when it is sent, and kept nowhere."""

    class Kind(models.TextChoices):
        """What the mail brings."""

        REGISTERED = "registered", _("Proof of registration")
        LETTER = "letter", _("Letter")
        MEND = "mend", _("Reminder to complete the request")

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("Waits to be sent")
        SENT = "sent", _("Sent by mail")
        FAILED = "failed", _("Could not be sent")
        BOUNCED = "bounced", _("Came back")

    TROUBLED = (State.FAILED, State.BOUNCED)

    request = models.ForeignKey(
        InformationRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="notices"
    )
    objection = models.ForeignKey(Objection, null=True, blank=True, on_delete=models.CASCADE, related_name="notices")
    letter = models.ForeignKey(Letter, null=True, blank=True, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    message_id = models.CharField(max_length=120, unique=True, help_text="Message-ID; answers to it name it.")
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it did not arrive.")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(request__isnull=False, objection__isnull=True)
                | Q(request__isnull=True, objection__isnull=False),
                name="notice_belongs_to_one_case",
            ),
            models.CheckConstraint(
                condition=Q(kind="letter", letter__isnull=False) | ~Q(kind="letter"), name="notice_of_a_letter_has_one"
            ),
            models.UniqueConstraint(
                fields=["request", "kind"], condition=~Q(kind="letter"), name="notice_of_a_request_once"
            ),
            models.UniqueConstraint(
                fields=["objection", "kind"], condition=~Q(kind="letter"), name="notice_of_an_objection_once"
            ),
            models.UniqueConstraint(fields=["letter"], name="notice_of_a_letter_once"),
        ]
        indexes = [
            models.Index(fields=["state", "id"], condition=Q(state__in=["failed", "bounced"]), name="notice_trouble")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def case(self) -> InformationRequest | Objection:
        """The case it is about."""
        found = self.request or self.objection
        assert found is not None  # a constraint of the table
        return found

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.case.body

    @property
    def troubled(self) -> bool:
        """True when somebody has to bring it another way, or try again."""
        return self.state in self.TROUBLED
