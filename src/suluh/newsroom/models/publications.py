"""An approved story on the public portal: one row a story, so that it stands there once."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .stories import Story


class Publication(models.Model):
    """What the public reads of a story, frozen with its approval; an edit of the story does not touch it.

    A corrected revision replaces the former one at the same address when its time has come (`next_*`).
    """

    class Section(models.TextChoices):
        """Where citizens find it."""

        NEWS = "news", _("News")
        ANNOUNCEMENTS = "announcements", _("Announcements")
        AGENDA = "agenda", _("Agenda")

    story = models.OneToOneField(Story, on_delete=models.PROTECT, related_name="publication")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="publications")
    section = models.CharField(max_length=14, choices=Section.choices)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    happens_on = models.DateField(null=True, blank=True)
    words = models.JSONField(help_text="Everything of the revision, as approved.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the revision's words.")
    appears_at = models.DateTimeField(help_text="When it is public first.")
    changed_at = models.DateTimeField(null=True, blank=True, help_text="When a corrected revision took its place.")
    next_revision = models.PositiveIntegerField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=500, blank=True, help_text="Why it was withdrawn, for citizens.")
    search = models.GeneratedField(
        expression=SearchVector("title", "text", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["-appears_at", "-id"]
        indexes = [
            models.Index(
                fields=["section", "-appears_at", "-id"], name="publication_list", condition=Q(withdrawn_at=None)
            ),
            models.Index(fields=["-appears_at", "-id"], name="publication_newest", condition=Q(withdrawn_at=None)),
            models.Index(
                fields=["unit", "-appears_at", "-id"], name="publication_of_unit", condition=Q(withdrawn_at=None)
            ),
            models.Index(fields=["happens_on", "id"], name="publication_agenda", condition=Q(section="agenda")),
            models.Index(fields=["next_at"], name="publication_next", condition=Q(next_at__isnull=False)),
            GinIndex(fields=["search"], name="publication_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(reason=""), name="publication_withdrawn_says_why"
            ),
            models.CheckConstraint(
                condition=Q(next_revision=None, next_at=None) | Q(next_revision__isnull=False, next_at__isnull=False),
                name="publication_next_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title
