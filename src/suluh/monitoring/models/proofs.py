"""Evidence: what was seen, where, when; bodies of accused pages kept compressed under their hash."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from suluh.organization.models import Site


class Blob(models.Model):
    """A page body, zlib-compressed, addressed by the SHA-256 of what was received."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    body = models.BinaryField()
    size = models.PositiveIntegerField()
    stored_at = models.DateTimeField(auto_now_add=True)


class Evidence(models.Model):
    """One thing seen. It has a permanent address; `keep_until` says how long it is held."""

    site = models.ForeignKey(Site, null=True, on_delete=models.CASCADE, related_name="evidence")
    code = models.CharField(max_length=24, help_text="Finding or item it speaks for.")
    url = models.CharField(max_length=1000)
    seen_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    address = models.CharField(max_length=60, blank=True)
    headers = models.JSONField(default=dict)
    excerpt = models.TextField(blank=True)
    marks = models.JSONField(default=list)
    how = models.CharField(max_length=300, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    blob = models.ForeignKey(Blob, null=True, on_delete=models.SET_NULL, related_name="evidence")
    keep_until = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["site", "code", "-seen_at"], name="evidence_of_site"),
            models.Index(fields=["keep_until"], name="evidence_keep"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.url}"

    def get_absolute_url(self) -> str:
        """Permanent address of the proof."""
        return reverse("monitoring:evidence", args=[self.pk])
