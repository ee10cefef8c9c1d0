"""What becomes of personal data: terms of a body, holds, and approved destruction."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from suluh.law.retention import retention_series
from suluh.organization.models import Person, Unit

from .applicants import Applicant


class RetentionTerm(models.Model):
    """The years that a body's archive schedule sets for a series of `law.retention`, with the decree that says so."""

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=20)
    years = models.PositiveSmallIntegerField()
    decree = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "series"], name="retention_term_is_one_a_series"),
            models.CheckConstraint(condition=Q(years__range=(1, 100)), name="retention_term_is_a_span"),
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.years}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body


class RetentionHold(models.Model):
    """A legal hold: while it stands nothing of this requester is destroyed, whatever the time."""

    applicant = models.ForeignKey(Applicant, on_delete=models.CASCADE, related_name="holds")
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant"], condition=Q(lifted_at__isnull=True), name="retention_hold_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.applicant_id} {self.at:%F}"


class RetentionRun(models.Model):
    """One approved destruction of a series: everything that had fallen due by a day. A job does it, once."""

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=20)
    ended_until = models.DateField(help_text="Cases that ended on or before this day.")
    record_number = models.CharField(max_length=120, help_text="Number of the record of destruction (berita acara).")
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0, help_text="Requesters of whom something was destroyed.")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "series"], condition=Q(finished_at__isnull=True), name="retention_run_is_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("approved_at")),
                name="retention_run_ends_after_approval",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.ended_until:%F}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body

    @property
    def label(self) -> str:
        """The series as the law's table calls it."""
        return retention_series()[self.series].label
