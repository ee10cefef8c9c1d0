"""The information service of a public body: how its papers are numbered, what copies cost, where it is reached."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suluh.organization.models import Unit


class ServiceDesk(models.Model):
    """Settings of one body's service. A pattern holds {nomor} and {tahun}, and may hold {bulan} and {jenis}."""

    body = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="service_desk")
    request_pattern = models.CharField(max_length=60, default="{nomor}/PPID/{tahun}")
    objection_pattern = models.CharField(max_length=60, default="{nomor}/KEB-PPID/{tahun}")
    letter_pattern = models.CharField(max_length=60, default="{nomor}/{jenis}-PPID/{bulan}/{tahun}")
    receipt_pattern = models.CharField(max_length=60, default="{nomor}/KW-PPID/{bulan}/{tahun}")
    sheet_price = models.PositiveIntegerField(default=0, help_text="Rupiah for one copied sheet.")
    payment = models.CharField(max_length=300, blank=True, help_text="How copies and sending are paid for.")
    place = models.TextField(max_length=600, blank=True, help_text="Service room and hours, as the public reads them.")
    contact = models.CharField(max_length=200, blank=True, help_text="Telephone and mail that the public may use.")

    def __str__(self) -> str:
        return f"{self.body}"

    @property
    def unit(self) -> Unit:
        """The public body; rights are asked over it."""
        return self.body


class NumberSeries(models.Model):
    """The last number of a series in a year. It grows in the transaction that uses the number, so there is no gap."""

    class Kind(models.TextChoices):
        """What is numbered."""

        REQUEST = "request", _("Requests")
        OBJECTION = "objection", _("Objections")
        LETTER = "letter", _("Letters")
        RECEIPT = "receipt", _("Receipts of payment")

    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "kind", "year"], name="number_series_is_one_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"
