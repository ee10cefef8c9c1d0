"""Files of items. They lie in the private store under random names; a permission-checked view alone hands them out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from suluh.organization.models import Person, Unit

from .items import Item


class ItemFile(models.Model):
    """One file of an item with its own permission. A file that is not public says why."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=140)
    stored = models.CharField(max_length=80, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    public = models.BooleanField(default=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it is not public, or what was blackened.")
    added_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(public=True) | ~Q(reason=""), name="item_file_closed_says_why")
        ]
        indexes = [models.Index(fields=["item", "public"], name="item_file_public")]

    def __str__(self) -> str:
        return f"{self.pk}"

    def get_absolute_url(self) -> str:
        """Its permanent public address."""
        return reverse("disclosure:public-file", args=[self.item.code, self.pk])

    @property
    def unit(self) -> Unit:
        """The unit whose item it is; rights are asked over it."""
        return self.item.unit
