"""Notices for officers: the list by who has them, and one notice with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.planning import breaches_of
from suluh.kernel.row_keys import row_key
from suluh.law.kinds import UnitKind
from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.notices.lacking import SENTENCES
from suluh.newsroom.notices.texts import content_of
from suluh.newsroom.notices.words import NoticeWords, lacks_of, left_open
from suluh.newsroom.services.notice_channels import channels_concerned, draft_telling, speaker_of
from suluh.newsroom.services.notices import words_of
from suluh.newsroom.voices import principals_of
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.rights import reach
from suluh.organization.selectors.trail import Told, told_of

ROWS = 50
WRITTEN = ~Q(work=Notice.Work.NONE)
TABS = {
    "kerja": WRITTEN,
    "berlaku": Q(state=Notice.State.IN_FORCE),
    "lalu": Q(state__in=[Notice.State.OVER, Notice.State.WITHDRAWN]),
}


@dataclass(frozen=True, slots=True)
class NoticeList:
    """One page of notices; `after` is the key of the next one."""

    tab: str
    counts: dict[str, int]
    notices: list[Notice]
    after: str


@dataclass(frozen=True, slots=True)
class NoticePreview:
    """What a channel will show, and why it would be left out."""

    channel: Channel
    text: str
    told: list[str]


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """A version with its deliveries, and how long it took from submission to the first channel."""

    version: NoticeVersion
    deliveries: list[Delivery]

    @property
    def first_after(self) -> timedelta | None:
        """From submission to the first channel beside the portal; None while it is live on none."""
        live = [one.settled_at for one in self.deliveries if one.state == Delivery.State.LIVE and one.settled_at]
        return min(live) - self.version.submitted_at if live else None

    @property
    def public_after(self) -> timedelta:
        """From submission to the portal, where it stands with its approval."""
        return self.version.issued_at - self.version.submitted_at


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A notice with its words, versions, previews and what the person may do."""

    notice: Notice
    words: NoticeWords
    lacks: list[str]
    open: list[str]
    versions: list[ToldVersion]
    previews: list[NoticePreview]
    may_write: bool
    may_issue: bool
    may_review: list[int]
    trail: list[Told]


def notices_visible_to(person: Any) -> QuerySet[Notice]:
    """Notices of the units that the person sees, and of those whose place the person takes as a deputy."""
    condition = reach(person, road="unit")
    for principal in principals_of(person):
        condition |= reach(principal, road="unit")
    return Notice.objects.select_related("unit", "begun_by", "submitted_by").filter(condition)


def notice_list(person: Any, *, tab: str, after: str = "") -> NoticeList:
    """One tab, newest first, from behind the key `after`."""
    counts = notices_visible_to(person).aggregate(
        **{word: Count("pk", filter=condition) for word, condition in TABS.items()}
    )
    if tab not in TABS:
        tab = "kerja" if counts["kerja"] else "berlaku"
    rows = notices_visible_to(person).filter(TABS[tab]).order_by("-id")
    if (last_seen := row_key(after)) is not None:
        rows = rows.filter(pk__lt=last_seen)
    found = list(rows[: ROWS + 1])
    return NoticeList(tab, counts, found[:ROWS], str(found[ROWS - 1].pk) if len(found) > ROWS else "")


def notice_file(notice: Notice, person: Any) -> NoticeFile:
    """Everything the page of a notice shows."""
    words = words_of(notice)
    may_issue = may(person, "notice.issue", notice)
    open_work = notice.work != Notice.Work.NONE
    versions = _versions(notice)
    return NoticeFile(
        notice=notice,
        words=words,
        lacks=[SENTENCES[lack] for lack in lacks_of(words)] if open_work else [],
        open=left_open(words) if open_work else [],
        versions=versions,
        previews=_previews(notice, person) if open_work and may_issue else [],
        may_write=may(person, "notice.write", notice),
        may_issue=may_issue,
        may_review=[
            one.version.pk
            for one in versions
            if one.version.alone
            and one.version.reviewed_at is None
            and one.version.issued_by_id != getattr(person, "pk", None)
            and may(person, "notice.review", notice)
        ],
        trail=told_of(f"notice:{notice.pk}"),
    )


def area_choices() -> list[tuple[Unit, list[Unit]]]:
    """Districts with their villages, in order of name: what a notice may name as its area.

    Names of districts and villages are known to everybody; this list says nothing else of them.
    """
    kinds = (UnitKind.KECAMATAN, UnitKind.KELURAHAN, UnitKind.DESA)
    rows = list(Unit.objects.filter(kind__in=kinds, active_until__isnull=True).order_by("sort_key", "id"))
    districts = {unit.pk: unit for unit in rows if unit.kind == UnitKind.KECAMATAN}
    below: dict[int | None, list[Unit]] = {}
    for unit in rows:
        if unit.kind != UnitKind.KECAMATAN:
            below.setdefault(unit.parent_id if unit.parent_id in districts else None, []).append(unit)
    return [(district, below.get(pk, [])) for pk, district in districts.items()] + [
        (unit, []) for unit in below.get(None, [])
    ]


def _versions(notice: Notice) -> list[ToldVersion]:
    rows = notice.versions.select_related("issued_by", "submitted_by", "reviewed_by").order_by("-number")
    deliveries: dict[str, list[Delivery]] = {}
    told = Delivery.objects.filter(source__startswith=f"notice:{notice.pk}:").select_related("channel__account")
    for delivery in told.order_by("channel__platform", "pk"):
        # taking posts down belongs to the version that took the notice back
        taken_down = ":withdraw:" in delivery.source
        source = f"notice:{notice.pk}:{notice.version}" if taken_down else delivery.source
        deliveries.setdefault(source, []).append(delivery)
    found = []
    for version in rows:
        version.notice = notice
        found.append(ToldVersion(version, deliveries.get(version.source, [])))
    return found


def _previews(notice: Notice, person: Any) -> list[NoticePreview]:
    telling = draft_telling(notice)
    found = []
    for channel in channels_concerned(notice, speaker_of(notice, person)):
        content = content_of(telling, channel.platform)
        told = [breach.message for breach in breaches_of(channel.platform, content)]
        found.append(NoticePreview(channel, content.text, told))
    return found
