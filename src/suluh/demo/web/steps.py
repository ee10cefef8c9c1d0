"""What happens on the simulated web between two sweeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from suluh.demo.seeds import draw
from suluh.demo.units import REGENCY_HOSTS
from suluh.demo.web.faults import CERTIFICATE, DEAD, INFECTIONS, Fault
from suluh.demo.web.plan import SiteBrief

_NEW_POSTS = 6
_REPAIRS = 3
_REPAIRABLE = frozenset(
    {Fault.DEAD_5XX, Fault.DEAD_PARKED, Fault.CERT_EXPIRED, Fault.MENU_BROKEN, Fault.LINKS_BROKEN, Fault.NOT_MOBILE}
)


@dataclass(frozen=True, slots=True)
class Change:
    """A site as it is after the step, and what happened to it: new-post, repaired or infected."""

    brief: SiteBrief
    what: str


def next_step(briefs: Iterable[SiteBrief], step: int) -> list[Change]:
    """A few new posts, a few repaired faults and one new infection of a neglected site."""
    sites = list(briefs)
    chance = draw(sites[0].seed, "step", step)
    bad = DEAD.keys() | CERTIFICATE.keys() | INFECTIONS | {Fault.DEFACED}
    lively = [site for site in sites if not site.faults & (bad | {Fault.SILENT, Fault.STALE})]
    broken = [site for site in sites if site.faults & _REPAIRABLE and not site.faults & INFECTIONS]
    neglected = [site for site in sites if Fault.SILENT in site.faults and not site.faults & bad]
    posting = chance.sample(lively, min(_NEW_POSTS, len(lively)))
    mended = [site for site in chance.sample(broken, min(_REPAIRS, len(broken))) if site not in posting]
    changes = [Change(replace(site, age=site.age + 1), "new-post") for site in posting]
    changes += [Change(replace(site, faults=site.faults - _REPAIRABLE), "repaired") for site in mended]
    victims = [site for site in neglected if site.host not in REGENCY_HOSTS and site not in mended]
    if victims:
        victim = chance.choice(victims)
        changes.append(Change(replace(victim, faults=victim.faults | {Fault.JUDOL_HIDDEN}), "infected"))
    return changes
