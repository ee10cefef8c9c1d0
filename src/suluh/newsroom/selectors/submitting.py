"""What the submission form knows before anybody types: the unit's habits, and what the sender sent last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.crypto import salted_hmac

from suluh.law.kinds import UnitKind
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.stories import stories_visible_to
from suluh.organization.models import Person, Unit

RECENT = 20
PLACES = 8
SENT = 5
AREAS = frozenset({UnitKind.KECAMATAN, UnitKind.KELURAHAN, UnitKind.DESA})
"""Kinds of units that are themselves a place."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where, when and whom to ask, as far as the unit's earlier stories tell."""

    place: str
    happens_on: Any
    contact: str
    places: list[str]

    @property
    def initial(self) -> dict[str, Any]:
        """Fields that are filled in."""
        return {"place": self.place, "happens_on": self.happens_on, "contact": self.contact}


def submission_context(unit: Unit) -> Context:
    """What can be filled in for a story of the unit: today, its own place where it is one, its last contact."""
    rows = list(Story.objects.filter(unit=unit).order_by("-id").values_list("place", "contact")[:RECENT])
    places = list(dict.fromkeys(place for place, _ in rows if place))[:PLACES]
    contact = next((contact for _, contact in rows if contact), unit.contact_mail)
    here = unit.name if unit.kind in AREAS else ""
    return Context(here, timezone.localdate(), contact, places)


def sent_by(person: Person) -> list[Story]:
    """What the person sent last, for seeing where it is."""
    return list(stories_visible_to(person).filter(submitted_by=person).order_by("-id")[:SENT])


def owner_of(person: Any) -> str:
    """The name by which a phone keeps apart the drafts of its users; tells nobody who they are. "" for nobody."""
    if not isinstance(person, Person):
        return ""
    return salted_hmac("suluh.newsroom.drafts", str(person.pk)).hexdigest()[:20]
