"""What stands before the first check: how far somebody has come with a register of their own."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.monitoring.models import Sweep
from suluh.organization.models import Person, Site
from suluh.organization.permissions import may
from suluh.organization.selectors.visible import visible_to

from .scope import visible_units
from .units import BELOW


@dataclass(frozen=True, slots=True)
class Beginning:
    """Units and sites in the register, the check that runs now, and what the person may do about both."""

    units: int
    sites: int
    running: int | None
    may_start: bool
    may_name: bool


def beginning(person: Person) -> Beginning:
    """Read before anything was observed."""
    return Beginning(
        units=visible_units(person).filter(BELOW).count(),
        sites=visible_to(person, Site.objects.filter(active=True)).count(),
        running=Sweep.objects.filter(finished_at=None).order_by("-id").values_list("pk", flat=True).first(),
        may_start=may(person, "sweep.start"),
        may_name=may(person, "government.edit"),
    )
