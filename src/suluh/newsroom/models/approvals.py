"""Voices for a story step by step, deputies, and the look afterwards at what was published in a hurry."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.newsroom.models.stories import Story
from suluh.organization.models import Person


class Approval(models.Model):
    """One voice for one revision at one step. Those for older revisions stay as a trace and count no more."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="approvals")
    revision = models.PositiveIntegerField()
    step = models.PositiveSmallIntegerField(help_text="Place in the story's route, from 0.")
    step_name = models.CharField(max_length=80)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    for_whom = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="Whom a deputy stood for."
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of the words that were read.")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "revision", "step", "by"], name="approval_is_one_voice"),
            models.UniqueConstraint(
                fields=["story", "revision", "step", "for_whom"],
                condition=Q(for_whom__isnull=False),
                name="approval_is_one_voice_for_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id}.{self.revision} {self.step_name}"


class Deputy(models.Model):
    """Somebody who decides in the place of another for a time, by a reason that is told."""

    principal = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="deputies")
    deputy = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stands_for")
    reason = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_until = models.DateField()
    appointed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    appointed_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Ended before its last day.")

    class Meta:
        ordering = ["-valid_until", "-id"]
        verbose_name_plural = "deputies"
        constraints = [
            models.CheckConstraint(condition=~Q(principal=F("deputy")), name="deputy_is_somebody_else"),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="deputy_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} ← {self.principal}"


class Review(models.Model):
    """A story that was published in a hurry, before its steps; somebody else looks at it afterwards."""

    class Verdict(models.TextChoices):
        """What the look afterwards found."""

        STANDS = "stands", _("It stands")
        WRONG = "wrong", _("It has to be corrected")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="reviews")
    revision = models.PositiveIntegerField()
    reason = models.TextField(max_length=1000, help_text="Why it could not wait.")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    verdict = models.CharField(max_length=6, choices=Verdict.choices, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    reviewed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "revision"], name="review_is_one_a_revision"),
            models.CheckConstraint(
                condition=Q(verdict="", reviewed_at__isnull=True) | (~Q(verdict="") & Q(reviewed_at__isnull=False)),
                name="review_is_over_with_a_verdict",
            ),
        ]
        indexes = [models.Index(fields=["due_at"], name="review_open", condition=Q(verdict=""))]

    def __str__(self) -> str:
        return f"{self.story_id}.{self.revision}"
