"""The desk's queue, and one story with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.planning import broken_rules
from suluh.newsroom.models import Story
from suluh.newsroom.services.stories import words_of
from suluh.newsroom.words import content_for
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.selectors.trail import Told, told_of
from suluh.organization.selectors.visible import visible_to

TABS = {"meja": Story.State.SUBMITTED, "unit": Story.State.RETURNED, "setuju": Story.State.APPROVED}
ROWS = 50


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of stories. `after` is the key of the next page."""

    tab: str
    counts: dict[str, int]
    stories: list[Story]
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a channel would show, and what it would refuse."""

    channel: Channel
    text: str
    told: list[str]


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story with its previews, its deliveries and what the person may do."""

    story: Story
    previews: list[Preview]
    deliveries: list[Delivery]
    may_edit: bool
    may_approve: bool
    trail: list[Told]


def stories_visible_to(person: Any) -> QuerySet[Story]:
    """Stories of the units that the person sees."""
    return visible_to(person, Story.objects.select_related("unit", "submitted_by"))


def queue(person: Any, *, tab: str, after: str = "") -> Queue:
    """One tab of the queue, newest first, from behind the key `after`."""
    rows = visible_to(person, Story.objects.all())
    counts = rows.aggregate(**{word: Count("pk", filter=Q(state=state)) for word, state in TABS.items()})
    tab = tab if tab in TABS else "meja"
    shown = stories_visible_to(person).filter(state=TABS[tab]).order_by("-id")
    if after.isdecimal():
        shown = shown.filter(pk__lt=int(after))
    found = list(shown[: ROWS + 1])
    following = str(found[ROWS - 1].pk) if len(found) > ROWS else ""
    return Queue(tab, counts, found[:ROWS], following)


def story_file(story: Story, person: Any) -> StoryFile:
    """Everything the page of a story shows."""
    may_approve = story.state == Story.State.SUBMITTED and may(person, "story.approve", story)
    deliveries = Delivery.objects.filter(source__startswith=f"story:{story.pk}:").select_related("channel__account")
    return StoryFile(
        story=story,
        previews=[_preview(story, channel) for channel in channels_for(story.unit, person)] if may_approve else [],
        deliveries=list(deliveries.order_by("-source", "channel__platform")),
        may_edit=may(person, "story.edit", story),
        may_approve=may_approve,
        trail=told_of(f"story:{story.pk}"),
    )


def channels_for(unit: Unit, person: Any) -> list[Channel]:
    """Channels on which the person may let a story of the unit appear: the unit's own, then those above it."""
    above = [int(part) for part in unit.path.split("/") if part]
    rows = Channel.objects.filter(unit__in=above, state=Channel.State.CONNECTED).select_related("unit", "account")
    mine = [channel for channel in rows if may(person, "channel.speak", channel)]
    return sorted(mine, key=lambda channel: (channel.unit_id != unit.pk, channel.platform, channel.pk))


def _preview(story: Story, channel: Channel) -> Preview:
    content = content_for(words_of(story), channel.platform)
    return Preview(channel, content.text, broken_rules(channel, content))
