"""A notice without delay (informasi serta-merta), and every version of it that the public was told."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit


class Notice(models.Model):
    """One danger or disturbance. `words` is what officers write; the public reads versions alone.

    `state` is what citizens are told, `work` what officers have to do. `seen` counts every change, so that nobody
    approves words that somebody else has just altered.
    """

    class State(models.TextChoices):
        """What the public is told."""

        UNSAID = "unsaid", _("Not announced")
        IN_FORCE = "in_force", _("In force")
        OVER = "over", _("Over")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        DROPPED = "dropped", _("Discarded")

    class Work(models.TextChoices):
        """Who has it."""

        NONE = "none", _("Nothing to do")
        WRITING = "writing", _("Being written")
        WAITING = "waiting", _("Waits for approval")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="notices")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False, help_text="Names the documents for good.")
    form_token = models.UUIDField(unique=True, help_text="Name of the form; a bad connection sends it many times.")
    kind = models.CharField(max_length=20, help_text="A template of the notices.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNSAID)
    work = models.CharField(max_length=8, choices=Work.choices, default=Work.WRITING)
    words = models.JSONField()
    said = models.CharField(max_length=500, blank=True, help_text="What an update changes, for citizens.")
    note = models.TextField(blank=True, max_length=1000, help_text="What whoever approves asks to be mended.")
    seen = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=0, help_text="The newest version; 0 before the first.")
    ends_at = models.DateTimeField(null=True, blank=True, help_text="End of the version in force.")
    begun_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    submitted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["ends_at"], name="notice_in_force", condition=Q(state="in_force")),
            models.Index(fields=["unit", "-id"], name="notice_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["in_force", "over", "withdrawn"]) | Q(version__gt=0),
                name="notice_told_has_a_version",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force") | Q(ends_at__isnull=False), name="notice_in_force_ends"
            ),
            models.CheckConstraint(
                condition=~Q(work="waiting") | Q(submitted_at__isnull=False), name="notice_waiting_was_submitted"
            ),
        ]

    def __str__(self) -> str:
        return str(self.words.get("title") or self.kind)


class NoticeVersion(models.Model):
    """What the public was told at one time; never changed afterwards but for its review."""

    class Act(models.TextChoices):
        """What the version does."""

        ALERT = "alert", _("Announced")
        UPDATE = "update", _("Updated")
        CLEAR = "clear", _("Declared over")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=10, choices=Act.choices)
    words = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the words.")
    said = models.CharField(max_length=500, blank=True)
    sender = models.CharField(max_length=200, help_text="As which name the alerting protocol knows us.")
    sent = models.CharField(max_length=40, help_text="Time as the protocol wrote it; later messages repeat it.")
    submitted_at = models.DateTimeField(help_text="When it was laid before whoever approves.")
    submitted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    left_out = models.JSONField(default=list, help_text="Channels that would have refused it, each with a sentence.")
    alone = models.BooleanField(default=False, help_text="Written and issued by one person; somebody else reviews it.")
    reviewed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review = models.TextField(blank=True, max_length=1000)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["-issued_at"], name="notice_version_newest"),
            models.Index(fields=["id"], name="notice_to_review", condition=Q(alone=True, reviewed_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["notice", "number"], name="notice_version_has_one_number"),
            models.CheckConstraint(
                condition=Q(number__gt=0) & Q(issued_at__gte=F("submitted_at")), name="notice_issued_after_submission"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id}.{self.number}"

    @property
    def source(self) -> str:
        """What deliveries call this version."""
        return f"notice:{self.notice_id}:{self.number}"

    @property
    def unit(self) -> Unit:
        """The unit of its notice."""
        return self.notice.unit
