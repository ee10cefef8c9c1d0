"""Sending a story in and taking it through its steps, by those whose work each is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from suluh.channels.models import Channel
from suluh.demo.speak.past import Thread
from suluh.demo.speak.people import asked_now, desk, officer_of
from suluh.demo.speak.poster import poster
from suluh.demo.speak.shown import went_live
from suluh.demo.speak.tales import Tale
from suluh.newsroom.models import Story
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.confirming import private_confirm
from suluh.newsroom.services.stories import story_submit
from suluh.newsroom.words import Words
from suluh.organization.models import Person, Role, Unit
from suluh.studio.services.media import medium_take

NOT_PRIVATE = "Nama kegiatan dan jabatan, bukan data pribadi warga."
A_STEP = timedelta(hours=1)
"""How long a step below the desk usually takes."""


def told(tale: Tale, at: datetime) -> Thread[Story]:
    """The unit's officer sends the story."""
    yield at
    unit = Unit.objects.get(slug=tale.unit)
    officer = officer_of(unit)
    words = words_for(tale, _picture(tale, unit, officer))
    token = uuid5(NAMESPACE_URL, f"arunika/{tale.title}/{at:%Y-%m-%d}")
    return story_submit(unit=unit, words=words, form_token=token, by=officer)


def up_to_desk(story: Story, at: datetime, *, steps: int = 9) -> Thread[Story]:
    """The voices below the desk, an hour apart from `at` on, at most so many."""
    for _ in range(steps):
        if Role.COORDINATOR in story.waits_roles:
            break
        at += A_STEP
        yield at
        story = approve(story)
    return again(story)


def published(
    tale: Tale, sent: datetime, at: datetime, origin: str, *, overrides: str = "", refused: dict[str, str] | None = None
) -> Thread[Story]:
    """Sent, approved and live at `at` on the channels of the tale, but for those that `refused` it, by platform."""
    story = yield from told(tale, sent)
    story = yield from up_to_desk(story, sent)
    yield at - timedelta(minutes=30)
    private_confirm(story=story, reason=NOT_PRIVATE, seen=story.revision, by=desk())
    story = approve(story, channels=channels_for(tale), due_at=at, overrides=overrides)
    yield at
    went_live(story, origin, refused=refused)
    return again(story)


def approve(
    story: Story, *, channels: Iterable[Channel] = (), due_at: datetime | None = None, overrides: str = ""
) -> Story:
    """Whoever is asked says yes."""
    story = again(story)
    by = asked_now(story)
    return story_approve(story=story, channels=channels, due_at=due_at, seen=story.revision, overrides=overrides, by=by)


def again(story: Story) -> Story:
    """The story as it is now."""
    return Story.objects.select_related("unit", "waits_unit", "held_by").get(pk=story.pk)


def words_for(tale: Tale, media: list[dict[str, Any]]) -> Words:
    """The words of a tale, told on the day of Django's clock."""
    return Words(
        kind=tale.kind,
        title=tale.title,
        text=tale.text,
        place=tale.place,
        happens_on=_day(tale.days),
        contact=tale.contact,
        media=media,
    )


def channels_for(tale: Tale) -> list[Channel]:
    """The unit's own channels and those of the regency and of Diskominfo, as far as they fit the story."""
    speakers = {tale.unit, "pemkab-arunika", "diskominfo"}
    rows = Channel.objects.filter(unit__slug__in=speakers, state=Channel.State.CONNECTED).select_related("account")
    return [channel for channel in rows.order_by("pk") if _name(channel) in tale.on]


def _picture(tale: Tale, unit: Unit, officer: Person) -> list[dict[str, Any]]:
    if not tale.alt:
        return []
    drawn = poster(tale.title)
    token = uuid5(NAMESPACE_URL, f"arunika/poster/{tale.title}")
    taken = medium_take(unit=unit, token=token, file=BytesIO(drawn), size=len(drawn), by=officer)
    return [taken.facts | {"alt": tale.alt}]


def _name(channel: Channel) -> str:
    """A channel where a person posts is named by its account's platform."""
    return channel.account.platform if channel.platform == "handoff" and channel.account else channel.platform


def _day(days: int | None) -> date | None:
    return None if days is None else timezone.localdate() + timedelta(days=days)
