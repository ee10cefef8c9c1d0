"""Items of public information and their versions."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.content import ItemContent
from suluh.organization.models import Person, Unit


class Category(models.TextChoices):
    """How an item must be made public (UU 14/2008 art. 9–11)."""

    PERIODIC = "berkala", _("Periodic")
    IMMEDIATE = "serta-merta", _("Immediate")
    ANYTIME = "setiap-saat", _("At any time")


class Item(models.Model):
    """One item of public information. Its columns are what the public reads; what is proposed waits in a version."""

    class State(models.TextChoices):
        """Where the item stands."""

        PROPOSED = "proposed", _("Proposed")  # never fixed by a decree
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Taken off the list")
        EXCLUDED = "excluded", _("Excluded")  # as a whole, by an approved consequence test

    class Origin(models.TextChoices):
        """How the item came in."""

        FORM = "form"
        SHEET = "sheet"
        API = "api"
        FOUND = "found"
        REQUEST = "request"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="items")
    code = models.CharField(max_length=40, unique=True, help_text="Its number in the list; the address for good.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.FORM)
    outside_id = models.CharField(max_length=120, blank=True, help_text="Its name in the system that pushed it.")
    title = models.CharField(max_length=300)
    summary = models.TextField(max_length=4000, blank=True)
    category = models.CharField(max_length=12, choices=Category.choices, blank=True)
    law_code = models.CharField(max_length=12, blank=True)
    holder = models.CharField(max_length=200, blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    made_on = models.DateField(null=True, blank=True)
    made_at = models.CharField(max_length=120, blank=True)
    softcopy = models.BooleanField(default=True)
    hardcopy = models.BooleanField(default=False)
    retention = models.CharField(max_length=120, blank=True)
    link = models.URLField(max_length=500, blank=True)
    sort_key = models.CharField(max_length=300, help_text="Folded title; lists sort by it.")
    search = models.GeneratedField(
        expression=Func("title", "summary", function="public.suluh_words"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    version = models.PositiveIntegerField(default=0, help_text="Number of the version that a decree fixed.")
    decree = models.ForeignKey("Decree", null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    published_at = models.DateTimeField(null=True, blank=True)
    refreshed_on = models.DateField(null=True, blank=True, help_text="Last day on which it was said to hold.")
    refresh_due = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False), name="item_published_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(refresh_due__isnull=True) | Q(refreshed_on__isnull=False), name="item_refresh_has_a_start"
            ),
            models.UniqueConstraint(
                fields=["unit", "outside_id"], condition=~Q(outside_id=""), name="item_is_pushed_once"
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], condition=Q(state="published"), name="item_public_sort"),
            models.Index(
                fields=["category", "sort_key", "id"], condition=Q(state="published"), name="item_public_category"
            ),
            models.Index(fields=["unit", "sort_key", "id"], name="item_unit_sort"),
            models.Index(fields=["changed_at", "id"], name="item_changed"),
            models.Index(
                fields=["refresh_due", "id"],
                condition=Q(state="published", refresh_due__isnull=False),
                name="item_refresh",
            ),
            GinIndex(fields=["search"], name="item_search"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its permanent public address."""
        return reverse("disclosure:public-item", args=[self.code])

    @property
    def overdue_since(self) -> date | None:
        """Since when it should have been refreshed; None while it need not be."""
        due = self.refresh_due if self.state == self.State.PUBLISHED else None
        return due if due is not None and due < timezone.localdate() else None

    @property
    def content(self) -> ItemContent:
        """What its columns say."""
        return ItemContent(**{field.name: getattr(self, field.name) for field in fields(ItemContent)})


class ItemVersion(models.Model):
    """What an item is proposed to say, and what became of the proposal. Fixed versions are never changed."""

    class State(models.TextChoices):
        """Where the proposal stands."""

        PROPOSED = "proposed", _("Waits for review")
        RETURNED = "returned", _("Returned for mending")
        ACCEPTED = "accepted", _("Waits for the decree")
        FIXED = "fixed", _("Fixed by decree")
        DROPPED = "dropped", _("Dropped")

    OPEN = (State.PROPOSED, State.RETURNED, State.ACCEPTED)

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField(help_text="ItemContent as JSON.")
    removal = models.BooleanField(default=False, help_text="Proposes to take the item off the list.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    reviewed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(max_length=2000, blank=True, help_text="What the reviewer asks to be mended.")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_number"),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(state__in=["proposed", "returned", "accepted"]),
                name="item_has_one_open_version",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="item_version_waiting")]

    def __str__(self) -> str:
        return f"{self.item_id} v{self.number}"

    @property
    def unit(self) -> Unit:
        """The unit whose item it is; rights are asked over it."""
        return self.item.unit

    @property
    def says(self) -> ItemContent:
        """The proposed contents."""
        return ItemContent.from_json(self.content)
