"""What notices lay on a person's table: to approve, to declare over, to review afterwards. All of it is urgent."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.selectors.notices import notices_visible_to
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.selectors.visible import visible_to
from suluh.organization.sockets.duties import Duty

MOST = 20


def notices_waiting(person: Person) -> Iterable[Duty]:
    """Notices to approve or mend, and those whose end has come."""
    now = timezone.now()
    ended = Q(state=Notice.State.IN_FORCE, ends_at__lte=now)
    returned = Q(work=Notice.Work.WRITING) & ~Q(note="")
    rows = notices_visible_to(person).filter(Q(work=Notice.Work.WAITING) | ended | returned)
    for notice in rows.order_by("pk")[:MOST]:
        if notice.work == Notice.Work.WAITING:
            if may(person, "notice.issue", notice):
                yield _duty(notice, _("Approve the notice “%(title)s”"), _("Open the notice"), notice.unit.name)
        elif notice.state == Notice.State.IN_FORCE and notice.ends_at is not None and notice.ends_at <= now:
            if may(person, "notice.write", notice):
                why = _("Its end has passed. Only a person knows whether it is safe.")
                yield _duty(notice, _("Is it over: “%(title)s”?"), _("Look and decide"), why)
        elif may(person, "notice.write", notice):
            yield _duty(notice, _("Mend the notice “%(title)s”"), _("Open the notice"), notice.note[:160])
    yield from _reviews(person)


def _reviews(person: Person) -> Iterable[Duty]:
    rows = NoticeVersion.objects.filter(alone=True, reviewed_at__isnull=True).exclude(issued_by=person)
    rows = visible_to(person, rows.select_related("notice__unit"), road="notice__unit")
    for version in rows.order_by("pk")[:MOST]:
        if may(person, "notice.review", version):
            yield Duty(
                title=_("Review the notice “%(title)s”") % {"title": version.notice},
                reason=_("One person wrote and issued it alone."),
                url=reverse("newsroom:notice-review", args=[version.pk]),
                action=_("Review it"),
            )


def _duty(notice: Notice, title: str, action: str, reason: str) -> Duty:
    url = reverse("newsroom:notice", args=[notice.pk])
    return Duty(title=title % {"title": notice}, reason=reason, url=url, action=action, urgent=True)
