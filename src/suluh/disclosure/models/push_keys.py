"""Keys with which a village's own system sends its list. Only a digest is kept, so no backup opens anything."""

from __future__ import annotations

from django.db import models

from suluh.organization.models import Person, Unit


class PushKey(models.Model):
    """One key of one village. `start` are its first letters, by which people tell keys apart."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="push_keys")
    name = models.CharField(max_length=80, help_text="Which system uses it.")
    start = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the key.")
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    window_at = models.DateTimeField(null=True, blank=True, help_text="Since when the calls are counted.")
    calls = models.PositiveIntegerField(default=0, help_text="Calls since `window_at`.")

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.start}…"
