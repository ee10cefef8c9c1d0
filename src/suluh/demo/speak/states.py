"""Stories in every state of their way to citizens: what is on the desk today, and what happened to some of late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from django.utils import timezone

from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.people import desk, head_of, named, officer_of, second
from suluh.demo.speak.shown import went_live
from suluh.demo.speak.tales import (
    CORRECTED,
    CORRECTED_HOURS,
    CORRECTED_TITLE,
    OVERRIDDEN,
    REFUSED,
    TALES,
    WHY_OVERRIDDEN,
    WHY_REFUSED,
    WHY_WITHDRAWN,
    WITHDRAWN,
    Fate,
    Tale,
)
from suluh.demo.speak.telling import again, approve, channels_for, published, told, up_to_desk, words_for
from suluh.law.kinds import UnitKind
from suluh.newsroom.models import Publication, Story
from suluh.newsroom.services.comments import comment_add
from suluh.newsroom.services.holding import story_claim, story_return
from suluh.newsroom.services.hurrying import story_hurry
from suluh.newsroom.services.publications import publication_withdraw
from suluh.newsroom.services.stories import story_edit
from suluh.organization.models import Unit

MORNING = time(8)
A_KELURAHAN = "kelurahan"
"""Stands in a tale for whichever kelurahan comes first."""


def threads_of_today(today: datetime) -> Iterator[Thread[None]]:
    """What lies on the desk now. What is approved is due, so workers send it as they start."""
    for tale in TALES:
        yield _today(replace(tale, unit=_kelurahan()) if tale.unit == A_KELURAHAN else tale, today)


def threads_of_trouble(today: datetime, origin: str) -> Iterator[Thread[object]]:
    """What was refused, let pass, taken back or corrected within the last fortnight."""
    yield _published(REFUSED, today, 9, origin, refused=WHY_REFUSED)
    yield _published(OVERRIDDEN, today, 4, origin, overrides=WHY_OVERRIDDEN)
    yield _withdrawn(today, origin)
    yield _corrected(today, origin)


def _today(tale: Tale, today: datetime) -> Thread[None]:
    sent = today - timedelta(hours=tale.hours)
    story = yield from told(tale, sent)
    if tale.fate is Fate.AT_UNIT:
        return
    if tale.fate is Fate.HURRIED:
        yield today - timedelta(hours=1)
        story_hurry(story=story, channels=channels_for(tale), reason=tale.note, seen=story.revision, by=desk())
        return
    story = yield from up_to_desk(story, sent, steps=1 if tale.fate is Fate.AT_DISTRICT else 9)
    yield from _at_desk(story, tale, today, sent + timedelta(hours=2))


def _at_desk(story: Story, tale: Tale, today: datetime, soon: datetime) -> Thread[None]:
    match tale.fate:
        case Fate.PUBLISHED | Fate.PLANNED:
            yield today
            approve(story, channels=channels_for(tale), due_at=today if tale.fate is Fate.PUBLISHED else _tomorrow())
        case Fate.RETURNED:
            yield soon
            story_return(story=story, note=tale.note, seen=story.revision, by=desk())
        case Fate.HELD:
            yield from _talked_about(story, tale, soon)


def _talked_about(story: Story, tale: Tale, at: datetime) -> Thread[None]:
    """The desk asks, the unit mends, its head reads again, and somebody of the desk takes it."""
    officer, head, helper = officer_of(story.unit), head_of(story.unit), second()
    yield at
    comment_add(story=story, text=f"{named(officer)} tolong sebut keenam sekolahnya.", by=helper)
    yield at + timedelta(minutes=25)
    words = words_for(replace(tale, text=tale.text.replace("Enam sekolah", tale.note)), story.media)
    story = story_edit(story=story, words=words, seen=story.revision, by=officer)
    comment_add(story=story, text=f"Sudah kami lengkapi. {named(head)} mohon dibaca lagi.", by=officer)
    story = yield from up_to_desk(story, at)
    yield at + timedelta(minutes=90)
    story_claim(story=story, by=helper)
    comment_add(story=story, text=f"{named(desk())} tinggal menunggu jam pastinya dari BPBD.", by=helper)


def _published(
    tale: Tale, today: datetime, ago: int, origin: str, *, overrides: str = "", refused: dict[str, str] | None = None
) -> Thread[Story]:
    """Told on one day, live on the next morning, so many days ago."""
    sent, at = days_ago(today, ago + 1, 13), days_ago(today, ago, 8)
    return (yield from published(tale, sent, at, origin, overrides=overrides, refused=refused))


def _withdrawn(today: datetime, origin: str) -> Thread[None]:
    story = yield from _published(WITHDRAWN, today, 12, origin)
    yield days_ago(today, 12, 13)
    publication = Publication.objects.get(story=story)
    publication_withdraw(publication=publication, reason=WHY_WITHDRAWN, by=desk())
    went_live(story, origin)


def _corrected(today: datetime, origin: str) -> Thread[None]:
    story = yield from _published(CORRECTED, today, 7, origin)
    later = days_ago(today, 7, 10)
    yield later
    tale = replace(CORRECTED, title=CORRECTED_TITLE, text=CORRECTED.text.replace(*CORRECTED_HOURS))
    story = story_edit(story=story, words=words_for(tale, []), seen=story.revision, by=officer_of(story.unit))
    story = yield from up_to_desk(again(story), later)
    yield later + timedelta(hours=2)
    story = approve(story, channels=channels_for(tale), due_at=timezone.now())
    went_live(story, origin)


def _kelurahan() -> str:
    return str(Unit.objects.filter(kind=UnitKind.KELURAHAN).order_by("pk").values_list("slug", flat=True)[0])


def _tomorrow() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), MORNING))
