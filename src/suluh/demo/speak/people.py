"""Who does what in Arunika's newsroom, found by the mail of the role."""

from __future__ import annotations

import re

from suluh.newsroom.models import Story
from suluh.organization.models import Person, Role, Unit

DESK = "kabid.ikp.diskominfo@arunikakab.example"
SECOND = "monita.diskominfo@arunikakab.example"
"""The other coordinator, who takes over on other days."""


def desk() -> Person:
    """Who leads the desk."""
    return Person.objects.get(email=DESK)


def second() -> Person:
    """Who shares the desk's work."""
    return Person.objects.get(email=SECOND)


def officer_of(unit: Unit) -> Person:
    """Who writes for a unit."""
    return Person.objects.get(email=f"admin.a.{unit.slug}@arunikakab.example")


def head_of(unit: Unit) -> Person:
    """Who leads a unit."""
    return Person.objects.get(email=f"pimpinan.{unit.slug}@arunikakab.example")


def asked_now(story: Story) -> Person:
    """Somebody who holds the step at which a story is."""
    if Role.LEADER in story.waits_roles and story.waits_unit is not None:
        return head_of(story.waits_unit)
    return desk()


def named(person: Person) -> str:
    """The word by which a comment names somebody."""
    return "@" + "".join(re.findall(r"\w+", person.name)).lower()
