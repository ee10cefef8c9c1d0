"""What a body answers, and the letters in which it does."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .exclusions import Exclusion
from .objections import Objection
from .requests import InformationRequest


class Answer(models.Model):
    """The written notification on a request (annex VII), from draft to signature. A request has one.

    A refusal, or a part that is withheld, needs the superior's approval and the decree attached before it is signed
    (UU 14/2008 art. 19; Perki 1/2021 art. 10(2), 34(2)).
    """

    class Result(models.TextChoices):
        """What is decided (annex VIII: keputusan)."""

        GRANTED = "granted", _("Given in full")
        PARTIAL = "partial", _("Given in part")
        REFUSED = "refused", _("Refused")
        ELSEWHERE = "elsewhere", _("Held by another public body")
        NOT_HELD = "not-held", _("Not yet held or documented")

    class State(models.TextChoices):
        """Where the answer stands."""

        DRAFT = "draft", _("Draft")
        SENT = "sent", _("Waits for the superior")
        APPROVED = "approved", _("Approved by the superior")
        SIGNED = "signed", _("Signed")

    WITHHOLDS = (Result.PARTIAL, Result.REFUSED)

    request = models.OneToOneField(InformationRequest, on_delete=models.CASCADE, related_name="answer")
    result = models.CharField(max_length=10, choices=Result.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    words = models.TextField(max_length=8000, help_text="What the letter says in its own words.")
    opening = models.TextField(max_length=2000, blank=True, help_text="Empty: the usual first paragraph.")
    closing = models.TextField(max_length=2000, blank=True, help_text="Empty: the usual last paragraph.")
    held_by = models.CharField(max_length=200, blank=True, help_text="The body that holds it, where it is another.")
    available = models.CharField(max_length=200, blank=True, help_text="When it will be documented or provided.")
    softcopy = models.BooleanField(default=True)
    hardcopy = models.BooleanField(default=False)
    ground = models.CharField(max_length=10, blank=True, help_text="Code of law.grounds.")
    reason = models.TextField(max_length=4000, blank=True, help_text="Why something is withheld or blackened.")
    exclusion = models.ForeignKey(
        Exclusion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="answers",
        help_text="Determination in force on which a refusal on an exemption rests.",
    )
    decree_number = models.CharField(max_length=120, blank=True, help_text="Decree that classifies what is withheld.")
    sheets = models.PositiveIntegerField(default=0)
    sheet_price = models.PositiveIntegerField(default=0)
    sending_cost = models.PositiveIntegerField(default=0)
    payment = models.CharField(max_length=300, blank=True)
    receipt = models.CharField(max_length=80, blank=True, help_text="Number of the receipt; required once paid.")
    paid_on = models.DateField(null=True, blank=True)
    drafted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    returned = models.TextField(max_length=2000, blank=True, help_text="Why the superior gave it back.")
    signed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="signed") | Q(signed_at__isnull=False), name="answer_signed_has_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state="signed", result__in=["partial", "refused"])
                | (Q(approved_at__isnull=False) & ~Q(ground="") & ~Q(reason="")),
                name="answer_withholds_only_with_approval",
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True) | ~Q(receipt=""), name="answer_payment_has_a_receipt"
            ),
        ]
        indexes = [models.Index(fields=["request"], condition=Q(state__in=["sent", "approved"]), name="answer_waiting")]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.result}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.request.body

    @property
    def withholds(self) -> bool:
        """True when something that was asked for is not given on a ground of the law."""
        return self.result in self.WITHHOLDS

    @property
    def cost(self) -> int:
        """What the requester pays in rupiah: copies and sending, nothing else (Perki 1/2021 art. 37)."""
        return self.sheets * self.sheet_price + self.sending_cost


class Letter(models.Model):
    """A signed letter: its number, its words, and the PDF as it went out, all written with the decision itself.

    `digest` is that of everything in the letter but its number: what the signer read is what was signed.
    """

    class Kind(models.TextChoices):
        """What the letter is; codes of `law.papers`."""

        NOTIFICATION = "notification", _("Written notification")
        INCOMPLETE = "incomplete", _("Statement of incompleteness")
        EXTENSION = "extension", _("Notice of extension")
        REFUSAL = "refusal", _("Refusal")
        OBJECTION = "objection-answer", _("Answer to the objection")
        RECEIPT = "fee-receipt", _("Receipt of payment")

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="letters")
    request = models.ForeignKey(
        InformationRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="letters"
    )
    objection = models.ForeignKey(Objection, null=True, blank=True, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.CharField(max_length=120)
    day = models.DateField()
    parts = models.JSONField(help_text="[code, label, text] of each part, as the annex orders them.")
    opening = models.TextField(max_length=2000, blank=True)
    words = models.TextField(max_length=8000, blank=True)
    closing = models.TextField(max_length=2000, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="letter_number_is_given_once"),
            models.CheckConstraint(
                condition=Q(request__isnull=False, objection__isnull=True)
                | Q(request__isnull=True, objection__isnull=False),
                name="letter_belongs_to_one_case",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body


class LetterPrint(models.Model):
    """The PDF of a letter, beside it so that lists stay light and a power cut never parts the two."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="print")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.letter_id}"
