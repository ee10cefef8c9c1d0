"""Answering for personal data in a story."""

from __future__ import annotations

from django.db import transaction

from suluh.newsroom.errors_planning import PrivateDataOpen
from suluh.newsroom.models import Confirmation, Story
from suluh.newsroom.selectors.writing import digest_of, story_help
from suluh.newsroom.services.rows import story_locked
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def private_confirm(*, story: Story, reason: str, seen: int, by: Actor) -> list[Confirmation]:
    """Answer for all personal data of the revision that was `seen`, with the reason why they may be published.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        StoryMoved: the story has another revision by now.
    """
    permit(by, "story.edit", story)
    story = story_locked(story, seen)
    person = by if isinstance(by, Person) else None
    found = {(one.advice.code, digest_of(one)) for one in story_help(story).open}
    given = [
        Confirmation.objects.create(story=story, code=code, digest=digest, reason=reason, by=person)
        for code, digest in sorted(found)
    ]
    if given:
        record("story.private-confirmed", on=story, by=by, unit=story.unit, count=len(given), reason=reason)
    return given


def require_confirmed(story: Story) -> None:
    """Let a story on only when somebody answers for its personal data.

    Raises:
        PrivateDataOpen: nobody does.
    """
    if story_help(story).open:
        raise PrivateDataOpen
