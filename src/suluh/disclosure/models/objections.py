"""Objections to the superior, and the disputes that may follow them."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import Clock
from suluh.organization.models import Person, Unit

from .applicants import Applicant
from .items import Item
from .requests import Channel, InformationRequest

OBJECTION = "objection"
"""What clocks and events call an objection; disputes run under the same name."""


class Objection(models.Model):
    """An objection (UU 14/2008 art. 35–36; Perki 1/2021 art. 39–44). Ground b may stand without a request."""

    class State(models.TextChoices):
        """Where the objection stands."""

        RUNNING = "running", _("Waits for the superior")
        ANSWERED = "answered", _("Answered")
        LAPSED = "lapsed", _("Not answered in time")
        DISPUTED = "disputed", _("Before the Komisi Informasi")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Result(models.TextChoices):
        """What the superior decides."""

        UPHELD = "upheld", _("The objection is granted")
        PARTLY = "partly", _("Granted in part")
        REJECTED = "rejected", _("The decision of the PPID stands")

    UNSETTLED = (State.RUNNING, State.LAPSED, State.DISPUTED)
    """States in which somebody still has to decide; a dispute may have ended."""

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="objections")
    request = models.ForeignKey(
        InformationRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="objections"
    )
    applicant = models.ForeignKey(Applicant, on_delete=models.PROTECT, related_name="objections")
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    code = models.CharField(max_length=24, unique=True)
    form_token = models.UUIDField(null=True, blank=True, unique=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WEB)
    grounds = models.JSONField(help_text="Letters a to g of law.grounds.")
    details = models.TextField(max_length=5000, help_text="The information it is about.")
    purpose = models.TextField(max_length=2000, blank=True)
    position = models.TextField(max_length=5000, help_text="What happened, in the words of the requester.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    received_on = models.DateField()
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    result = models.CharField(max_length=10, choices=Result.choices, blank=True)
    argument = models.TextField(max_length=8000, blank=True)
    order = models.TextField(max_length=4000, blank=True, help_text="What the PPID has to do now.")
    answered_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reply = models.TextField(max_length=2000, blank=True, help_text="What the requester said to the answer.")
    clock = models.ForeignKey(Clock, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "sequence"], name="objection_number_is_given_once"),
            models.UniqueConstraint(fields=["body", "number"], name="objection_number_reads_once"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="running"), name="objection_runs_once_a_request"
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(result="", argument=""), name="objection_answer_is_whole"
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "id"],
                include=["state", "clock"],
                condition=Q(state__in=["running", "lapsed", "disputed"]),
                name="objection_open",
            ),
            models.Index(fields=["body", "-year", "-sequence"], name="objection_register"),
            GinIndex(
                OpClass(Upper("number"), name="gin_trgm_ops"),
                OpClass(Upper("details"), name="gin_trgm_ops"),
                name="objection_words",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body

    @property
    def subject(self) -> str:
        """The case as clocks and events name it."""
        return f"{OBJECTION}:{self.pk}"


class Dispute(models.Model):
    """What an officer records of a dispute before the Komisi Informasi and the courts (UU 14/2008 art. 37–50)."""

    class Stage(models.TextChoices):
        """Where the dispute is."""

        FILED = "filed", _("Filed with the Komisi Informasi")
        BEGUN = "begun", _("Mediation or adjudication has begun")
        RULED = "ruled", _("Ruled by the Komisi Informasi")
        COURT = "court", _("Before the court")
        JUDGED = "judged", _("Judged by the court")
        CASSATION = "cassation", _("Before the Supreme Court")
        CLOSED = "closed", _("Closed")

    class Outcome(models.TextChoices):
        """How it ended."""

        OPEN = "open", _("The information is open")
        PARTLY = "partly", _("Open in part")
        CLOSED = "closed", _("The refusal stands")
        SETTLED = "settled", _("Settled by mediation")
        DROPPED = "dropped", _("Withdrawn or inadmissible")

    objection = models.OneToOneField(Objection, on_delete=models.PROTECT, related_name="dispute")
    register_number = models.CharField(max_length=120, blank=True, help_text="Number at the Komisi Informasi.")
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.FILED)
    filed_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    ruling_number = models.CharField(max_length=120, blank=True)
    ruled_on = models.DateField(null=True, blank=True)
    court = models.CharField(max_length=160, blank=True)
    note = models.TextField(max_length=4000, blank=True)
    opened_item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="What a won dispute opened."
    )
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.register_number or f"{self.objection_id}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.objection.body
