"""The yearly report on the information service."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from suluh.organization.models import Person, Unit


class ServiceReport(models.Model):
    """The report of one body on one year (Perki 1/2021 art. 56–58). Once finished, nothing of it changes any more.

    `texts` holds what the PPID wrote, by the code of the part; `figures` are counted anew until the report is finished.
    """

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="service_reports")
    year = models.PositiveSmallIntegerField()
    texts = models.JSONField(default=dict)
    figures = models.JSONField(default=list, help_text="As they stood when the report was finished.")
    finished_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    pdf = models.BinaryField(default=b"")

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="service_report_is_one_a_year"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | (~Q(figures=[]) & ~Q(pdf=b"")),
                name="service_report_finished_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body

    @property
    def finished(self) -> bool:
        """True once it is frozen."""
        return self.finished_at is not None
