"""Writing a notice without delay: from a template to those who approve it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from suluh.newsroom.errors import NoticeLacks, NoticeMoved
from suluh.newsroom.models import Notice
from suluh.newsroom.notices.kinds import NoticeKind
from suluh.newsroom.notices.lacking import told_lacks
from suluh.newsroom.notices.words import NoticeWords, lacks_of
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

State, Work = Notice.State, Notice.Work


@transaction.atomic
def notice_begin(*, unit: Unit, kind: NoticeKind, form_token: UUID, by: Actor) -> Notice:
    """Begin a notice from a template; the same form sent again gives the notice that is there.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates or leads it.
    """
    permit(by, "notice.write", unit)
    ends_at = (timezone.now() + timedelta(hours=kind.hours)).replace(minute=0, second=0, microsecond=0)
    words = NoticeWords.begun(kind, contact=_contact_of(unit), ends_at=ends_at)
    person = by if isinstance(by, Person) else None
    notice, new = Notice.objects.get_or_create(
        form_token=form_token,
        defaults={"unit": unit, "kind": kind.code, "words": words.as_json(), "begun_by": person},
    )
    if new:
        record("notice.begun", on=notice, by=by, unit=unit, title=kind.label)
    else:
        permit(by, "notice.write", notice)
    return notice


@transaction.atomic
def notice_fill(*, notice: Notice, seen: int, by: Actor, said: str | None = None, **told: object) -> Notice:
    """Write some of its words. One that waits for approval goes back to writing.

    Args:
        notice: what is written.
        seen: the count of changes that `by` has seen.
        by: who writes.
        said: what an update changes, in words for citizens; None leaves it.
        told: fields of `NoticeWords`.

    Raises:
        NotAllowed: `by` may not write it.
        NoticeMoved: it was changed or decided meanwhile, or nothing is open to writing.
    """
    permit(by, "notice.write", notice)
    notice = locked(notice, seen, Work.WRITING, Work.WAITING)
    words = replace(words_of(notice), **told)  # type: ignore[arg-type]
    notice.words, notice.work = words.as_json(), Work.WRITING
    notice.said = notice.said if said is None else said
    return saved(notice)


@transaction.atomic
def notice_submit(*, notice: Notice, seen: int, by: Actor) -> Notice:
    """Lay it before those who approve.

    Raises:
        NotAllowed: `by` may not write it.
        NoticeMoved: it was changed or decided meanwhile.
        NoticeLacks: hazard, area, action, contact, title or end is missing.
    """
    permit(by, "notice.write", notice)
    notice = locked(notice, seen, Work.WRITING)
    require_whole(notice)
    notice.work, notice.note = Work.WAITING, ""
    notice.submitted_by, notice.submitted_at = (by if isinstance(by, Person) else None), timezone.now()
    record("notice.submitted", on=notice, by=by, unit=notice.unit, title=str(notice))
    return saved(notice)


@transaction.atomic
def notice_return(*, notice: Notice, note: str, seen: int, by: Actor) -> Notice:
    """Give it back with what is to be mended.

    Raises:
        NotAllowed: `by` may not issue it.
        NoticeMoved: it was changed or decided meanwhile.
    """
    permit(by, "notice.issue", notice)
    notice = locked(notice, seen, Work.WAITING)
    notice.work, notice.note = Work.WRITING, note
    record("notice.returned", on=notice, by=by, unit=notice.unit, title=str(notice), note=note)
    return saved(notice)


@transaction.atomic
def notice_reopen(*, notice: Notice, seen: int, by: Actor) -> Notice:
    """Begin an update of what is in force; the public goes on reading the version in force.

    Raises:
        NotAllowed: `by` may not write it.
        NoticeMoved: it is not in force, or somebody is writing already.
    """
    permit(by, "notice.write", notice)
    notice = locked(notice, seen, Work.NONE)
    if notice.state != State.IN_FORCE:
        raise NoticeMoved
    notice.work, notice.said = Work.WRITING, ""
    return saved(notice)


@transaction.atomic
def notice_drop(*, notice: Notice, seen: int, by: Actor) -> Notice:
    """Discard what is being written; a version in force stays as it is.

    Raises:
        NotAllowed: `by` may not write it.
        NoticeMoved: it was changed or decided meanwhile.
    """
    permit(by, "notice.write", notice)
    notice = locked(notice, seen, Work.WRITING, Work.WAITING)
    record("notice.dropped", on=notice, by=by, unit=notice.unit, title=str(notice))
    notice.work, notice.said, notice.note = Work.NONE, "", ""
    if notice.version:
        notice.words = notice.versions.get(number=notice.version).words
    else:
        notice.state = State.DROPPED
    return saved(notice)


def words_of(notice: Notice) -> NoticeWords:
    """The words as they are being written."""
    return NoticeWords.from_json(notice.words)


def require_whole(notice: Notice) -> None:
    """Stop what would help nobody.

    Raises:
        NoticeLacks: something is missing that no notice may lack.
    """
    if lacks := lacks_of(words_of(notice)):
        raise NoticeLacks(told_lacks(lacks))


def locked(notice: Notice, seen: int, *works: str) -> Notice:
    """The notice under its row's lock, as the caller has seen it.

    Raises:
        NoticeMoved: it was changed meanwhile, or is with somebody else than the deed needs.
    """
    notice = Notice.objects.select_for_update(of=("self",)).select_related("unit").get(pk=notice.pk)
    if notice.seen != seen or notice.work not in works:
        raise NoticeMoved
    return notice


def saved(notice: Notice) -> Notice:
    """The notice written down as changed once more."""
    notice.seen += 1
    notice.save()
    return notice


def _contact_of(unit: Unit) -> str:
    """A number that this unit last gave to citizens; officers' own numbers are never taken."""
    last = Notice.objects.filter(unit=unit, version__gt=0).order_by("-id").values_list("words__contact", flat=True)
    return str(last.first() or "")
