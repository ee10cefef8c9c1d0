"""The editorial charter, version by version, and every departure from it with its reason."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.models.stories import Story
from suluh.newsroom.rules import Rules
from suluh.organization.models import Person


class Charter(models.Model):
    """One version. A draft is worked on; an adopted one never changes, and the newest adopted one is in force."""

    class State(models.TextChoices):
        """Whether it has been decided."""

        DRAFT = "draft", _("Draft")
        ADOPTED = "adopted", _("Adopted")

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    data = models.JSONField(help_text="The rules, as `rules.Rules` reads them.")
    reason = models.TextField(blank=True, help_text="Why the version before it did not do.")
    edition = models.PositiveIntegerField(default=1, help_text="Counts savings of the draft.")
    drafted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    drafted_at = models.DateTimeField(auto_now=True)
    decision = models.CharField(max_length=120, blank=True, help_text="Number of the decision.")
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True, help_text="Office that decided, not a name.")
    adopted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="draft"), name="charter_has_one_draft"),
            models.CheckConstraint(
                condition=Q(state="draft")
                | (~Q(decision="") & ~Q(decided_by="") & Q(decided_on__isnull=False) & Q(adopted_at__isnull=False)),
                name="charter_is_adopted_by_a_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def rules(self) -> Rules:
        """What it decides, as a value."""
        return Rules.from_json(self.data)


class Override(models.Model):
    """A story that was approved although it breaks the charter, with the reason; every officer may read it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="overrides")
    revision = models.PositiveIntegerField()
    charter = models.ForeignKey(Charter, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    rule = models.CharField(max_length=400, help_text="What was broken, as it was said to the person.")
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="override_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.story_id} {self.code}"
