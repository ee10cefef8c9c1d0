"""Who may do what with stories."""

from typing import Any

from suluh.newsroom.models import Story
from suluh.newsroom.voices import voices_at_step
from suluh.organization.predicates import coordinates, coordinates_all, is_self, leads, predicate, reads, works_for_unit


def _decides(person: Any, thing: object) -> bool:
    return isinstance(thing, Story) and bool(voices_at_step(person, thing))


decides = predicate(_decides)
"""Holds the step of approval at which the story is, or stands in for somebody who does."""

PERMISSIONS = {
    "story.submit": works_for_unit | coordinates,
    "story.edit": works_for_unit | coordinates,
    "story.approve": decides,
    "story.comment": reads | decides,
    "story.claim": decides | coordinates,
    "story.hurry": leads | coordinates,
    "review.decide": leads | coordinates,
    "deputy.appoint": is_self | coordinates_all,
    "charter.draft": coordinates_all,
    "charter.adopt": coordinates_all,
    "calendar.plan": works_for_unit | coordinates,
    "calendar.keep": coordinates_all,
}
