"""Items out of a sheet: planned and shown before anything is proposed, then all of it or all but the faulty rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.disclosure.content import Difference, ItemContent, differences
from suluh.disclosure.importing import SheetItem, SheetReading, read_items
from suluh.disclosure.models import Item, ItemVersion
from suluh.organization.errors import Refused
from suluh.organization.models import ImportDraft, Person, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .items import item_propose, item_propose_change

KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """One row beside what is on the list: new where `item` is None, a change where `parts` differ."""

    row: SheetItem
    item: Item | None
    parts: list[Difference]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a sheet would propose. `busy` are items whose accepted change waits for its decree."""

    reading: SheetReading
    added: list[Planned]
    changed: list[Planned]
    unchanged: int
    busy: list[Planned]


class SheetFaulty(Refused):
    """The sheet has faults and nobody chose to leave those rows out; nothing was proposed."""

    def __init__(self, plan: ImportPlan) -> None:
        faults = len(plan.reading.faults)
        super().__init__(_("The sheet has %(count)s faults. Nothing was changed.") % {"count": faults})
        self.plan = plan


@transaction.atomic
def sheet_keep(*, unit: Unit, content: bytes, name: str, by: Person) -> ImportDraft:
    """Keep an upload for a day, until its preview is confirmed.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
    """
    permit(by, "item.propose", unit)
    ImportDraft.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return ImportDraft.objects.create(person=by, file_name=name[-200:], content=content)


def sheet_plan(*, unit: Unit, content: bytes, by: Actor) -> ImportPlan:
    """What taking a sheet would propose for a unit; changes nothing.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
    """
    permit(by, "item.propose", unit)
    reading = read_items(content)
    items = list(Item.objects.filter(unit=unit).exclude(state=Item.State.EXCLUDED))
    by_code = {item.code: item for item in items}
    by_title = {item.sort_key: item for item in items}
    waiting = set(
        ItemVersion.objects.filter(item__unit=unit, state=ItemVersion.State.ACCEPTED).values_list("item_id", flat=True)
    )
    plan = ImportPlan(reading, [], [], 0, [])
    unchanged = 0
    for row in reading.items:
        item = by_code.get(row.code) or by_title.get(fold(row.content.title)[:300])
        if item is None:
            plan.added.append(Planned(row, None, []))
            continue
        planned = Planned(row, item, differences(item.content, _kept(row.content, item)))
        if not planned.parts:
            unchanged += 1
        else:
            (plan.busy if item.pk in waiting else plan.changed).append(planned)
    return ImportPlan(reading, plan.added, plan.changed, unchanged, plan.busy)


@transaction.atomic
def sheet_take(*, unit: Unit, draft: ImportDraft, skip_faults: bool, by: Actor) -> ImportPlan:
    """Propose everything of a sheet, or all but its faulty rows, and let the upload go.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        SheetFaulty: it has faults and `skip_faults` is False; nothing was proposed.
    """
    plan = sheet_plan(unit=unit, content=bytes(draft.content), by=by)
    if plan.reading.faults and not skip_faults:
        raise SheetFaulty(plan)
    for one in plan.added:
        item_propose(unit=unit, content=one.row.content, by=by, origin=Item.Origin.SHEET)
    for one in plan.changed:
        assert one.item is not None
        item_propose_change(item=one.item, content=_kept(one.row.content, one.item), by=by)
    record("items.imported", on=unit, by=by, unit=unit, added=len(plan.added), file=draft.file_name)
    draft.delete()
    return plan


def _kept(content: ItemContent, item: Item) -> ItemContent:
    """The row's contents; what the sheet has no word for stays as the item has it."""
    kept = {
        name: getattr(item, name) for name in ("category", "law_code", "link", "made_on", "made_at")
        if not getattr(content, name)
    }  # fmt: skip
    return replace(content, **kept)
