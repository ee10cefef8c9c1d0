"""What the register stores."""

from .accounts import Account, Handover
from .drafts import ImportDraft
from .events import ChainHead, Event, EventValue
from .people import Membership, Person, Role
from .shared import SharedEntry
from .units import Government, Site, Unit

__all__ = [
    "Account",
    "ChainHead",
    "Event",
    "EventValue",
    "Government",
    "Handover",
    "ImportDraft",
    "Membership",
    "Person",
    "Role",
    "SharedEntry",
    "Site",
    "Unit",
]
