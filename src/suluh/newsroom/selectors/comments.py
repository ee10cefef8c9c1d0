"""Comments on a story, and who may be named in them."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet

from suluh.newsroom.models import Mention, Story
from suluh.newsroom.voices import running_deputies
from suluh.organization.models import Person
from suluh.organization.selectors.people import running_memberships

from .stories import stories_visible_to

NAMED = re.compile(r"(?<![\w@])@(\w+)")
"""A name in a text; an address of mail holds none."""


def people_who_see(story: Story) -> dict[str, Person]:
    """Everybody who sees the story, by the word that names them: their name without spaces, in small letters.

    Where two share a name, the later one carries a number.
    """
    above = [int(part) for part in story.unit.path.split("/") if part]
    held = running_memberships().filter(Q(unit=story.unit_id) | Q(unit__in=above, subtree=True))
    standing = running_deputies().filter(principal__in=held.values("person_id"))
    seen = Q(pk__in=held.values("person_id")) | Q(pk__in=standing.values("deputy_id"))
    found: dict[str, Person] = {}
    for person in Person.objects.filter(seen, is_active=True).order_by("pk"):
        word = "".join(re.findall(r"\w+", person.name)).lower() or f"orang{person.pk}"
        found[word if word not in found else f"{word}{person.pk}"] = person
    return found


def named_in(text: str) -> list[str]:
    """Words that name people in a text, each once, in their order."""
    return list(dict.fromkeys(word.lower() for word in NAMED.findall(text)))


def mentions_open(person: Any) -> QuerySet[Mention]:
    """Where the person is named and has not seen to it, among stories that they still see."""
    rows = Mention.objects.filter(person=person, read_at=None, comment__story__in=stories_visible_to(person))
    return rows.select_related("comment__story", "comment__by").order_by("pk")
