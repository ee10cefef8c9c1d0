"""Excluded information: consequence tests, determinations, and the sealed files behind them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .items import Item


class Exclusion(models.Model):
    """One determination of excluded information with its consequence test (Perki 1/2021 art. 49, annexes II–V).

    `label` is what the public list of exclusions says; `exact` is the information itself and is never public. An
    exclusion of a part leaves the item on the list (art. 50). What follows a change replaces the earlier row (art. 53).
    """

    class State(models.TextChoices):
        """Where the determination stands."""

        DRAFT = "draft", _("Test being drawn up")
        SENT = "sent", _("Waits for the head")
        IN_FORCE = "force", _("Excluded")
        REPLACED = "replaced", _("Replaced by a change")
        OPENED = "opened", _("Opened")

    class Scope(models.TextChoices):
        """How much of the information is closed."""

        WHOLE = "whole", _("The whole information")
        PART = "part", _("A part; the rest stays public")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="exclusions")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.PROTECT, related_name="exclusions")
    number = models.CharField(max_length=80, unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    scope = models.CharField(max_length=5, choices=Scope.choices, default=Scope.WHOLE)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    label = models.CharField(max_length=300)
    exact = models.TextField(max_length=4000)
    grounds = models.JSONField(default=list, help_text="Codes of refusal grounds: 17a to 17j.")
    law_basis = models.TextField(max_length=2000)
    harm = models.TextField(max_length=4000, help_text="What follows when it is opened.")
    benefit = models.TextField(max_length=4000, help_text="What is protected when it is closed.")
    testers = models.JSONField(default=list, help_text="Name, position and unit of each tester.")
    tested_on = models.DateField()
    tested_at = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="Last day; empty where the head set no day.")
    note = models.TextField(max_length=2000, blank=True, help_text="Why the head returned it.")
    decree_number = models.CharField(max_length=80, blank=True)
    decree_day = models.DateField(null=True, blank=True)
    drawn_up_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="exclusion_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(state="force") | Q(approved_at__isnull=False), name="exclusion_in_force_was_approved"
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state="force", scope="whole"), name="item_is_excluded_once"
            ),
        ]
        indexes = [models.Index(fields=["state", "ends_on"], name="exclusion_end")]

    def __str__(self) -> str:
        return self.number


class SealedFile(models.Model):
    """A file of excluded information in the sealed store: under a random name, encrypted with a key of its own.

    The key is itself sealed with the installation's key, so neither the folder nor the database alone opens it.
    """

    exclusion = models.ForeignKey(Exclusion, on_delete=models.PROTECT, related_name="sealed_files")
    name = models.CharField(max_length=140)
    stored = models.CharField(max_length=80, unique=True)
    sealed_key = models.TextField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def unit(self) -> Unit:
        """The unit that holds the information; rights are asked over it."""
        return self.exclusion.unit
