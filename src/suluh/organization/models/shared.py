"""What all web processes remember together for a while."""

from __future__ import annotations

from django.db import models


class SharedEntry(models.Model):
    """A row of Django's database cache: limits of tries, used codes. Written by the cache alone."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "shared_cache"

    def __str__(self) -> str:
        return self.cache_key
