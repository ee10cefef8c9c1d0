"""The government, its tree of units, and the public channels each unit holds."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suluh.law.kinds import UnitKind

KIND_CHOICES = [
    (UnitKind.MAIN, _("Regency government")),
    (UnitKind.OPD, _("Office or agency")),
    (UnitKind.BAGIAN, _("Secretariat section")),
    (UnitKind.RSUD, _("Regional hospital")),
    (UnitKind.KECAMATAN, _("District")),
    (UnitKind.KELURAHAN, _("Urban village")),
    (UnitKind.DESA, _("Village")),
    (UnitKind.BLUD, _("Public service agency")),
    (UnitKind.UPT, _("Technical unit")),
]


class Government(models.Model):
    """The local government that runs this installation; exactly one row."""

    class Kind(models.TextChoices):
        """What kind of local government it is."""

        REGENCY = "regency", _("Regency")
        CITY = "city", _("City")
        PROVINCE = "province", _("Province")

    class Zone(models.TextChoices):
        """The three zones of Indonesia; every time on pages and papers is told in one of them."""

        WIB = "Asia/Jakarta", _("Western Indonesia (WIB)")
        WITA = "Asia/Makassar", _("Central Indonesia (WITA)")
        WIT = "Asia/Jayapura", _("Eastern Indonesia (WIT)")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.REGENCY)
    province = models.CharField(max_length=120, blank=True)
    zone = models.CharField(max_length=40, choices=Zone.choices, default=Zone.WIB)
    hosts = models.JSONField(default=list, help_text="Hosts of the government itself; their pages count as inherited.")
    contact_url = models.URLField(blank=True, help_text="Named in the user agent of every visit.")
    primary_color = models.CharField(max_length=7, blank=True)
    crest = models.CharField(max_length=200, blank=True, help_text="File name in the private store.")
    office = models.CharField(max_length=160, blank=True, help_text="The office named on letters and reports.")
    address = models.TextField(blank=True, help_text="Postal address, one line a line of the letterhead.")
    contact = models.CharField(max_length=200, blank=True, help_text="Telephone, mail and site on one line.")
    singleton = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(singleton=True), name="government_is_one_row"),
            models.CheckConstraint(
                condition=Q(zone__in=["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
                name="government_zone_is_known",
            ),
            models.CheckConstraint(
                condition=Q(primary_color="") | Q(primary_color__regex="^#[0-9a-f]{6}$"),
                name="government_colour_is_a_colour",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """An office, section, district, village or hospital. `path` holds the ids from the root, "1/7/42/"."""

    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=60, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=12, choices=KIND_CHOICES)
    code = models.CharField(max_length=40, blank=True, help_text="The government's own code of the unit, for sheets.")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=120, blank=True, default="", db_index=False)
    sort_key = models.CharField(max_length=160, help_text="Folded name; lists sort by it.")
    contact_mail = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True, help_text="For WhatsApp; never shown in public.")
    active_until = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["path"], name="unit_path", opclasses=["varchar_pattern_ops"]),
            models.Index(fields=["kind", "sort_key", "id"], name="unit_kind_sort"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in UnitKind]), name="unit_kind_is_known"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="unit_code_is_used_once"),
            models.CheckConstraint(condition=~Q(id=F("parent_id")), name="unit_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_below(self, other: Unit) -> bool:
        """True when this unit is `other` or stands in its subtree."""
        return self.path.startswith(other.path)


class Site(models.Model):
    """A website that a unit holds. `url` is the address as registered."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sites")
    url = models.URLField(max_length=300, unique=True)
    host = models.CharField(max_length=253, db_index=True)
    is_main = models.BooleanField(default=True)
    owned = models.BooleanField(
        default=True, help_text="The government owns it, so the search-engine visit is allowed."
    )
    active = models.BooleanField(default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["unit_id", "-is_main", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(is_main=True, active=True), name="unit_has_one_main_site"
            )
        ]

    def __str__(self) -> str:
        return self.host
