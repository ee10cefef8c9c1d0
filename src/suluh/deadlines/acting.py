"""Who has to act on a clock: the officers of its unit, or their superior; nobody here acts for a requester."""

from __future__ import annotations

from suluh.deadlines.models import Clock
from suluh.law.clocks import Acts
from suluh.organization.models import Person, Role
from suluh.organization.rights import grants_of

WHO = {Acts.UNIT: (Role.UNIT_OFFICER, Role.PPID, Role.SERVICE), Acts.SUPERIOR: (Role.SUPERIOR, Role.LEADER)}


def acts_on(person: Person, clock: Clock) -> bool:
    """True when the clock waits for a deed of this person."""
    roles = WHO.get(clock.rule.acts, ())
    return any(grant.role in roles and grant.covers(clock.unit) for grant in grants_of(person))
