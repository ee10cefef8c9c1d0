"""Writes on decrees: the PPID prepares and sends, the superior approves, the list is published (art. 45(4)–(5))."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.content import ItemContent
from suluh.disclosure.errors import DecreeEmpty, DecreeRunning, DecreeState, NumberTaken
from suluh.disclosure.models import Category, Decree, DecreeLine, Item, ItemVersion
from suluh.disclosure.selectors.decrees import decree_in_force, lines_to_fix
from suluh.kernel.workdays.calendar import national_calendar
from suluh.law.clocks import clocks, deadline
from suluh.organization.models import Person, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .lexemes import lexemes_later

BATCH = 500
State = Decree.State
Change = DecreeLine.Change
FIXED_COLUMNS = [*ItemContent.__slots__, "sort_key", "state", "version", "decree", "published_at", "refresh_due"]


@transaction.atomic
def decree_prepare(*, body: Unit, number: str, day: date, by: Actor) -> Decree:
    """Begin a decree on the list of a public body.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        DecreeRunning: another one is being prepared.
        NumberTaken: a decree of the body has the number.
    """
    permit(by, "decree.prepare", body)
    Unit.objects.select_for_update().get(pk=body.pk)
    if running := Decree.objects.filter(body=body, state__in=(State.DRAFT, State.SENT)).first():
        raise DecreeRunning(running.number)
    if Decree.objects.filter(body=body, number=number).exists():
        raise NumberTaken(number)
    decree = Decree.objects.create(
        body=body,
        number=number,
        day=day,
        previous=decree_in_force(body),
        prepared_by=by if isinstance(by, Person) else None,
    )
    record("decree.prepared", on=decree, by=by, unit=body, number=number)
    return decree


@transaction.atomic
def decree_send(*, decree: Decree, by: Actor) -> Decree:
    """Freeze the list as it would stand now and lay it before the superior.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        DecreeState: it was sent already.
        DecreeEmpty: there is no item to fix.
    """
    permit(by, "decree.prepare", decree)
    decree = _locked(decree, State.DRAFT)
    lines = [
        DecreeLine(decree=decree, item_id=item, version_id=version, change=change)
        for item, version, change in lines_to_fix(decree.body)
    ]
    if not lines:
        raise DecreeEmpty
    DecreeLine.objects.bulk_create(lines, batch_size=5000)
    decree.state, decree.sent_at, decree.note = State.SENT, timezone.now(), ""
    decree.save(update_fields=["state", "sent_at", "note"])
    record("decree.sent", on=decree, by=by, unit=decree.body, number=decree.number, lines=len(lines))
    return decree


@transaction.atomic
def decree_approve(*, decree: Decree, by: Actor) -> Decree:
    """Put the decree in force: its list is what the public reads from now on.

    Raises:
        NotAllowed: `by` is not the superior of the body's PPID.
        DecreeState: it does not wait for approval.
    """
    permit(by, "decree.approve", decree)
    decree = _locked(decree, State.SENT)
    now = timezone.now()
    decree.state, decree.approved_at = State.APPROVED, now
    decree.approved_by = by if isinstance(by, Person) else None
    decree.save(update_fields=["state", "approved_at", "approved_by"])
    counts = Counter(decree.lines.values_list("change", flat=True))
    _publish(decree)
    _take_off(decree)
    lexemes_later()
    numbers = {name: counts[name] for name in (Change.ADDED, Change.CHANGED, Change.REMOVED)}
    record("decree.approved", on=decree, by=by, unit=decree.body, number=decree.number, **numbers)
    return decree


@transaction.atomic
def decree_return(*, decree: Decree, note: str, by: Actor) -> Decree:
    """Give a decree back to the PPID with the reason; its lines are free again.

    Raises:
        NotAllowed: `by` is not the superior of the body's PPID.
        DecreeState: it does not wait for approval.
    """
    permit(by, "decree.approve", decree)
    decree = _locked(decree, State.SENT)
    decree.lines.all().delete()
    decree.state, decree.note = State.DRAFT, note
    decree.save(update_fields=["state", "note"])
    record("decree.returned", on=decree, by=by, unit=decree.body, number=decree.number, note=note)
    return decree


@transaction.atomic
def decree_drop(*, decree: Decree, by: Actor) -> None:
    """Throw a draft away; what was accepted waits for the next one.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        DecreeState: it was sent.
    """
    permit(by, "decree.prepare", decree)
    decree = _locked(decree, State.DRAFT)
    record("decree.dropped", on=decree, by=by, unit=decree.body, number=decree.number)
    decree.delete()


def refresh_day(start: date) -> date | None:
    """When what is made public on a day has to be refreshed: within six months (Perki 1/2021 art. 18 and 45(5))."""
    return deadline(clocks()["DIP"], start, national_calendar()).due


def _locked(decree: Decree, state: str) -> Decree:
    fresh = Decree.objects.select_for_update(of=("self",)).select_related("body").get(pk=decree.pk)
    if fresh.state != state:
        raise DecreeState
    return fresh


def _publish(decree: Decree) -> None:
    lines = decree.lines.filter(change__in=(Change.ADDED, Change.CHANGED)).select_related("item", "version")
    batch: list[DecreeLine] = []
    for line in lines.iterator(chunk_size=BATCH):
        batch.append(line)
        if len(batch) == BATCH:
            _publish_batch(decree, batch)
            batch = []
    _publish_batch(decree, batch)
    Item.objects.filter(lines__decree=decree, lines__change=Change.KEPT).update(decree=decree)


def _publish_batch(decree: Decree, lines: Sequence[DecreeLine]) -> None:
    refresh = refresh_day(timezone.localdate())
    for line in lines:
        item, content = line.item, line.version.says
        for name in ItemContent.__slots__:
            setattr(item, name, getattr(content, name))
        item.sort_key = fold(content.title)[:300]
        item.state, item.version, item.decree = Item.State.PUBLISHED, line.version.number, decree
        item.published_at = item.published_at or decree.approved_at
        item.refresh_due = refresh if content.category == Category.PERIODIC else None
        item.changed_at = decree.approved_at or timezone.now()
    Item.objects.bulk_update([line.item for line in lines], [*FIXED_COLUMNS, "changed_at"])
    ItemVersion.objects.filter(pk__in=[line.version_id for line in lines]).update(state=ItemVersion.State.FIXED)


def _take_off(decree: Decree) -> None:
    gone = decree.lines.filter(change=Change.REMOVED)
    Item.objects.filter(pk__in=gone.values("item_id")).update(
        state=Item.State.WITHDRAWN, decree=decree, changed_at=timezone.now(), refresh_due=None
    )
    ItemVersion.objects.filter(pk__in=gone.values("version_id")).update(state=ItemVersion.State.FIXED)
