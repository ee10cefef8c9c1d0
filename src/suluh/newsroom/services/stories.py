"""A story from submission to approval."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.channels.services.planning import deliveries_plan
from suluh.newsroom.errors import NoChannelChosen, StoryMoved
from suluh.newsroom.models import Revision, Story
from suluh.newsroom.words import Words, content_for
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

State = Story.State


@transaction.atomic
def story_submit(*, unit: Unit, words: Words, form_token: UUID, by: Actor) -> Story:
    """Take a submission; the same form sent again gives the story that is there.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "story.submit", unit)
    person = by if isinstance(by, Person) else None
    story, new = Story.objects.get_or_create(
        form_token=form_token, defaults={"unit": unit, "submitted_by": person, **_columns(words)}
    )
    if not new:
        permit(by, "story.edit", story)
        return story
    Revision.objects.create(story=story, number=1, words=words.as_json(), by=person)
    record("story.submitted", on=story, by=by, unit=unit, title=story.title)
    return story


@transaction.atomic
def story_edit(*, story: Story, words: Words, seen: int, by: Actor) -> Story:
    """Change the words. An approved story is open again; what has been delivered stays as it was approved.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        StoryMoved: the story has another revision than the one `by` has `seen`.
    """
    permit(by, "story.edit", story)
    story = _locked(story, seen)
    if words == words_of(story) and story.state != State.RETURNED:
        return story
    was_approved = story.state == State.APPROVED
    for name, value in _columns(words).items():
        setattr(story, name, value)
    story.revision += 1
    story.state, story.note = State.SUBMITTED, ""
    story.approved_revision, story.approved_at, story.approved_by, story.approved_digest = None, None, None, ""
    story.save()
    person = by if isinstance(by, Person) else None
    Revision.objects.create(story=story, number=story.revision, words=words.as_json(), by=person)
    code = "story.reopened" if was_approved else "story.edited"
    record(code, on=story, by=by, unit=story.unit, title=story.title, revision=story.revision)
    return story


@transaction.atomic
def story_return(*, story: Story, note: str, seen: int, by: Actor) -> Story:
    """Give a story back to its unit with what is to be mended.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        StoryMoved: it was changed or decided meanwhile.
    """
    permit(by, "story.approve", story)
    story = _locked(story, seen)
    if story.state != State.SUBMITTED:
        raise StoryMoved
    story.state, story.note = State.RETURNED, note
    story.save(update_fields=["state", "note"])
    record("story.returned", on=story, by=by, unit=story.unit, title=story.title, note=note)
    return story


@transaction.atomic
def story_approve(*, story: Story, channels: Iterable[Channel], due_at: datetime, seen: int, by: Actor) -> Story:
    """Freeze the revision that was seen, and plan one delivery for each channel.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        StoryMoved: it was changed or decided meanwhile.
        NoChannelChosen: there is nowhere to publish.
        RulesBroken: a channel would refuse it; nothing is approved then.
    """
    permit(by, "story.approve", story)
    story = _locked(story, seen)
    chosen = list(channels)
    if story.state != State.SUBMITTED:
        raise StoryMoved
    if not chosen:
        raise NoChannelChosen
    words = words_of(story)
    story.state, story.note = State.APPROVED, ""
    story.approved_revision, story.approved_digest = story.revision, words.digest
    story.approved_by, story.approved_at = (by if isinstance(by, Person) else None), timezone.now()
    story.save()
    deliveries_plan(
        source=source_of(story),
        unit=story.unit,
        contents={channel: content_for(words, channel.platform) for channel in chosen},
        due_at=due_at,
        by=by,
    )
    told = {"title": story.title, "revision": story.revision, "channels": len(chosen)}
    record("story.approved", on=story, by=by, unit=story.unit, **told)
    return story


def words_of(story: Story) -> Words:
    """The newest words of a story."""
    return Words(story.kind, story.title, story.text, story.place, story.happens_on, story.contact, dict(story.picture))


def source_of(story: Story) -> str:
    """What deliveries call the approved revision."""
    return f"story:{story.pk}:{story.revision}"


def _locked(story: Story, seen: int) -> Story:
    story = Story.objects.select_for_update(of=("self",)).select_related("unit").get(pk=story.pk)
    if story.revision != seen:
        raise StoryMoved
    return story


def _columns(words: Words) -> dict[str, object]:
    return {name: getattr(words, name) for name in words.__slots__}
