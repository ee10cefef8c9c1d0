"""Who has a story in hand: taking it, letting it go, giving it back to its unit."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from suluh.newsroom.errors import HeldBySomebody, StoryMoved
from suluh.newsroom.models import Story
from suluh.newsroom.voices import rights_of_now
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .rows import story_locked

State = Story.State


@transaction.atomic
def story_claim(*, story: Story, by: Person) -> Story:
    """Take a story in hand, so that nobody else works on it.

    Raises:
        NotAllowed: `by` neither decides on the story nor coordinates its unit.
        HeldBySomebody: somebody else has it.
        StoryMoved: it waits for nobody.
    """
    story = Story.objects.select_for_update(of=("self",)).select_related("unit", "held_by").get(pk=story.pk)
    permit(by, "story.claim", story)
    if story.state != State.SUBMITTED:
        raise StoryMoved
    if story.held_by is not None and story.held_by != by:
        raise HeldBySomebody(story.held_by.name)
    story.held_by, story.held_at = by, timezone.now()
    story.save(update_fields=["held_by", "held_at"])
    record("story.held", on=story, by=by, unit=story.unit, title=story.title)
    return story


@transaction.atomic
def story_release(*, story: Story, by: Actor) -> Story:
    """Let a story go, one's own or that of somebody who is away.

    Raises:
        NotAllowed: `by` neither decides on the story nor coordinates its unit.
    """
    story = Story.objects.select_for_update(of=("self",)).select_related("unit").get(pk=story.pk)
    permit(by, "story.claim", story)
    if story.held_by_id is not None:
        story.held_by, story.held_at = None, None
        story.save(update_fields=["held_by", "held_at"])
        record("story.released", on=story, by=by, unit=story.unit, title=story.title)
    return story


@transaction.atomic
def story_return(*, story: Story, note: str, seen: int, by: Actor) -> Story:
    """Give a story back to its unit with what is to be mended.

    Raises:
        NotAllowed: `by` neither holds the step nor stands in for somebody who does.
        StoryMoved: it was changed or decided meanwhile.
    """
    person = rights_of_now(by)
    story = story_locked(story, seen)
    if story.state != State.SUBMITTED:
        raise StoryMoved
    permit(person, "story.approve", story)
    story.state, story.note = State.RETURNED, note
    story.held_by, story.held_at = None, None
    story.save(update_fields=["state", "note", "held_by", "held_at"])
    record("story.returned", on=story, by=person, unit=story.unit, title=story.title, note=note)
    return story
