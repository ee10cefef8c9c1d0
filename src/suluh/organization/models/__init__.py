"""What the register stores."""

from .events import Event, EventValue
from .people import Membership, Person, Role
from .units import Account, Government, Site, Unit

__all__ = ["Account", "Event", "EventValue", "Government", "Membership", "Person", "Role", "Site", "Unit"]
