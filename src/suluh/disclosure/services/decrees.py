"""Writes on decrees: the PPID prepares and sends, the superior approves, the list is published (art. 45(4)–(5))."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from suluh.disclosure.errors import DecreeEmpty, DecreeRunning, DecreeState, NumberTaken
from suluh.disclosure.models import Decree, DecreeLine, Item, ItemVersion
from suluh.disclosure.selectors.decrees import decree_in_force, lines_to_fix
from suluh.organization.models import Person, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .lexemes import lexemes_later
from .refreshing import body_clock_restart, refresh_day, unit_clocks_keep

State = Decree.State
Change = DecreeLine.Change
FIX_CONTENTS = """
UPDATE disclosure_item AS item
   SET title = said->>'title', summary = coalesce(said->>'summary', ''), category = coalesce(said->>'category', ''),
       law_code = coalesce(said->>'law_code', ''), holder = coalesce(said->>'holder', ''),
       responsible = coalesce(said->>'responsible', ''), made_on = (said->>'made_on')::date,
       made_at = coalesce(said->>'made_at', ''), softcopy = coalesce((said->>'softcopy')::boolean, true),
       hardcopy = coalesce((said->>'hardcopy')::boolean, false), retention = coalesce(said->>'retention', ''),
       link = coalesce(said->>'link', ''), sort_key = fixed.sort_key, state = 'published', version = fixed.number,
       decree_id = %(decree)s, published_at = coalesce(item.published_at, %(now)s), changed_at = %(now)s,
       refreshed_on = CASE WHEN said->>'category' = 'berkala' THEN %(today)s::date END,
       refresh_due = CASE WHEN said->>'category' = 'berkala' THEN %(refresh)s::date END
  FROM (SELECT version.item_id, version.number, version.content AS said, key.sort_key
          FROM disclosure_itemversion AS version
          JOIN unnest(%(versions)s::bigint[], %(keys)s::text[]) AS key (version_id, sort_key)
            ON key.version_id = version.id) AS fixed
 WHERE item.id = fixed.item_id
"""
"""What a version says, written into the columns of its item: every field of `ItemContent`, with its default."""


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
    touched = decree.lines.exclude(change=Change.KEPT)
    unit_clocks_keep(units=set(touched.values_list("item__unit_id", flat=True)))
    body_clock_restart(decree=decree)
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


def _locked(decree: Decree, state: str) -> Decree:
    fresh = Decree.objects.select_for_update(of=("self",)).select_related("body").get(pk=decree.pk)
    if fresh.state != state:
        raise DecreeState
    return fresh


def _publish(decree: Decree) -> None:
    """Give the items of the decree the contents that it fixes: one statement, however long the list is."""
    fixed = decree.lines.filter(change__in=(Change.ADDED, Change.CHANGED))
    titles = list(fixed.values_list("version_id", "version__content__title"))
    given = {
        "decree": decree.pk,
        "now": decree.approved_at,
        "today": timezone.localdate(),
        "refresh": refresh_day(timezone.localdate()),
        "versions": [version for version, _title in titles],
        "keys": [fold(title or "")[:300] for _version, title in titles],
    }
    with connection.cursor() as cursor:
        cursor.execute(FIX_CONTENTS, given)
    ItemVersion.objects.filter(pk__in=fixed.values("version_id")).update(state=ItemVersion.State.FIXED)
    Item.objects.filter(lines__decree=decree, lines__change=Change.KEPT).update(decree=decree)


def _take_off(decree: Decree) -> None:
    gone = decree.lines.filter(change=Change.REMOVED)
    Item.objects.filter(pk__in=gone.values("item_id")).update(
        state=Item.State.WITHDRAWN, decree=decree, changed_at=timezone.now(), refresh_due=None, refreshed_on=None
    )
    ItemVersion.objects.filter(pk__in=gone.values("version_id")).update(state=ItemVersion.State.FIXED)
