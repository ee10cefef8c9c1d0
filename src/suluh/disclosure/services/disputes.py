"""Disputes: what an officer records of them, with their clocks from the Komisi Informasi to the Supreme Court."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.selectors import open_clock
from suluh.disclosure.content import ItemContent
from suluh.disclosure.errors import DayNotPossible, MovedOn, NotInThisState
from suluh.disclosure.models import OBJECTION, Answer, Category, Dispute, Exclusion, Item, Objection
from suluh.organization.permissions import may, permit
from suluh.organization.rights import OPERATOR, Actor
from suluh.organization.services.trail import record

from .case_clocks import clock_done, clock_off, objection_clock
from .cases import case_locked, case_moved, last_deed
from .exclusions import exclusion_open
from .items import item_propose

Stage = Dispute.Stage
ENDS = {
    Stage.BEGUN: ("KI1",),
    Stage.RULED: ("KI1", "KI2"),
    Stage.COURT: ("CRT",),
    Stage.CASSATION: ("CRT-K",),
}
"""Clocks that a stage ends."""
STARTS = {Stage.RULED: "CRT", Stage.JUDGED: "CRT-K"}
"""The clock that a stage starts: the time to take the ruling further."""
ALL_CLOCKS = ("KI1", "KI2", "CRT", "CRT-K")
FOLLOWS = {
    Stage.FILED: (Stage.BEGUN, Stage.RULED, Stage.CLOSED),
    Stage.BEGUN: (Stage.RULED, Stage.CLOSED),
    Stage.RULED: (Stage.COURT, Stage.CLOSED),
    Stage.COURT: (Stage.JUDGED, Stage.CLOSED),
    Stage.JUDGED: (Stage.CASSATION, Stage.CLOSED),
    Stage.CASSATION: (Stage.CLOSED,),
    Stage.CLOSED: (),
}
"""What may come after a stage."""
WON = (Dispute.Outcome.OPEN, Dispute.Outcome.PARTLY)


@transaction.atomic
def dispute_record(*, objection: Objection, seen: int, filed_on: date, by: Actor, register_number: str = "") -> Dispute:
    """Record that the requester went to the Komisi Informasi; its two clocks begin (UU 14/2008 art. 37–38).

    Raises:
        NotAllowed: `by` is neither PPID nor superior. DayNotPossible: the day cannot be.
        MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "dispute.record", objection)
    found = case_locked(objection, seen=seen, states=(Objection.State.ANSWERED, Objection.State.LAPSED))
    if filed_on > timezone.localdate() or filed_on < found.received_on:
        raise DayNotPossible
    dispute = Dispute.objects.create(objection=found, filed_on=filed_on, register_number=register_number)
    clock_done(found, "DSP", on=filed_on, by=by)
    clock_off(found, "SUP", on=timezone.localdate(), reason=_("before the Komisi Informasi"), by=by)
    found.clock = objection_clock(found, "KI1", start=filed_on, by=by)
    objection_clock(found, "KI2", start=filed_on, by=by)
    found.state = Objection.State.DISPUTED
    case_moved(found, "state", "clock")
    record("dispute.recorded", on=found.subject, by=by, unit=found.body, number=found.number, day=filed_on)
    return dispute


@transaction.atomic
def dispute_move(
    *,
    dispute: Dispute,
    seen: int,
    stage: str,
    on: date,
    by: Actor,
    outcome: str = "",
    ruling_number: str = "",
    court: str = "",
    note: str = "",
) -> Dispute:
    """Note the next stage of a dispute. Closing it needs its outcome; one that was won proposes the item for the list.

    Raises:
        NotAllowed: `by` is neither PPID nor superior. MovedOn: somebody was faster.
        NotInThisState: the stage does not follow, or the outcome is missing. DayNotPossible: the day cannot be.
    """
    permit(by, "dispute.record", dispute)
    row = Dispute.objects.select_for_update(of=("self",)).select_related("objection").get(pk=dispute.pk)
    objection = case_locked(row.objection, seen=None)
    if row.version != seen:
        raise MovedOn(last_deed(objection.subject))
    wanted = Stage(stage)
    if wanted not in FOLLOWS[Stage(row.stage)] or (wanted == Stage.CLOSED and not outcome):
        raise NotInThisState
    if on > timezone.localdate() or on < (row.ruled_on or row.filed_on):
        raise DayNotPossible
    _run_clocks(objection, wanted, on, by)
    row.stage, row.version = wanted, row.version + 1
    row.ruling_number, row.court = ruling_number or row.ruling_number, court or row.court
    row.note = note or row.note
    if wanted in (Stage.RULED, Stage.JUDGED):
        row.ruled_on = on
    row.outcome = outcome if wanted == Stage.CLOSED else row.outcome
    if row.outcome in WON:
        row.opened_item = _open_exclusion(objection, by) or _proposed(objection, by)
    row.save()
    case_moved(objection, "clock")
    record(
        "dispute.moved", on=objection.subject, by=by, unit=objection.body, number=objection.number,
        stage=row.get_stage_display(), day=on,
    )  # fmt: skip
    return row


def _run_clocks(objection: Objection, stage: Stage, on: date, by: Actor) -> None:
    for code in ENDS.get(stage, ()):
        clock_done(objection, code, on=on, by=by)
    if stage == Stage.BEGUN:
        objection.clock = open_clock(OBJECTION, objection.pk, "KI2")
    if stage == Stage.CLOSED:
        for code in ALL_CLOCKS:
            clock_off(objection, code, on=on, reason=_("the dispute is closed"), by=by)
    if code := STARTS.get(stage, ""):
        objection.clock = objection_clock(objection, code, start=on, by=by)


def _proposed(objection: Objection, by: Actor) -> Item:
    """The information that a ruling opened, proposed for the list of what is available at any time (art. 21(1)q)."""
    title = " ".join(objection.details.split())[:300]
    content = ItemContent(title=title, summary=objection.details, category=Category.ANYTIME, law_code="T-q")
    # A superior who records a ruling proposes no items; then the ruling itself is the ground.
    proposer = by if may(by, "item.propose", objection.body) else OPERATOR
    item = item_propose(unit=objection.body, content=content, by=proposer, origin=Item.Origin.REQUEST).item
    _tell("dispute.opened", objection, by, code=item.code)
    return item


def _open_exclusion(objection: Objection, by: Actor) -> Item | None:
    """Open the determination on which the refusal rested; its item is public again by that, and not proposed anew."""
    answer = Answer.objects.filter(request=objection.request).first() if objection.request else None
    if answer is None or answer.exclusion is None or answer.exclusion.state != Exclusion.State.IN_FORCE:
        return None
    opened = exclusion_open(exclusion=answer.exclusion, reason=_("a dispute decided so"), by=None)
    _tell("dispute.unsealed", objection, by, test=opened.number)
    return opened.item


def _tell(event: str, objection: Objection, by: Actor, **values: object) -> None:
    record(event, on=objection.subject, by=by, unit=objection.body, number=objection.number, **values)
