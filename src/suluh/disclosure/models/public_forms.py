"""What public forms leave behind to keep spam out and to measure what suggestions save. Nothing here names anybody."""

from __future__ import annotations

from django.db import models


class FormUse(models.Model):
    """One use of a public form by an address or an identity, as a keyed digest; removed after two days."""

    mark = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["mark", "at"], name="form_use_mark"),
            models.Index(fields=["at"], name="form_use_at"),
        ]

    def __str__(self) -> str:
        return f"{self.mark[:8]} {self.at:%F %T}"


class SuggestionUse(models.Model):
    """Items shown to somebody before a request was sent, which one was opened, and whether it was sent after all."""

    token = models.UUIDField(unique=True, help_text="Token of the form.")
    at = models.DateTimeField(auto_now_add=True)
    shown = models.PositiveSmallIntegerField()
    opened = models.CharField(max_length=40, blank=True, help_text="Code of the item that was opened.")
    sent = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["at"], name="suggestion_use_at")]

    def __str__(self) -> str:
        return f"{self.token}"
