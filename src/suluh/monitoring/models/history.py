"""What was observed over time: posts, weeks, state intervals, items, and recaps typed before Suluh came."""

from __future__ import annotations

from django.db import models

from suluh.organization.models import Site, Unit

from .proofs import Evidence


class Post(models.Model):
    """One published item of a site, by address. `published` is the day printed for readers."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="posts")
    url = models.CharField(max_length=1000)
    url_hash = models.BinaryField(max_length=16)
    title = models.CharField(max_length=500)
    published = models.DateField(null=True)
    source = models.CharField(max_length=10)
    precision = models.CharField(max_length=10, blank=True)
    confidence = models.FloatField(default=1.0)
    author = models.CharField(max_length=200, blank=True)
    mix = models.CharField(
        max_length=12, blank=True, help_text="kegiatan, layanan, kebijakan, data, pengumuman, ajakan"
    )
    fingerprint = models.BinaryField(null=True, help_text="Of the text, for copies between units.")
    copy_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="copies")
    first_seen = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "url_hash"], name="post_is_stored_once")]
        indexes = [models.Index(fields=["site", "-published"], name="post_of_site")]

    def __str__(self) -> str:
        return self.title


class WeekCount(models.Model):
    """Items a unit's site published in one week (Monday, government's zone), and whether it was watched."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="week_counts")
    week = models.DateField(help_text="Monday.")
    items = models.PositiveIntegerField(default=0)
    observed = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "week"], name="week_is_counted_once")]
        indexes = [models.Index(fields=["week"], name="weekcount_week")]


class SiteInterval(models.Model):
    """A span in which a site's state did not change: alive or not, and why."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="intervals")
    alive = models.BooleanField()
    reason = models.CharField(max_length=20)
    since = models.DateTimeField()
    until = models.DateTimeField()
    observations = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["site", "-until"], name="interval_of_site")]


class ItemRow(models.Model):
    """Present state of one mandatory item on a site, with the page that proves it."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="items")
    code = models.CharField(max_length=16)
    state = models.CharField(max_length=10)
    evidence_url = models.CharField(max_length=1000, blank=True)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateTimeField(help_text="Since when it has this state.")
    checked_at = models.DateTimeField()
    observations = models.PositiveIntegerField(default=1)
    times_found = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "code"], name="item_is_stored_once")]
        indexes = [models.Index(fields=["code", "state"], name="item_state")]


class MonthRecord(models.Model):
    """What a sheet said of a unit in a month. NULL means "not recorded", which is neither zero nor missing."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="month_records")
    month = models.DateField(help_text="First day.")
    updates = models.PositiveIntegerField(null=True)
    visi = models.BooleanField(null=True)
    struktur = models.BooleanField(null=True)
    alamat = models.BooleanField(null=True)
    surel = models.BooleanField(null=True)
    telepon = models.BooleanField(null=True)
    note = models.CharField(max_length=500, blank=True)
    site_url = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, help_text="File, sheet and cell it was read from.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "month"], name="month_is_recorded_once")]


class SiteDay(models.Model):
    """What the visits of one day saw on a site, summed: the observations that scores count."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="days")
    day = models.DateField(help_text="In the government's zone.")
    visits = models.PositiveSmallIntegerField(default=0)
    alive = models.PositiveSmallIntegerField(default=0)
    secure = models.PositiveSmallIntegerField(default=0, help_text="Visits with a certificate that browsers accept.")
    items = models.JSONField(default=dict, help_text="Item code to the sum of its marks 0, 1, 2.")
    findings = models.JSONField(default=dict, help_text="Finding code to the visits that saw it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "day"], name="day_is_summed_once")]
        indexes = [models.Index(fields=["day"], name="siteday_day")]
