"""What this room lays on a person's table beside the legal clocks: material to bring, broken addresses to mend."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from suluh.disclosure.decisions import DECISIONS
from suluh.disclosure.models import Assignment, Notice
from suluh.disclosure.selectors.links import links_broken
from suluh.disclosure.selectors.requests import bodies_served
from suluh.organization.models import Person, Role
from suluh.organization.permissions import may
from suluh.organization.rights import grants_of, reach
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def assignments_waiting(person: Person) -> Iterable[Duty]:
    """Material that the person's own unit is asked to bring."""
    rows = Assignment.objects.filter(reach(person, road="unit"), state=Assignment.State.ASKED)
    today = timezone.localdate()
    for row in rows.select_related("request", "unit").order_by("due", "pk")[:MOST]:
        if may(person, "request.bring", row):
            yield Duty(
                title=_("Bring material for request %(number)s") % {"number": row.request.number},
                reason=row.asks[:160],
                url=reverse("disclosure:assignment", args=[row.pk]),
                action=_("Bring material"),
                due=row.due,
                urgent=row.due <= today,
            )


def notices_in_trouble(person: Person) -> Iterable[Duty]:
    """Mails to requesters that did not arrive, in cases that the person serves."""
    rows = Notice.objects.filter(
        Q(request__body__in=bodies_served(person)) | Q(objection__body__in=bodies_served(person))
    )
    for row in rows.filter(state__in=Notice.TROUBLED).select_related("request__body", "objection__body")[:MOST]:
        if may(person, "request.prepare", row):
            name = "disclosure:request" if row.request_id else "disclosure:objection"
            yield Duty(
                title=_("A mail to the requester of %(number)s did not arrive") % {"number": row.case.number},
                reason=row.reason,
                url=reverse(name, args=[row.case.pk]),
                action=_("Bring it another way"),
                due=None,
                urgent=False,
            )


def links_waiting(person: Person) -> Iterable[Duty]:
    """Broken addresses of the person's own units, as one duty; those above see them on the page."""
    own = [grant.unit_id for grant in grants_of(person) if grant.role in (Role.UNIT_OFFICER, Role.PPID)]
    count = links_broken(person).filter(item__unit__in=own).count() if own else 0
    if count:
        yield Duty(
            title=ngettext("Mend %(n)s broken address", "Mend %(n)s broken addresses", count) % {"n": count},
            reason=_("Citizens who follow them from the list arrive nowhere."),
            url=reverse("disclosure:links"),
            action=_("See the addresses"),
        )


DUTIES = [
    DutySource("disclosure.assignments", assignments_waiting, gettext_lazy("Material for requests")),
    DutySource("disclosure.notices", notices_in_trouble, gettext_lazy("Mails that did not arrive")),
    DutySource("disclosure.links", links_waiting, gettext_lazy("Broken addresses")),
    *DECISIONS,
]
