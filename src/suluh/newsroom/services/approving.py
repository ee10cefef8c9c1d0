"""Voices for a story, step by step, until the last one freezes it and sends it to its channels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.channels.services.amending import deliveries_correct
from suluh.newsroom.errors import AlreadyVoiced, CharterBroken, MediaNotReady, NoChannelChosen, OwnWords, StoryMoved
from suluh.newsroom.mix import CharterBreach, charter_breaches
from suluh.newsroom.models import Approval, Charter, Override, Revision, Story
from suluh.newsroom.rules import UNWRITTEN, Rules
from suluh.newsroom.selectors.charter import charter_in_force, shares_now
from suluh.newsroom.services.publications import story_publish
from suluh.newsroom.voices import rights_of_now, voices_at_step
from suluh.newsroom.words import content_for
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .confirming import require_confirmed
from .routing import step_after, step_enter
from .rows import source_of, story_locked, words_of
from .slots import slot_take

State = Story.State


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where and when an approved story appears; at once without a time."""

    channels: Sequence[Channel] = ()
    due_at: datetime | None = None


@transaction.atomic
def story_approve(
    *,
    story: Story,
    channels: Iterable[Channel] = (),
    due_at: datetime | None = None,
    seen: int,
    at_step: int | None = None,
    overrides: str = "",
    by: Actor,
) -> Story:
    """Give one voice at the story's step. The last voice of the last step freezes the revision and plans deliveries.

    `seen` is the revision and `at_step` the step that the person had before their eyes; `channels` and `due_at` count
    only where the voice is the last one. Rights are those of this moment, not of the beginning of the request.

    Raises:
        NotAllowed: `by` neither holds the step nor stands in for somebody who does.
        StoryMoved: it was changed or decided meanwhile.
        AlreadyVoiced: the person, or whom they stand for, has spoken for this step.
        OwnWords: the charter lets nobody approve what they wrote.
        CharterBroken: a must-have, must-not or quota is broken and no reason is given.
        NoChannelChosen: there is nowhere to publish.
        MediaNotReady: a video is still being prepared, or could not be.
        PrivateDataOpen: the story names personal data and nobody answers for them.
        RulesBroken: a channel would refuse it; nothing is approved then.
    """
    person = rights_of_now(by)
    story = story_locked(story, seen)
    if story.state != State.SUBMITTED or at_step not in (None, story.step):
        raise StoryMoved
    permit(person, "story.approve", story)
    charter = charter_in_force()
    rules = charter.rules if charter else UNWRITTEN
    if not rules.own_words:
        not_own(story, person)
    # nobody speaks for a video that nobody has seen: its facts are part of what a voice stands for
    if words_of(story).unready:
        raise MediaNotReady
    voice = _voice(story, person)
    if not _step_is_full(story):
        told = {"title": story.title, "step": story.route[story.step]["name"], "standing": _standing(voice)}
        record("story.voiced", on=story, by=person, unit=story.unit, **told)
        return story
    if (following := step_after(story)) is not None:
        _pass_on(story, following, person, voice)
        return story
    overridden(story, charter, overrides, person)
    speaker = voice.for_whom or person
    return story_freeze(story, Appearance(list(channels), due_at), by=person, speaker=speaker)


def story_freeze(
    story: Story,
    where: Appearance,
    *,
    by: Actor,
    speaker: Actor,
    urgent: bool = False,
    event: str = "story.approved",
    **said: str,
) -> Story:
    """Freeze the words in hand and plan one delivery for each channel, with the right of `speaker` to speak there.

    Where an earlier revision is live, its post is changed: citizens see one post, with the newest words.

    For services that hold the row and have seen to the right to approve.

    Raises:
        NoChannelChosen, MediaNotReady, PrivateDataOpen, RulesBroken: as `story_approve`.
    """
    if not where.channels:
        raise NoChannelChosen
    require_confirmed(story)
    words, due_at = words_of(story), where.due_at or timezone.now()
    if words.unready:
        raise MediaNotReady
    story.state, story.note = State.APPROVED, ""
    story.approved_revision, story.approved_digest = story.revision, words.digest
    story.approved_by, story.approved_at = (by if isinstance(by, Person) else None), timezone.now()
    story.held_by, story.held_at = None, None
    story.save()
    deliveries_correct(
        about=f"story:{story.pk}",
        source=source_of(story),
        unit=story.unit,
        contents={channel: content_for(words, channel.platform) for channel in where.channels},
        due_at=due_at,
        urgent=urgent,
        by=by,
        speaker=speaker,
    )
    slot_take(story=story, at=due_at, channels=where.channels, by=by)
    story_publish(story=story, due_at=due_at)
    told = {"title": story.title, "revision": story.revision, "channels": len(where.channels), **said}
    record(event, on=story, by=by, unit=story.unit, **told)
    return story


def breaches_of(story: Story, rules: Rules) -> list[CharterBreach]:
    """Where the words in hand break the charter, with the mix as it is now."""
    return charter_breaches(words_of(story), rules, shares_now(rules))


def overridden(story: Story, charter: Charter | None, reason: str, by: Actor) -> None:
    """Write down each breach of the charter with the reason for letting it pass.

    Raises:
        CharterBroken: there is a breach and no reason.
    """
    found = breaches_of(story, charter.rules) if charter else []
    if found and not reason.strip():
        raise CharterBroken([breach.message for breach in found])
    person = by if isinstance(by, Person) else None
    for breach in found:
        Override.objects.create(
            story=story,
            revision=story.revision,
            charter=charter,
            code=breach.code[:80],
            rule=breach.message[:400],
            reason=reason.strip(),
            by=person,
        )
        record("story.overridden", on=story, by=by, unit=story.unit, rule=breach.message, reason=reason.strip())


def not_own(story: Story, person: Any) -> None:
    """Stop somebody who sent the story or wrote the revision in hand.

    Raises:
        OwnWords: it is theirs.
    """
    writers = Revision.objects.filter(story=story, number=story.revision).values_list("by_id", flat=True)
    if person.pk is not None and person.pk in {story.submitted_by_id, *writers}:
        raise OwnWords


def _voice(story: Story, person: Any) -> Approval:
    """One voice, for oneself or for the first principal who has not been heard."""
    given = Approval.objects.filter(story=story, revision=story.revision, step=story.step)
    heard = {pk for pair in given.values_list("by_id", "for_whom_id") for pk in pair if pk}
    free = [one for one in voices_at_step(person, story) if one.pk not in heard]
    if not free or (person.pk in heard):
        raise AlreadyVoiced
    return Approval.objects.create(
        story=story,
        revision=story.revision,
        step=story.step,
        step_name=story.route[story.step]["name"],
        by=person if isinstance(person, Person) else None,
        for_whom=free[0] if free[0].pk != person.pk else None,
        digest=words_of(story).digest,
    )


def _step_is_full(story: Story) -> bool:
    given = Approval.objects.filter(story=story, revision=story.revision, step=story.step).count()
    return bool(given >= story.route[story.step]["quorum"])


def _pass_on(story: Story, following: int, person: Any, voice: Approval) -> None:
    told = {
        "title": story.title,
        "step": story.route[story.step]["name"],
        "next": story.route[following]["name"],
        "standing": _standing(voice),
    }
    step_enter(story, following)
    story.held_by, story.held_at = None, None
    story.save()
    record("story.passed", on=story, by=person, unit=story.unit, **told)


def _standing(voice: Approval) -> str:
    return f" ({voice.for_whom.name})" if voice.for_whom else ""
