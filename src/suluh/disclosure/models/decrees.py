"""Decrees that fix the list of public information."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .items import Item, ItemVersion


class Decree(models.Model):
    """A decree of the PPID that fixes the list, with the approval of the superior (Perki 1/2021 art. 45)."""

    class State(models.TextChoices):
        """Where the decree stands."""

        DRAFT = "draft", _("In preparation")
        SENT = "sent", _("Waits for the superior")
        APPROVED = "approved", _("In force")

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="decrees")
    number = models.CharField(max_length=80)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="following")
    prepared_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(max_length=2000, blank=True, help_text="Why the superior returned it.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="decree_number_is_used_once"),
            models.UniqueConstraint(
                fields=["body"], condition=Q(state__in=["draft", "sent"]), name="decree_is_prepared_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_at__isnull=False), name="decree_in_force_was_approved"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body


class DecreeLine(models.Model):
    """One item of the list as the decree fixes it: a snapshot through a version that no longer changes."""

    class Change(models.TextChoices):
        """What the decree does to the item."""

        ADDED = "added", _("New")
        CHANGED = "changed", _("Changed")
        KEPT = "kept", _("Unchanged")
        REMOVED = "removed", _("Taken off the list")

    decree = models.ForeignKey(Decree, on_delete=models.CASCADE, related_name="lines")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="lines")
    version = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="lines")
    change = models.CharField(max_length=8, choices=Change.choices)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["decree", "item"], name="decree_names_an_item_once")]
        indexes = [models.Index(fields=["decree", "change", "id"], name="decree_line_change")]

    def __str__(self) -> str:
        return f"{self.decree_id}:{self.item_id}"


class DecreePrint(models.Model):
    """The decree with its list as PDF, kept until something in it changes: setting a long list takes seconds."""

    decree = models.OneToOneField(Decree, on_delete=models.CASCADE, related_name="print")
    key = models.CharField(max_length=64, help_text="Digest of the state and of what was excluded since.")
    pdf = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.decree_id}"
