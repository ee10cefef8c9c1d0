"""What people do with a finding: acknowledge it, contest it, settle it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.monitoring.models import Finding, Reply
from suluh.organization.errors import Refused
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.services.trail import record

State = Finding.State


@transaction.atomic
def finding_acknowledge(*, finding: Finding, by: Person, note: str = "") -> Finding:
    """The unit says that it has read the finding and works on it.

    Raises:
        NotAllowed: `by` does not act for the unit.
        Refused: the finding is not open.
    """
    permit(by, "finding.reply", finding)
    row = _locked(finding, {State.OPEN})
    row.state = State.ACKNOWLEDGED
    row.save(update_fields=["state"])
    if note:
        Reply.objects.create(finding=row, kind=Reply.Kind.NOTE, by=by, text=note)
    record("finding.acknowledged", on=row, by=by, unit=row.unit, code=row.code)
    return row


@transaction.atomic
def finding_contest(*, finding: Finding, by: Person, text: str, link: str = "") -> Reply:
    """The unit's right of reply: it contests the finding, in words and with a link.

    Raises:
        NotAllowed: `by` does not act for the unit.
        Refused: the finding is closed or settled already.
    """
    permit(by, "finding.reply", finding)
    row = _locked(finding, {State.OPEN, State.ACKNOWLEDGED})
    row.state = State.CONTESTED
    row.save(update_fields=["state"])
    reply = Reply.objects.create(finding=row, kind=Reply.Kind.CONTEST, by=by, text=text, link=link)
    record("finding.contested", on=row, by=by, unit=row.unit, code=row.code, text=text, link=link)
    return reply


@transaction.atomic
def finding_settle(*, finding: Finding, by: Person, upheld: bool, text: str) -> Finding:
    """A coordinator decides a contested finding; withdrawn, the machine does not raise it again for 90 days.

    Raises:
        NotAllowed: `by` may not settle, or acts for the accused unit only.
        Refused: nobody contests the finding.
    """
    permit(by, "finding.settle", finding)
    row = _locked(finding, {State.CONTESTED})
    row.state = State.UPHELD if upheld else State.WITHDRAWN
    row.settled_by = by
    row.closed_at = None if upheld else timezone.now()
    row.save(update_fields=["state", "settled_by", "closed_at"])
    Reply.objects.create(finding=row, kind=Reply.Kind.DECISION, by=by, text=text)
    record("finding.upheld" if upheld else "finding.withdrawn", on=row, by=by, unit=row.unit, code=row.code, text=text)
    return row


def _locked(finding: Finding, allowed: set[Finding.State]) -> Finding:
    row = Finding.objects.select_for_update().get(pk=finding.pk)
    if row.state not in allowed:
        raise Refused(_("This finding has changed in the meantime. Read it again before you answer."))
    return row
