"""Telling a version of a notice on every channel that reaches those concerned, before all that waits there."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from suluh.channels.frozen import Content, StoredMedium
from suluh.channels.models import Channel, Delivery
from suluh.channels.services.amending import deliveries_withdraw
from suluh.channels.services.planning import breaches_of, deliveries_plan
from suluh.channels.services.settled import close
from suluh.kernel.letters import Letterhead
from suluh.kernel.pictures import picture_clean
from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.notices.picture import SIDE, notice_picture
from suluh.newsroom.notices.texts import Act, Telling, content_of
from suluh.newsroom.notices.words import NoticeWords
from suluh.newsroom.voices import principals_of
from suluh.organization.media_store import keep
from suluh.organization.models import Government, Person, Role, Unit
from suluh.organization.permissions import may
from suluh.organization.rights import OPERATOR, Actor, grants_of
from suluh.organization.selectors.government import letterhead_of

UNSENT = (Delivery.State.WAITING, Delivery.State.BY_HAND)
"""States in which nobody has shown a version yet."""


def version_announce(*, version: NoticeVersion, by: Actor, origin: str = "") -> int:
    """Plan the version's deliveries, inside the transaction that issues it; returns on how many channels.

    A channel that would refuse the text is left out and named on the version: one that is broken delays no other.
    What earlier versions have not sent yet is called off, so that nothing old appears after something new. A withdrawal
    takes their posts down where the platform lets us, and is told as well: whoever read them does not see them vanish.
    """
    for delivery in _unsent(version.notice):
        close(delivery, Delivery.State.DROPPED, event="delivery.dropped", by=by)
    speaker = speaker_of(version.notice, by)
    if version.act == NoticeVersion.Act.WITHDRAWN:
        about = f"notice:{version.notice_id}"
        # a deputy takes back with the right of whom the deputy stands for
        deliveries_withdraw(about=about, reason=version.said, urgent=True, by=speaker)
    telling = telling_of(version, origin=origin)
    contents: dict[Channel, Content] = {}
    pictured: tuple[StoredMedium, ...] = ()
    for channel in channels_concerned(version.notice, speaker):
        content = content_of(telling, channel.platform)
        if breaches_of(channel.platform, content):
            # platforms that show nothing without a picture get the notice as one
            pictured = pictured or (_pictured(telling),)
            content = content_of(telling, channel.platform, pictured)
        if found := breaches_of(channel.platform, content):
            told = " ".join(breach.message for breach in found)
            version.left_out.append({"channel": channel.label, "told": told})
        else:
            contents[channel] = content
    if version.left_out:
        version.save(update_fields=["left_out"])
    if contents:
        deliveries_plan(
            source=version.source,
            unit=version.unit,
            contents=contents,
            due_at=timezone.now(),
            urgent=True,
            by=by,
            # the right to speak was asked channel by channel; what was told is corrected wherever it stands
            speaker=OPERATOR,
        )
    return len(contents)


def speaker_of(notice: Notice, by: Actor) -> Actor:
    """With whose right `by` speaks: the own one, or that of whom `by` stands for."""
    roles = (Role.LEADER, Role.COORDINATOR, Role.ADMIN)
    for one in (by, *principals_of(by)):
        if not isinstance(one, Person) or any(
            grant.role in roles and grant.covers(notice.unit) for grant in grants_of(one)
        ):
            return one
    return by


def channels_concerned(notice: Notice, by: Actor) -> list[Channel]:
    """Connected channels of the unit, of those above it and of the areas concerned, as far as `by` may speak there.

    A channel on which an earlier version was told is always among them, whoever told it: its readers learn the news.
    """
    words = NoticeWords.from_json(notice.words)
    above = [int(part) for part in notice.unit.path.split("/") if part]
    concerned = Q(unit__in=above)
    for path in Unit.objects.filter(pk__in=[area.unit for area in words.areas]).values_list("path", flat=True):
        concerned |= Q(unit__path__startswith=path)
    deliveries = Delivery.objects.filter(source__startswith=f"notice:{notice.pk}:")
    told = set(deliveries.values_list("channel", flat=True))
    rows = Channel.objects.filter(concerned | Q(pk__in=told), state=Channel.State.CONNECTED)
    rows = rows.select_related("unit", "account").order_by("platform", "pk")
    return [channel for channel in rows if channel.pk in told or may(by, "channel.speak", channel)]


def telling_of(version: NoticeVersion, *, origin: str = "") -> Telling:
    """The version as the value that texts and documents are made of."""
    words, here = NoticeWords.from_json(version.words), zone()
    return Telling(
        words=words,
        act=Act(version.act),
        number=version.number,
        office=version.unit.name,
        link=notice_link(version.notice, origin=origin),
        said=version.said,
        at=version.issued_at.astimezone(here),
        until=words.ends_at.astimezone(here) if words.ends_at else None,
    )


def draft_telling(notice: Notice) -> Telling:
    """What is being written as it would go out now."""
    words, here, now = NoticeWords.from_json(notice.words), zone(), timezone.now()
    return Telling(
        words=words,
        act=Act.UPDATE if notice.version else Act.ALERT,
        number=notice.version + 1,
        office=notice.unit.name,
        link=notice_link(notice),
        said=notice.said,
        at=now.astimezone(here),
        until=words.ends_at.astimezone(here) if words.ends_at else None,
    )


def notice_link(notice: Notice, *, origin: str = "") -> str:
    """The permanent address of the notice's public page; "" where nobody knows under which name we are reached."""
    base = settings.CONFIG.base_url.rstrip("/") or origin.rstrip("/")
    return f"{base}{reverse('portal:notice', args=[notice.pk])}" if base else ""


def zone() -> ZoneInfo:
    """The government's zone, in which times are told."""
    name = Government.objects.values_list("zone", flat=True).first()
    return ZoneInfo(name or settings.TIME_ZONE)


def letterhead_for() -> Letterhead:
    """Whose notice it is, for pictures."""
    return letterhead_of(Government.objects.first())


def _pictured(telling: Telling) -> StoredMedium:
    """The notice as a picture in the store, with all that it shows in words."""
    drawn = notice_picture(telling, letterhead_for())
    name, digest = keep(picture_clean(drawn, most_bytes=len(drawn), side=SIDE, photo=True))
    alt = " ".join((telling.words.title, f"{telling.words.where}.", *telling.words.deeds, telling.words.contact))
    return StoredMedium(name, "image/jpeg", digest, alt[:1000], SIDE, SIDE)


def _unsent(notice: Notice) -> Iterable[Delivery]:
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("channel")
    return rows.filter(source__startswith=f"notice:{notice.pk}:", state__in=UNSENT)
