"""What the information service lays on a person's table beside the legal clocks: material that a unit has to bring."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.disclosure.models import Assignment, Notice
from suluh.disclosure.selectors.requests import bodies_served
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.rights import reach
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


DUTIES = [
    DutySource("disclosure.assignments", assignments_waiting, gettext_lazy("Material for requests")),
    DutySource("disclosure.notices", notices_in_trouble, gettext_lazy("Mails that did not arrive")),
]
