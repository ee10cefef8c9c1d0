"""Entering a unit together with its website, as the page does."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from suluh.organization.models import Unit
from suluh.organization.rights import Actor

from .sites import site_add
from .units import unit_add


@transaction.atomic
def unit_register(*, by: Actor, url: str = "", **fields: Any) -> Unit:
    """Enter a unit and, where an address is given, its main site; both or neither.

    Raises:
        NotAllowed, AlreadyRecorded: as `unit_add`.
        AddressUnreadable, AddressTaken: as `site_add`.
    """
    unit = unit_add(by=by, **fields)
    if url.strip():
        site_add(unit=unit, url=url, by=by)
    return unit
