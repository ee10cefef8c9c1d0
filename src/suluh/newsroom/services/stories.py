"""A story from submission to approval."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from suluh.channels.services.amending import deliveries_call_off
from suluh.newsroom.models import Revision, Story
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.services.media import with_settled_media
from suluh.newsroom.words import Words
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .hurrying import routine_publish
from .publications import story_unpublish
from .routing import route_lay
from .rows import story_locked, words_of
from .slots import slot_release

State = Story.State


@transaction.atomic
def story_submit(*, unit: Unit, words: Words, form_token: UUID, by: Actor) -> Story:
    """Take a submission; the same form sent again gives the story that is there.

    What the charter calls routine is published at once, everything else begins its steps of approval.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "story.submit", unit)
    person = by if isinstance(by, Person) else None
    words = with_settled_media(words)
    story, new = Story.objects.get_or_create(
        form_token=form_token, defaults={"unit": unit, "submitted_by": person, **_columns(words)}
    )
    if not new:
        permit(by, "story.edit", story)
        return story
    route_lay(story, rules_in_force())
    story.save()
    Revision.objects.create(story=story, number=1, words=words.as_json(), by=person)
    record("story.submitted", on=story, by=by, unit=unit, title=story.title)
    routine_publish(story, by=by)
    return story


@transaction.atomic
def story_edit(*, story: Story, words: Words, seen: int, by: Actor) -> Story:
    """Change the words. An approved story is open again: what was not sent yet is called off, what is live stays.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        StoryMoved: the story has another revision than the one `by` has `seen`.
    """
    permit(by, "story.edit", story)
    story, words = story_locked(story, seen), with_settled_media(words)
    if words == words_of(story) and story.state != State.RETURNED:
        return story
    was_approved = story.state == State.APPROVED
    for name, value in _columns(words).items():
        setattr(story, name, value)
    story.revision += 1
    route_lay(story, rules_in_force())
    story.state, story.note = State.SUBMITTED, ""
    story.approved_revision, story.approved_at, story.approved_by, story.approved_digest = None, None, None, ""
    story.save()
    person = by if isinstance(by, Person) else None
    Revision.objects.create(story=story, number=story.revision, words=words.as_json(), by=person)
    if was_approved:
        deliveries_call_off(about=f"story:{story.pk}", by=by)
        story_unpublish(story=story)
        slot_release(story=story)
    code = "story.reopened" if was_approved else "story.edited"
    record(code, on=story, by=by, unit=story.unit, title=story.title, revision=story.revision)
    return story


def _columns(words: Words) -> dict[str, object]:
    return {name: getattr(words, name) for name in words.__slots__}
