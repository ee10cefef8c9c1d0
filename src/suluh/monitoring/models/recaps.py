"""Published monthly recaps: frozen with their rubric version and proofs."""

from __future__ import annotations

from django.db import models

from suluh.organization.models import Person


class Recap(models.Model):
    """The recap of one month. Once published its rows never change; a correction is a new version."""

    month = models.DateField(help_text="First day.")
    version = models.PositiveSmallIntegerField(default=1)
    rubric = models.CharField(max_length=40)
    rows = models.JSONField(help_text="One entry a unit, in the order of the sheet, with evidence ids.")
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "version"], name="recap_version_is_one")]
