"""The emergency lane, with a look afterwards by somebody else; and routine kinds, published by rule."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from suluh.channels.errors import RulesBroken
from suluh.channels.models import Channel
from suluh.newsroom.errors import AlreadyReviewed, OwnWords, StoryMoved
from suluh.newsroom.errors_planning import PrivateDataOpen
from suluh.newsroom.models import Review, Story
from suluh.newsroom.selectors.charter import charter_in_force, rules_in_force
from suluh.newsroom.voices import rights_of_now
from suluh.organization.models import Person
from suluh.organization.permissions import may, permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .approving import Appearance, breaches_of, overridden, story_freeze
from .rows import story_locked, words_of

State = Story.State


@transaction.atomic
def story_hurry(*, story: Story, channels: Iterable[Channel], reason: str, seen: int, by: Actor) -> Review:
    """Publish a story before its steps, before everything queued; somebody else has to look at it afterwards.

    The reason stands for every breach of the charter too.

    Raises:
        NotAllowed: `by` neither leads nor coordinates the unit.
        StoryMoved: it was changed or decided meanwhile.
        NoChannelChosen, PrivateDataOpen, RulesBroken: as for approval.
    """
    person = rights_of_now(by)
    story = story_locked(story, seen)
    if story.state != State.SUBMITTED:
        raise StoryMoved
    permit(person, "story.hurry", story)
    charter = charter_in_force()
    overridden(story, charter, reason, person)
    within = rules_in_force().review_within
    review = Review.objects.create(
        story=story,
        revision=story.revision,
        reason=reason,
        by=person if isinstance(person, Person) else None,
        due_at=timezone.now() + within,
    )
    where = Appearance(list(channels))
    story_freeze(story, where, by=person, speaker=person, urgent=True, event="story.hurried", reason=reason)
    return review


@transaction.atomic
def review_close(*, review: Review, verdict: Review.Verdict, note: str, by: Actor) -> Review:
    """Say afterwards whether what was published in a hurry stands; never by whoever published it.

    Raises:
        NotAllowed: `by` neither leads nor coordinates the unit.
        AlreadyReviewed: somebody has looked.
        OwnWords: `by` published it.
    """
    person = rights_of_now(by)
    review = Review.objects.select_for_update(of=("self",)).select_related("story__unit").get(pk=review.pk)
    permit(person, "review.decide", review.story)
    if review.verdict:
        raise AlreadyReviewed
    if review.by_id is not None and review.by_id == person.pk:
        raise OwnWords
    review.verdict, review.note, review.reviewed_at = verdict, note, timezone.now()
    review.reviewed_by = person if isinstance(person, Person) else None
    review.save()
    told = {"title": review.story.title, "verdict": str(review.get_verdict_display()), "note": note}
    record("review.closed", on=review.story, by=person, unit=review.story.unit, **told)
    return review


def routine_publish(story: Story, *, by: Actor) -> bool:
    """Publish a story of a routine kind at once on its unit's own channels; False where it has to take its steps.

    It takes them where the charter says nothing of the kind, where the story breaks the charter or a platform's
    rules or names personal data, and where the unit has no channel of its own or the sender no right to speak there.
    Call it inside the transaction in which the story was sent.
    """
    rules = rules_in_force()
    own = list(Channel.objects.filter(unit=story.unit, state=Channel.State.CONNECTED).select_related("unit", "account"))
    if story.kind not in rules.routine or not own or words_of(story).unready or breaches_of(story, rules):
        return False
    if not all(may(by, "channel.speak", channel) for channel in own):
        return False
    try:
        with transaction.atomic():
            story_freeze(story, Appearance(own), by=by, speaker=by, event="story.routine")
    except (PrivateDataOpen, RulesBroken):
        story.refresh_from_db()
        return False
    return True
