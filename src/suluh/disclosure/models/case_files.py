"""Files of cases: scans of identities, materials of units, what is handed out. All lie in the private store."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Person, Unit

from .requests import Assignment, InformationRequest


class CaseFile(models.Model):
    """One file of a request. `stored` is a random name in the private store; no address ever shows it."""

    class Purpose(models.TextChoices):
        """What the file is for; decides who may open it."""

        IDENTITY = "identity", _("Proof of identity")
        MATERIAL = "material", _("Material of a unit")
        HANDED = "handed", _("Given to the requester")
        DECREE = "decree", _("Decree of exclusion")

    request = models.ForeignKey(InformationRequest, on_delete=models.CASCADE, related_name="files")
    assignment = models.ForeignKey(Assignment, null=True, blank=True, on_delete=models.CASCADE, related_name="files")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    name = models.CharField(max_length=200)
    stored = models.CharField(max_length=120, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["request", "purpose"], name="case_file_purpose")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.request.body
