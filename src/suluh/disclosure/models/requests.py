"""Requests for information, from registration to the answer."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import Clock
from suluh.organization.models import Person, Unit

from .applicants import Applicant

REQUEST = "request"
"""What clocks and events call a request."""


class Channel(models.TextChoices):
    """How a request or an objection came in."""

    WEB = "web", _("Public form")
    COUNTER = "counter", _("At the counter")
    POST = "post", _("By post")
    PHONE = "phone", _("By telephone")
    MAIL = "mail", _("By mail")
    WHATSAPP = "whatsapp", _("By WhatsApp")


class InformationRequest(models.Model):
    """One request (UU 14/2008 art. 22; Perki 1/2021 art. 29–36). `version` grows with every deed on it."""

    class State(models.TextChoices):
        """Where the request stands."""

        RECEIVED = "received", _("Waits for the completeness check")
        INCOMPLETE = "incomplete", _("Waits for the requester")
        RUNNING = "running", _("In work")
        ANSWERED = "answered", _("Answered")
        LAPSED = "lapsed", _("Not completed in time")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Delivery(models.TextChoices):
        """How the copy is sent (Perki 1/2021 annex VI)."""

        MAIL = "mail", _("By mail (e-mail)")
        COLLECT = "collect", _("I collect it")
        POST = "post", _("By post")
        COURIER = "courier", _("By courier")
        FAX = "fax", _("By fax")

    OPEN = (State.RECEIVED, State.INCOMPLETE, State.RUNNING)

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="requests")
    applicant = models.OneToOneField(Applicant, on_delete=models.PROTECT, related_name="request")
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    code = models.CharField(max_length=24, unique=True, help_text="With it the requester follows the request.")
    form_token = models.UUIDField(null=True, blank=True, unique=True, help_text="One sent form is one request.")
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WEB)
    details = models.TextField(max_length=5000)
    purpose = models.TextField(max_length=2000)
    wants_view = models.BooleanField(default=False)
    wants_softcopy = models.BooleanField(default=True)
    wants_hardcopy = models.BooleanField(default=False)
    delivery = models.CharField(max_length=8, choices=Delivery.choices, default=Delivery.MAIL)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    received_on = models.DateField(help_text="Day on which it came in; day 0 of the earlier date.")
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    complete_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    given_on = models.DateField(null=True, blank=True, help_text="Day on which the information was handed over.")
    clock = models.ForeignKey(
        Clock, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="The clock lists sort by."
    )
    version = models.PositiveIntegerField(default=0)
    suggested = models.PositiveSmallIntegerField(default=0, help_text="Items of the list shown before it was sent.")
    rating = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5, by the requester.")
    rating_words = models.TextField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "sequence"], name="request_number_is_given_once"),
            models.UniqueConstraint(fields=["body", "number"], name="request_number_reads_once"),
            models.CheckConstraint(
                condition=Q(wants_view=True) | Q(wants_softcopy=True) | Q(wants_hardcopy=True),
                name="request_asks_for_some_form",
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__range=(1, 5)), name="request_rating_is_1_to_5"
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_on__isnull=False), name="request_answered_has_a_day"
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "id"],
                include=["state", "clock"],
                condition=Q(state__in=["received", "incomplete", "running"]),
                name="request_open",
            ),
            models.Index(fields=["body", "-year", "-sequence"], name="request_register"),
            models.Index(fields=["received_on"], name="request_received"),
            GinIndex(
                OpClass(Upper("number"), name="gin_trgm_ops"),
                OpClass(Upper("details"), name="gin_trgm_ops"),
                name="request_words",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def unit(self) -> Unit:
        """The public body that was asked; rights are asked over it."""
        return self.body

    @property
    def subject(self) -> str:
        """The case as clocks and events name it."""
        return f"{REQUEST}:{self.pk}"

    @property
    def is_open(self) -> bool:
        """True until it was answered, lapsed or was withdrawn."""
        return self.state in self.OPEN


class Assignment(models.Model):
    """What one unit is asked to bring for a request, until an inner date. The unit never sees who asks."""

    class State(models.TextChoices):
        """Where the collection stands."""

        ASKED = "asked", _("Asked of the unit")
        BROUGHT = "brought", _("Brought")
        NOT_HELD = "not-held", _("The unit does not hold it")

    request = models.ForeignKey(InformationRequest, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    asks = models.TextField(max_length=2000)
    due = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reply = models.TextField(max_length=5000, blank=True)
    replied_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "unit"], condition=Q(state="asked"), name="assignment_is_open_once_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | Q(replied_at__isnull=False), name="assignment_done_has_a_reply"
            ),
        ]
        indexes = [models.Index(fields=["unit", "due"], condition=Q(state="asked"), name="assignment_waiting")]

    def __str__(self) -> str:
        return f"{self.request_id}:{self.unit_id}"


class CaseNote(models.Model):
    """A note of the office on a request, or, without an author, what the requester added; never leaves the house."""

    request = models.ForeignKey(InformationRequest, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=2000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.request_id} {self.at:%F}"
