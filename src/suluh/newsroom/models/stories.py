"""A story, every revision of its words, and the approval that freezes one of them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit


class Story(models.Model):
    """One submission of a unit. Its columns are the newest revision; approval names the revision it froze."""

    class Kind(models.TextChoices):
        """What it is to citizens."""

        NEWS = "news", _("News")
        ANNOUNCEMENT = "announcement", _("Announcement")
        SERVICE = "service", _("Service information")
        PROGRAMME = "programme", _("Programme")
        DATA = "data", _("Data")
        AGENDA = "agenda", _("Agenda")
        INVITATION = "invitation", _("Invitation to take part")

    class State(models.TextChoices):
        """Who has it."""

        SUBMITTED = "submitted", _("At the desk")
        RETURNED = "returned", _("Back at the unit")
        APPROVED = "approved", _("Approved")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="stories")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUBMITTED)
    form_token = models.UUIDField(unique=True, help_text="Name of the form; a bad connection sends it many times.")
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=10_000)
    benefit = models.TextField(max_length=1000, blank=True, help_text="Why it matters to citizens.")
    who = models.CharField(max_length=300, blank=True, help_text="Who does it, and for whom.")
    place = models.CharField(max_length=160, blank=True)
    happens_on = models.DateField(null=True, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    media = models.JSONField(default=list, blank=True, help_text="Photos and videos in order: facts of each and alt.")
    variants = models.JSONField(default=dict, blank=True, help_text="Own words for a platform, by its name.")
    renditions = models.JSONField(default=dict, blank=True, help_text="Own shape of media, by platform and token.")
    revision = models.PositiveIntegerField(default=1)
    route = models.JSONField(default=list, help_text="Steps of approval as the charter named them, with their units.")
    step = models.PositiveSmallIntegerField(default=0, help_text="Place in the route, from 0.")
    waits_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    waits_roles = ArrayField(models.CharField(max_length=16), default=list, help_text="Who decides the step.")
    waits_since = models.DateTimeField(null=True)
    promised_at = models.DateTimeField(null=True, help_text="Until when the charter promises the step.")
    vacant_since = models.DateTimeField(
        null=True, blank=True, help_text="Since when it is known that nobody can decide the step."
    )
    held_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    held_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, help_text="What the desk asks the unit to mend.")
    submitted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    submitted_at = models.DateTimeField(auto_now_add=True)
    approved_revision = models.PositiveIntegerField(null=True, blank=True)
    approved_digest = models.CharField(max_length=64, blank=True)
    approved_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-submitted_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-submitted_at", "-id"], name="story_queue"),
            models.Index(fields=["unit", "-submitted_at", "-id"], name="story_of_unit"),
            models.Index(fields=["promised_at", "id"], name="story_waits", condition=Q(state="submitted")),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="story_title_words"),
            models.Index(fields=["state", "kind", "-id"], name="story_of_kind"),
            models.Index(fields=["vacant_since"], name="story_vacant", condition=Q(vacant_since__isnull=False)),
            models.Index(fields=["approved_at", "kind"], name="story_mix", condition=Q(state="approved")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (Q(approved_revision=models.F("revision")) & Q(approved_at__isnull=False) & ~Q(approved_digest="")),
                name="story_approval_names_its_revision",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """The words of a story as somebody left them."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    words = models.JSONField()
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="revision_has_one_number")]

    def __str__(self) -> str:
        return f"{self.story_id}.{self.number}"
