"""Words of the public list, for mending what was mistyped and for weighing what is rare."""

from __future__ import annotations

from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import F


class Lexeme(models.Model):
    """A stem that public items contain, and in how many; nothing of what is not public ever stands here."""

    word = models.CharField(primary_key=True, max_length=200)
    items = models.PositiveIntegerField()

    class Meta:
        indexes = [GistIndex(OpClass(F("word"), name="gist_trgm_ops"), name="lexeme_near")]

    def __str__(self) -> str:
        return self.word
