"""Working on the charter, and adopting it by a decision that is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from suluh.newsroom.errors import CharterMoved
from suluh.newsroom.models import Charter
from suluh.newsroom.rules import Rules
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that brings a charter into force: its number, its day, the office that took it."""

    number: str
    day: date
    office: str


@transaction.atomic
def charter_draft(*, rules: Rules, reason: str, seen: int, by: Actor) -> Charter:
    """Save the draft of the next version. `seen` is the draft's edition that `by` had open, 0 for a new draft.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
        CharterMoved: somebody else began, saved or adopted a draft meanwhile.
    """
    permit(by, "charter.draft")
    draft = Charter.objects.select_for_update(of=("self",)).filter(state=Charter.State.DRAFT).first()
    if (draft.edition if draft else 0) != seen:
        raise CharterMoved
    if draft is None:
        last = Charter.objects.aggregate(last=Max("number"))["last"] or 0
        draft = Charter(number=last + 1, edition=0)
    draft.data, draft.reason, draft.edition = rules.as_json(), reason, draft.edition + 1
    draft.drafted_by = by if isinstance(by, Person) else None
    try:
        with transaction.atomic():
            draft.save()
    except IntegrityError:
        raise CharterMoved from None
    record("charter.drafted", on=draft, by=by, number=draft.number)
    return draft


@transaction.atomic
def charter_adopt(*, decision: Decision, seen: int, by: Actor) -> Charter:
    """Bring the draft into force. Stories on their way keep the steps under which they were sent.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
        CharterMoved: the draft was changed or adopted meanwhile.
    """
    permit(by, "charter.adopt")
    draft = Charter.objects.select_for_update(of=("self",)).filter(state=Charter.State.DRAFT, edition=seen).first()
    if draft is None:
        raise CharterMoved
    draft.state, draft.adopted_at = Charter.State.ADOPTED, timezone.now()
    draft.adopted_by = by if isinstance(by, Person) else None
    draft.decision, draft.decided_on, draft.decided_by = decision.number, decision.day, decision.office
    draft.save()
    record("charter.adopted", on=draft, by=by, number=draft.number, decision=decision.number)
    return draft
