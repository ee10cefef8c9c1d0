"""What the information service lays on a person's table beside the legal clocks: material that a unit has to bring."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.disclosure.models import Assignment
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


DUTIES = [DutySource("disclosure.assignments", assignments_waiting, gettext_lazy("Material for requests"))]
