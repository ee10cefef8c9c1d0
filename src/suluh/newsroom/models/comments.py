"""What people say to each other about a story, and who is named in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suluh.newsroom.models.stories import Story
from suluh.organization.models import Person


class Comment(models.Model):
    """A remark on a story; it is never published."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comments")
    revision = models.PositiveIntegerField(help_text="The words that were on the table.")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.text[:40]}"


class Mention(models.Model):
    """Somebody who is named in a comment and has not seen to it until `read_at`."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="mention_is_once_a_comment")]
        indexes = [models.Index(fields=["person"], name="mention_open", condition=Q(read_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.comment_id} @{self.person_id}"
