"""One story with all that belongs to it, and where it may appear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from suluh.channels.models import Channel, Delivery
from suluh.channels.selectors.costs import cost_words
from suluh.channels.services.planning import breaches_of
from suluh.newsroom.measured import Room, room_of
from suluh.newsroom.mix import CharterBreach, Share, charter_breaches
from suluh.newsroom.models import Comment, Mention, Override, Review, Story
from suluh.newsroom.rules import Rules
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.voices import principals_of
from suluh.newsroom.words import content_for, media_for
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import may
from suluh.organization.rights import reach
from suluh.organization.selectors.trail import Told, told_of

from .charter import rules_in_force, shares_now
from .shapes import Fault, fault_of
from .steps import StepShown, is_last_voice, steps_of
from .vacancies import EmptyStep, empty_step


@dataclass(frozen=True, slots=True)
class Preview:
    """What a channel would show, how much of its room that takes, and what it would refuse.

    `media` are the photos and videos as it shows them (`media_for`); `own` says that somebody wrote words for this
    platform; `cost` is in words, "" where the platform is free.
    """

    channel: Channel
    text: str
    room: Room | None
    own: bool
    media: list[dict[str, Any]]
    faults: list[Fault]
    cost: str = ""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story with its steps, its previews, its deliveries and what the person may do.

    `is_last` says that the person's voice approves it for good; `breaches` is where it breaks the charter; `is_named`
    that a comment waits for the person; `empty` is the step in hand where too few people of today can decide it.
    """

    story: Story
    steps: list[StepShown]
    empty: EmptyStep | None
    is_last: bool
    rules: Rules
    shares: list[Share]
    breaches: list[CharterBreach]
    overrides: list[Override]
    review: Review | None
    previews: list[Preview]
    deliveries: list[Delivery]
    comments: list[Comment]
    is_named: bool
    trail: list[Told]
    may: dict[str, bool]

    @property
    def place(self) -> int:
        """Which of the steps it is at, from 1."""
        return self.story.step + 1


def stories_visible_to(person: Any) -> QuerySet[Story]:
    """Stories of the units that the person sees, and of those whose place the person takes as a deputy."""
    condition = reach(person, road="unit")
    for principal in principals_of(person):
        condition |= reach(principal, road="unit")
    return Story.objects.select_related("unit", "submitted_by", "held_by", "waits_unit").filter(condition)


def story_file(story: Story, person: Any) -> StoryFile:
    """Everything the page of a story shows."""
    waits = story.state == Story.State.SUBMITTED
    deeds = ("approve", "edit", "claim", "hurry", "comment", "pass-over")
    allowed = {
        deed.replace("-", "_"): may(person, f"story.{deed}", story) and (waits or deed in ("edit", "comment"))
        for deed in deeds
    }
    deliveries = Delivery.objects.filter(source__startswith=f"story:{story.pk}:").select_related("channel__account")
    rules = rules_in_force()
    empty = empty_step(story, rules, person)
    steps = steps_of(story, empty.lacking if empty else 0)
    shares = shares_now(rules)
    # once it is approved its deliveries tell where it appears
    forms = story.state != Story.State.APPROVED and (allowed["approve"] or allowed["hurry"] or allowed["edit"])
    review = Review.objects.filter(story=story, revision=story.revision).select_related("by", "reviewed_by").first()
    return StoryFile(
        story=story,
        steps=steps,
        empty=empty,
        is_last=waits and is_last_voice(story, steps),
        rules=rules,
        shares=shares,
        breaches=charter_breaches(words_of(story), rules, shares) if waits else [],
        overrides=list(Override.objects.filter(Q(story=story)).select_related("by")[:20]),
        review=review,
        previews=previews_of(story, channels_for(story.unit, person)) if forms else [],
        deliveries=list(deliveries.order_by("-source", "channel__platform")),
        comments=list(Comment.objects.filter(story=story).select_related("by")[:200]),
        is_named=_is_named(story, person),
        trail=told_of(f"story:{story.pk}"),
        may=allowed | {"review": _may_review(review, person)},
    )


def channels_for(unit: Unit, person: Any) -> list[Channel]:
    """Channels on which the person may let a story of the unit appear: the unit's own, then those above it.

    A deputy speaks where those may in whose place they stand.
    """
    above = [int(part) for part in unit.path.split("/") if part]
    rows = Channel.objects.filter(unit__in=above, state=Channel.State.CONNECTED).select_related("unit", "account")
    people = [person, *principals_of(person)]
    mine = [channel for channel in rows if any(may(one, "channel.speak", channel) for one in people)]
    return sorted(mine, key=lambda channel: (channel.unit_id != unit.pk, channel.platform, channel.pk))


def previews_of(story: Story, channels: list[Channel]) -> list[Preview]:
    """What each channel would show of the words in hand."""
    words = words_of(story)
    shown = [(channel, content_for(words, channel.platform)) for channel in channels]
    return [
        Preview(
            channel=channel,
            text=content.text,
            room=room_of(content, channel.platform),
            own=bool(words.variants.get(channel.platform)),
            media=(media := media_for(words, channel.platform)),
            faults=[fault_of(one, media) for one in breaches_of(channel.platform, content)],
            cost=cost_words(channel, content),
        )
        for channel, content in shown
    ]


def _is_named(story: Story, person: Any) -> bool:
    rows = Mention.objects.filter(comment__story=story, read_at=None)
    return isinstance(person, Person) and rows.filter(person=person).exists()


def _may_review(review: Review | None, person: Any) -> bool:
    if review is None or review.verdict:
        return False
    return may(person, "review.decide", review.story) and review.by_id != getattr(person, "pk", None)
