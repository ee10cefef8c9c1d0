"""What the watch lays on a person's table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.monitoring.models import Finding
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.rights import reach
from suluh.organization.sockets.duties import Duty, DutySource, duties

REPLY_DAYS = {"high": 3, "medium": 14, "low": 30, "info": 30}
"""Days a unit has to answer a finding, by severity; our own rule, not law."""

MOST = 20
"""Duties of a kind that are told."""

LOOKED_AT = 500
"""The newest findings in which they are looked for: whoever sees a whole government answers for few of them."""


def findings_waiting(person: Person) -> Iterable[Duty]:
    """Open findings of the person's own unit, and contested ones for those who settle."""
    for state, action, duty in (
        (Finding.State.CONTESTED, "finding.settle", _settle),
        (Finding.State.OPEN, "finding.reply", _reply),
    ):
        rows = Finding.objects.filter(reach(person, road="unit"), state=state).select_related("unit")
        theirs = (row for row in rows.order_by("-opened_at")[:LOOKED_AT] if may(person, action, row))
        yield from map(duty, islice(theirs, MOST))


def _reply(row: Finding) -> Duty:
    opened = row.opened_at or row.last_seen
    return Duty(
        title=row.message,
        reason=row.step,
        url=reverse("monitoring:finding", args=[row.pk]),
        action=_("Open the finding"),
        due=timezone.localdate(opened) + timedelta(days=REPLY_DAYS.get(row.severity, 30)),
        urgent=row.severity == "high",
    )


def _settle(row: Finding) -> Duty:
    return Duty(
        title=_("%(unit)s contests a finding") % {"unit": row.unit.name},
        reason=row.message,
        url=reverse("monitoring:finding", args=[row.pk]),
        action=_("Decide"),
        due=timezone.localdate(row.last_seen) + timedelta(days=7),
    )


duties.register(DutySource("monitoring.findings", findings_waiting, gettext_lazy("Findings")))
