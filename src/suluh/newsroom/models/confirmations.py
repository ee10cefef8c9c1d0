"""Who answers for personal data in a story."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suluh.newsroom.models.stories import Story
from suluh.organization.models import Person


class Confirmation(models.Model):
    """A person's word that one piece of personal data may be published. An edit of that piece asks anew."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="confirmations")
    code = models.CharField(max_length=30, help_text="What the writing help took it for.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the words; they themselves stay in the story.")
    reason = models.CharField(max_length=500, help_text="Why they may be published.")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "code", "digest"], name="confirmation_is_given_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="confirmation_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} {self.code}"
