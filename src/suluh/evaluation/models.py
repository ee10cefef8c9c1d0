"""What judging stores: where each unit stands, recomputed after every sweep, so that pages only read."""

from __future__ import annotations

from django.db import models

from suluh.organization.models import Unit


class Standing(models.Model):
    """A unit's score under one instrument, with its interval and its shared rank within its kind."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="standings")
    instrument = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    kind = models.CharField(max_length=12)
    since = models.DateField(help_text="First day counted.")
    until = models.DateField(help_text="Last day counted.")
    value = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    good = models.FloatField(help_text="n of m observations.")
    observed = models.FloatField()
    visits = models.PositiveIntegerField()
    enough = models.BooleanField()
    rank = models.PositiveIntegerField(null=True, help_text="Empty while there is too little data.")
    shared = models.BooleanField(default=False)
    parts = models.JSONField(default=dict, help_text="Criterion code to [n, m].")
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "instrument"], name="standing_is_one_an_instrument")]
        indexes = [models.Index(fields=["instrument", "kind", "rank", "-low"], name="standing_order")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.value:.1f} ({self.instrument})"
