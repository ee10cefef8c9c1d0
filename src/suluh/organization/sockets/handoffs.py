"""Handoff socket: "turn this into …", offered by the room that receives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from suluh.organization.models import Person, Unit

from .registry import Registry


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is handed over: from where, about which unit, with which words and particulars."""

    source: str
    """The row it comes from, as "kind:id"."""
    unit: Unit | None
    title: str
    text: str = ""
    url: str = ""
    more: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Handoff:
    """An offer of the receiving feature. `take` makes the new thing and returns the address where work goes on."""

    code: str
    label: Any
    accepts: Callable[[Parcel, Person], bool]
    take: Callable[[Parcel, Person], str]


handoffs: Registry[Handoff] = Registry("handoff")


def handoffs_for(parcel: Parcel, person: Person) -> list[Handoff]:
    """What this person may turn this parcel into."""
    return [offer for offer in handoffs if offer.accepts(parcel, person)]
