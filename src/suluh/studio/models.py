"""A photo or video that an officer handed in, as it was drawn or encoded anew by us."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit


class Medium(models.Model):
    """One photo or video. Once it is ready its file never changes: what shows another picture is another row."""

    class Kind(models.TextChoices):
        """What it is, told by its bytes."""

        PHOTO = "photo", _("Photo")
        VIDEO = "video", _("Video")

    class State(models.TextChoices):
        """Whether it can be published."""

        PREPARING = "preparing", _("Being prepared")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Could not be prepared")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="media")
    token = models.UUIDField(unique=True, help_text="Given by the phone; sent ten times it is one medium.")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    state = models.CharField(max_length=9, choices=State.choices, default=State.READY)
    name = models.CharField(max_length=120, blank=True, help_text="Where it lies in the media store.")
    mime = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0, help_text="Length of a video; 0 for photos.")
    poster = models.CharField(max_length=120, blank=True, help_text="First picture of a video, in the media store.")
    sent = models.CharField(max_length=120, blank=True, help_text="The video as it was sent, until it is prepared.")
    fault = models.CharField(max_length=300, blank=True, help_text="Why it could not be prepared.")
    shape = models.JSONField(default=dict, blank=True, help_text="How a rendition differs from what it is made from.")
    made_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="renditions")
    kept = models.BooleanField(default=False, help_text="Something shows it; others are removed after their term.")
    taken_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "media"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["taken_at"], name="medium_left_over", condition=Q(kept=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="ready") | (~Q(name="") & ~Q(digest="")), name="medium_ready_has_a_file"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.token}"

    @property
    def facts(self) -> dict[str, Any]:
        """What a story keeps of it: enough to show and to publish it without asking again."""
        return {
            "token": str(self.token),
            "kind": self.kind,
            "name": self.name,
            "mime": self.mime,
            "digest": self.digest,
            "width": self.width,
            "height": self.height,
            "seconds": self.seconds,
            "video": "h264" if self.kind == self.Kind.VIDEO else "",
        }
