"""Settings of a body's information service."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from suluh.disclosure.models import ServiceDesk
from suluh.organization.errors import Refused
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_numbers import pattern_fault

PATTERNS = ("request_pattern", "objection_pattern", "letter_pattern", "receipt_pattern")


@transaction.atomic
def service_change(*, body: Unit, by: Actor, **fields: Any) -> ServiceDesk:
    """Set patterns, costs and contact.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        Refused: a pattern lacks the number or the year, or names something unknown.
    """
    permit(by, "service.edit", body)
    if any(pattern_fault(fields[name]) for name in PATTERNS if name in fields):
        raise Refused(_("A pattern holds {nomor} and {tahun}; besides them only {bulan} and {jenis} are known."))
    if fields.get("receipt_pattern") is not None and fields["receipt_pattern"] == fields.get("letter_pattern"):
        raise Refused(_("Letters and receipts are numbered apart: give them patterns that differ."))
    desk, _made = ServiceDesk.objects.select_for_update().get_or_create(body=body)
    for name, value in fields.items():
        setattr(desk, name, value)
    desk.save()
    record("service.changed", on=desk, by=by, unit=body, fields=sorted(fields))
    return desk
