"""Issuing a notice: one approval freezes the words, tells every channel at once, and keeps the trace."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from suluh.newsroom.errors import NoticeMoved, NotOwnReview
from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.notices.cap import stamp
from suluh.newsroom.services.notice_channels import version_announce, zone
from suluh.newsroom.services.notices import locked, require_whole, saved, words_of
from suluh.newsroom.voices import rights_of_now
from suluh.organization.models import Government, Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

State, Work, Act = Notice.State, Notice.Work, NoticeVersion.Act


@transaction.atomic
def notice_issue(*, notice: Notice, seen: int, by: Actor, origin: str = "") -> NoticeVersion:
    """Issue what was written: one approval, and it goes to the portal and every channel before all that waits there.

    Whoever may approve may issue own words without a second person; such a version is reviewed by somebody else
    afterwards, so that a night without a superior costs no minute.

    Args:
        notice: waiting for approval, or being written by `by`.
        seen: the count of changes that `by` has seen.
        by: who approves.
        origin: address of the installation, where no setting names it.

    Raises:
        NotAllowed: `by` may not issue it.
        NoticeMoved: it was changed or decided meanwhile.
        NoticeLacks: something is missing that no notice may lack.
    """
    by = rights_of_now(by)
    permit(by, "notice.issue", notice)
    notice = locked(notice, seen, Work.WAITING, Work.WRITING)
    require_whole(notice)
    act = Act.UPDATE if notice.version else Act.ALERT
    version = _told(notice, act, State.IN_FORCE, by=by, said=notice.said)
    channels = version_announce(version=version, by=by, origin=origin)
    code = "notice.issued-alone" if version.alone else "notice.issued"
    told = {"title": str(notice), "version": version.number, "channels": channels}
    record(code, on=notice, by=by, unit=notice.unit, **told)
    return version


@transaction.atomic
def notice_clear(*, notice: Notice, said: str, seen: int, by: Actor, origin: str = "") -> NoticeVersion:
    """Declare it over, on every channel that told of it. Only a person knows that.

    Raises:
        NotAllowed: `by` may not issue it.
        NoticeMoved: it is not in force, or was changed meanwhile.
    """
    return _ended(notice, Act.CLEAR, State.OVER, said, seen, by, origin, event="notice.cleared")


@transaction.atomic
def notice_withdraw(*, notice: Notice, said: str, seen: int, by: Actor, origin: str = "") -> NoticeVersion:
    """Take back what was wrong, on every channel that told of it; what was said stays readable with the reason.

    Raises:
        NotAllowed: `by` may not issue it.
        NoticeMoved: it is not in force, or was changed meanwhile.
    """
    return _ended(notice, Act.WITHDRAWN, State.WITHDRAWN, said, seen, by, origin, event="notice.withdrawn")


@transaction.atomic
def notice_extend(
    *, notice: Notice, ends_at: datetime, said: str, seen: int, by: Actor, origin: str = ""
) -> NoticeVersion:
    """It holds longer than was said: an update whose end alone has changed.

    Raises:
        NotAllowed: `by` may not issue it.
        NoticeMoved: it is not in force, or was changed meanwhile.
    """
    permit(by, "notice.issue", notice)
    notice = locked(notice, seen, Work.NONE)
    if notice.state != State.IN_FORCE:
        raise NoticeMoved
    notice.words = {**notice.words, "ends_at": ends_at.isoformat()}
    notice.said, notice.work = said, Work.WRITING
    saved(notice)
    return notice_issue(notice=notice, seen=notice.seen, by=by, origin=origin)


@transaction.atomic
def version_review(*, version: NoticeVersion, review: str, by: Actor) -> NoticeVersion:
    """Look afterwards at what one person wrote and issued alone.

    Raises:
        NotAllowed: `by` may not review it.
        NotOwnReview: `by` issued it.
        NoticeMoved: it needs no review, or has one.
    """
    permit(by, "notice.review", version)
    version = NoticeVersion.objects.select_for_update(of=("self",)).select_related("notice__unit").get(pk=version.pk)
    if not version.alone or version.reviewed_at is not None:
        raise NoticeMoved
    if isinstance(by, Person) and version.issued_by_id == by.pk:
        raise NotOwnReview
    version.reviewed_by, version.reviewed_at = (by if isinstance(by, Person) else None), timezone.now()
    version.review = review
    version.save(update_fields=["reviewed_by", "reviewed_at", "review"])
    told = {"title": str(version.notice), "version": version.number, "review": review}
    record("notice.reviewed", on=version.notice, by=by, unit=version.unit, **told)
    return version


def _ended(
    notice: Notice, act: str, state: str, said: str, seen: int, by: Actor, origin: str, *, event: str
) -> NoticeVersion:
    by = rights_of_now(by)
    permit(by, "notice.issue", notice)
    notice = locked(notice, seen, Work.NONE, Work.WRITING, Work.WAITING)
    if notice.state != State.IN_FORCE:
        raise NoticeMoved
    # an update that somebody was writing is of no use any more
    notice.words = notice.versions.get(number=notice.version).words
    notice.work, notice.submitted_at, notice.submitted_by = Work.WRITING, None, None
    version = _told(notice, act, state, by=by, said=said)
    version_announce(version=version, by=by, origin=origin)
    record(event, on=notice, by=by, unit=notice.unit, title=str(notice), said=said)
    return version


def _told(notice: Notice, act: str, state: str, *, by: Actor, said: str) -> NoticeVersion:
    """Write the next version down, and what the public is told from now on."""
    now = timezone.now()
    person = by if isinstance(by, Person) else None
    words = words_of(notice)
    first_hand = notice.work == Work.WRITING
    version = NoticeVersion.objects.create(
        notice=notice,
        number=notice.version + 1,
        act=act,
        words=notice.words,
        digest=words.digest,
        said=said,
        sender=_sender(),
        sent=stamp(now.astimezone(zone())),
        submitted_at=now if first_hand else notice.submitted_at or now,
        submitted_by=person if first_hand else notice.submitted_by,
        issued_at=now,
        issued_by=person,
        alone=person is not None and (first_hand or notice.submitted_by_id == person.pk),
    )
    notice.version, notice.state, notice.work = version.number, state, Work.NONE
    notice.said, notice.note, notice.ends_at = "", "", words.ends_at
    saved(notice)
    return version


def _sender() -> str:
    """A name of this installation that no other has: its host, else its government's name."""
    host = urlsplit(settings.CONFIG.base_url).hostname
    name = Government.objects.values_list("name", flat=True).first()
    return host or slugify(name or "suluh")
