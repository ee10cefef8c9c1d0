"""A person's own page: what waits, and the own unit's weeks, never compared."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.monitoring.models import Finding
from suluh.organization.models import Person, Role
from suluh.organization.rights import grants_of
from suluh.organization.sockets.duties import Duty, duties_of

from .findings import FindingLine, finding_line
from .units import UnitRow, board_units, unit_rows

OVERSEERS = {Role.ADMIN, Role.COORDINATOR, Role.LEADER}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the personal page shows."""

    duties: list[Duty]
    today: int
    own: list[UnitRow]
    answered: list[FindingLine]


def home_of(person: Person) -> bool:
    """True when the person's first page is the own work: an officer of units who oversees none."""
    roles = {grant.role for grant in grants_of(person)}
    return bool(roles) and not roles & OVERSEERS


def waiting_for(person: Person) -> Desk:
    """The personal page."""
    waiting = duties_of(person)
    own = [grant.unit_id for grant in grants_of(person) if grant.role in (Role.UNIT_OFFICER, Role.PPID)]
    rows = unit_rows(board_units(person).filter(pk__in=own).order_by("sort_key")[:6])
    answered = Finding.objects.filter(
        unit__in=own, state__in=(Finding.State.CONTESTED, Finding.State.UPHELD, Finding.State.WITHDRAWN)
    )
    lines = [finding_line(row) for row in answered.select_related("unit", "site").order_by("-last_seen")[:5]]
    return Desk(waiting, sum(1 for duty in waiting if duty.urgent), rows, lines)
