"""Uploads that wait for a person's yes."""

from __future__ import annotations

from django.db import models

from .people import Person


class ImportDraft(models.Model):
    """An uploaded sheet between preview and confirmation; removed once taken, or after a day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="import_drafts")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.file_name
