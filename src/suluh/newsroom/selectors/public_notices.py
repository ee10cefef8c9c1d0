"""Notices as the public reads them: versions that were issued, never what is being written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from suluh.kernel.row_keys import row_key
from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.notices.cap import CapMessage, identifier_of, reference_of
from suluh.newsroom.notices.words import NoticeWords
from suluh.newsroom.services.notice_channels import telling_of

LINGERS = timedelta(hours=24)
"""So long after its end a notice that nobody has declared over is still shown everywhere; then on its page alone."""
FED_FOR = timedelta(days=30)
"""So long versions stand in the feed of the alerting protocol."""
ROWS = 20


@dataclass(frozen=True, slots=True)
class PublicNotice:
    """A notice as it was last told. `overdue`: its end has passed, and no officer has said that the danger is."""

    version: NoticeVersion
    words: NoticeWords
    overdue: bool

    @property
    def notice(self) -> Notice:
        """The notice itself."""
        return self.version.notice

    @property
    def in_force(self) -> bool:
        """True until an officer declares it over or withdraws it."""
        return self.version.act in (NoticeVersion.Act.ALERT, NoticeVersion.Act.UPDATE)


def told_versions() -> QuerySet[NoticeVersion]:
    """Every version that the public was told."""
    return NoticeVersion.objects.select_related("notice__unit")


def notices_in_force(now: datetime | None = None) -> list[PublicNotice]:
    """What holds now, gravest and newest first; one query."""
    at = now or timezone.now()
    rows = told_versions().filter(number=F("notice__version"), notice__state=Notice.State.IN_FORCE)
    rows = rows.filter(notice__ends_at__gt=at - LINGERS).order_by("-issued_at")
    grave = ("extreme", "severe", "moderate", "minor")
    return sorted((public_notice(row, at) for row in rows), key=lambda one: grave.index(one.words.severity))


def notices_told(*, after: str = "") -> tuple[list[PublicNotice], str]:
    """All notices, newest first, from behind the key `after`; with the key of the next page."""
    rows = told_versions().filter(number=F("notice__version"))
    if (last_seen := row_key(after)) is not None:
        rows = rows.filter(notice_id__lt=last_seen)
    found = list(rows.order_by("-notice_id")[: ROWS + 1])
    at = timezone.now()
    return [public_notice(row, at) for row in found[:ROWS]], str(found[ROWS - 1].notice_id) if len(found) > ROWS else ""


def notices_found(words: str, *, rows: int = 3) -> list[PublicNotice]:
    """The newest notices whose title, danger or place holds every word."""
    found = told_versions().filter(number=F("notice__version"))
    for word in words.split()[:6]:
        told = (Q(**{f"words__{name}__icontains": word}) for name in ("title", "hazard", "place"))
        found = found.filter(reduce(or_, told))
    at = timezone.now()
    return [public_notice(row, at) for row in found.order_by("-notice_id")[:rows]]


def versions_of(notice: Notice) -> list[NoticeVersion]:
    """What the public was told of a notice, newest first."""
    return list(told_versions().filter(notice=notice).order_by("-number"))


def public_notice(version: NoticeVersion, at: datetime) -> PublicNotice:
    """A version for the public."""
    words = NoticeWords.from_json(version.words)
    ended = version.notice.ends_at is not None and version.notice.ends_at <= at
    return PublicNotice(version, words, ended and version.notice.state == Notice.State.IN_FORCE)


def feed_versions() -> list[NoticeVersion]:
    """Versions for the feed, newest first: those of the last weeks, and all of what is in force."""
    since = timezone.now() - FED_FOR
    recent = told_versions().filter(issued_at__gt=since)
    running = told_versions().filter(notice__state=Notice.State.IN_FORCE)
    return list((recent | running).order_by("-issued_at", "-id")[:200])


def cap_message(version: NoticeVersion, *, origin: str = "") -> CapMessage:
    """A version as a message of the alerting protocol, with references to all before it."""
    key = version.notice.key
    earlier = NoticeVersion.objects.filter(notice=version.notice_id, number__lt=version.number).order_by("number")
    return CapMessage(
        telling=telling_of(version, origin=origin),
        identifier=identifier_of(key, version.number),
        sender=version.sender,
        sent=version.sent,
        references=[
            reference_of(sender=one.sender, identifier=identifier_of(key, one.number), sent=one.sent) for one in earlier
        ],
    )
