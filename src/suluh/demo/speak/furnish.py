"""Puts stories before the desk and on their way, by the people whose work it is."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.speak.poster import poster
from suluh.demo.speak.tales import TALES, Fate, Tale
from suluh.newsroom.models import Story
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.holding import story_return
from suluh.newsroom.services.stories import story_submit
from suluh.newsroom.words import Words
from suluh.organization.models import Person, Unit
from suluh.studio.services.media import medium_take

DESK = "kabid.ikp.diskominfo@arunikakab.example"
MORNING = time(8)
UNCLEAR = Step(Fault.ERROR_AFTER, platform="telegram", path="/send", skip=1)
"""The second post to Telegram is answered with an error although it is there: nobody but a person can know."""


@transaction.atomic
def stories_furnish() -> int:
    """Have the units tell their stories and the desk decide; the number of stories. Nothing the second time.

    What is approved is due now: the workers send it as soon as they run.
    """
    if Story.objects.exists():
        return 0
    desk = Person.objects.get(email=DESK)
    for tale in TALES:
        _tell(tale, desk)
    return len(TALES)


def _tell(tale: Tale, desk: Person) -> None:
    unit = Unit.objects.get(slug=tale.unit)
    officer = Person.objects.get(email=f"admin.a.{tale.unit}@arunikakab.example")
    token = uuid5(NAMESPACE_URL, f"arunika/{tale.title}")
    words = _words(tale, _media(tale, unit, officer))
    story = story_submit(unit=unit, words=words, form_token=token, by=officer)
    match tale.fate:
        case Fate.RETURNED:
            story_return(story=story, note=tale.note, seen=story.revision, by=desk)
        case Fate.PUBLISHED | Fate.PLANNED:
            due = timezone.now() if tale.fate is Fate.PUBLISHED else _tomorrow()
            story_approve(story=story, channels=_channels(tale), due_at=due, seen=story.revision, by=desk)


def _media(tale: Tale, unit: Unit, officer: Person) -> list[dict[str, Any]]:
    if not tale.alt:
        return []
    drawn = poster(tale.title)
    token = uuid5(NAMESPACE_URL, f"arunika/poster/{tale.title}")
    taken = medium_take(unit=unit, token=token, file=BytesIO(drawn), size=len(drawn), by=officer)
    return [taken.facts | {"alt": tale.alt}]


def _words(tale: Tale, media: list[dict[str, Any]]) -> Words:
    return Words(
        kind=tale.kind,
        title=tale.title,
        text=tale.text,
        place=tale.place,
        happens_on=timezone.localdate() + timedelta(days=tale.days) if tale.days is not None else None,
        contact=tale.contact,
        media=media,
    )


def _channels(tale: Tale) -> list[Channel]:
    """The unit's own channels and those of the regency and of Diskominfo, as far as they fit the story."""
    speakers = {tale.unit, "pemkab-arunika", "diskominfo"}
    rows = Channel.objects.filter(unit__slug__in=speakers, state=Channel.State.CONNECTED).select_related("account")
    return [channel for channel in rows.order_by("pk") if _name(channel) in tale.on]


def _name(channel: Channel) -> str:
    """A channel where a person posts is named by its account's platform."""
    return channel.account.platform if channel.platform == "handoff" and channel.account else channel.platform


def _tomorrow() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), MORNING))
