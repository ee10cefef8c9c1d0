"""Which simulated server serves which site, and under which loopback address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from suluh.demo.web.faults import CERTIFICATE, Fault
from suluh.demo.web.plan import SiteBrief

SITES_PER_SERVER = 30


class Place(StrEnum):
    """What stands at an address."""

    SECURE = "secure"  # http and https
    PLAIN = "plain"  # http only
    CLOSED = "closed"  # nothing listens
    HANGING = "hanging"  # takes connections and never answers


@dataclass(frozen=True, slots=True)
class Servers:
    """Addresses by what stands there, and the address of every host; a host without address has no name."""

    kinds: dict[str, Place]
    hosts: dict[str, str | None]


def place_of(brief: SiteBrief) -> Place | None:
    """What the site needs; None for a name that does not resolve."""
    if Fault.DEAD_DNS in brief.faults:
        return None
    if Fault.DEAD_REFUSED in brief.faults:
        return Place.CLOSED
    if Fault.DEAD_TIMEOUT in brief.faults:
        return Place.HANGING
    secure = brief.scheme == "https" or brief.faults & CERTIFICATE.keys()
    return Place.SECURE if secure else Place.PLAIN


def settle(briefs: Iterable[SiteBrief], per_server: int = SITES_PER_SERVER) -> Servers:
    """Fill servers one after the other, each with sites of one need, as a regency's hosting does."""
    kinds: dict[str, Place] = {}
    hosts: dict[str, str | None] = {}
    open_server: dict[Place, tuple[str, int]] = {}
    for brief in briefs:
        place = place_of(brief)
        if place is None:
            hosts[brief.host] = None
            continue
        address, used = open_server.get(place, ("", per_server))
        if used >= per_server:
            address, used = _address(len(kinds)), 0
            kinds[address] = place
        hosts[brief.host] = address
        open_server[place] = (address, used + 1)
    return Servers(kinds, hosts)


def _address(number: int) -> str:
    return f"127.77.{number // 250 + 1}.{number % 250 + 1}"
