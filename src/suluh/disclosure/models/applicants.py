"""Who asks: personal data of requesters, kept apart from the cases so that lists never load them."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _


class Applicant(models.Model):
    """One requester as one case knows them (Perki 1/2021 art. 27). The identity number is stored sealed.

    `identity_mark` is a keyed digest of the number: it finds the cases of one person without opening anything.
    """

    class Kind(models.TextChoices):
        """In which capacity somebody asks."""

        PERSON = "person", _("A person")
        BODY = "body", _("A legal body")
        GROUP = "group", _("A group of people")
        PROXY = "proxy", _("A proxy for somebody else")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=160)
    represents = models.CharField(max_length=300, blank=True, help_text="For whom a body, group or proxy speaks.")
    identity_sealed = models.TextField(blank=True)
    identity_mark = models.CharField(max_length=64, blank=True, db_index=True)
    identity_last = models.CharField(max_length=4, blank=True, help_text="Last four figures, shown in lists.")
    address = models.TextField(max_length=600, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    occupation = models.CharField(max_length=120, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(identity_sealed="", phone="", email="", address=""),
                name="applicant_erased_is_empty",
            )
        ]
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="applicant_name")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def masked_identity(self) -> str:
        """The number as lists show it: dots and its last four figures."""
        return f"•••• •••• {self.identity_last}" if self.identity_last else ""

    @property
    def contact(self) -> str:
        """Telephone and mail on one line."""
        return ", ".join(part for part in (self.phone, self.email) if part)
