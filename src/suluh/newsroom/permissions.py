"""Who may do what with stories."""

from typing import Any

from suluh.newsroom.models import Story
from suluh.newsroom.voices import principals_of, voices_at_step
from suluh.organization.predicates import coordinates, coordinates_all, is_self, leads, predicate, reads, works_for_unit


def _decides(person: Any, thing: object) -> bool:
    return isinstance(thing, Story) and bool(voices_at_step(person, thing))


decides = predicate(_decides)
"""Holds the step of approval at which the story is, or stands in for somebody who does."""


def _stands_for_a_head(person: Any, thing: object) -> bool:
    return any(leads.test(one, thing) or coordinates.test(one, thing) for one in principals_of(person))


stands_for_a_head = predicate(_stands_for_a_head)
"""Deputy of somebody who leads or coordinates the thing's unit."""

PERMISSIONS = {
    "story.submit": works_for_unit | coordinates,
    "story.edit": works_for_unit | coordinates,
    "story.approve": decides,
    "story.comment": reads | decides,
    "story.claim": decides | coordinates,
    "story.pass-over": coordinates,
    "story.hurry": leads | coordinates,
    "review.decide": leads | coordinates,
    "deputy.appoint": is_self | coordinates_all,
    "charter.draft": coordinates_all,
    "charter.adopt": coordinates_all,
    "calendar.plan": works_for_unit | coordinates,
    "calendar.keep": coordinates_all,
    "publication.withdraw": leads | coordinates,
    "notice.write": works_for_unit | coordinates | leads | stands_for_a_head,
    "notice.issue": coordinates | leads | stands_for_a_head,
    "notice.review": coordinates | leads | stands_for_a_head,
    "repost.ask": coordinates,
    "repost.carry": works_for_unit | coordinates,
}
