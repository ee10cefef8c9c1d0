"""A village's own system sends its list: planned row by row, then written in a few statements, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from suluh.disclosure.content import ItemContent, differences
from suluh.disclosure.models import Item, ItemVersion, PushKey
from suluh.disclosure.pushing import PushedItem
from suluh.organization.models import Unit
from suluh.organization.services.trail import Deed, record, record_many

from .items import content_columns
from .numbering import next_codes

V = ItemVersion.State
BATCH = 1000


@dataclass(frozen=True, slots=True)
class PushResult:
    """What a call did. `held` are codes of items that cannot be changed now, each with the reason's code."""

    added: int
    changed: int
    unchanged: int
    removed: int
    held: list[tuple[str, str]]


@dataclass(slots=True)
class _Plan:
    """What a call would write."""

    new: list[tuple[str, ItemContent]] = field(default_factory=list)
    rewritten: list[tuple[Item, ItemVersion, ItemContent]] = field(default_factory=list)
    proposed: list[tuple[Item, ItemContent]] = field(default_factory=list)
    dropped: list[ItemVersion] = field(default_factory=list)
    kept: list[Item] = field(default_factory=list)
    removed: list[Item] = field(default_factory=list)
    unproposed: list[Item] = field(default_factory=list)
    held: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0


@transaction.atomic
def items_push(*, key: PushKey, items: Sequence[PushedItem], whole: bool) -> PushResult:
    """Take the items of a village as proposals; its PPID reviews them and a decree fixes them as always.

    The same call again changes nothing. An item keeps the class that its PPID gave it where the row names none.

    Args:
        key: a living key; the call reaches the items of its village and no other.
        items: at most `pushing.MOST`, each code once.
        whole: they are the whole list: what was sent before and is missing now is proposed to be taken off.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=key.unit_id)
    plan = _planned(key.unit, items, whole=whole)
    _write(key.unit, plan)
    result = PushResult(
        added=len(plan.new),
        changed=len(plan.rewritten) + len(plan.proposed) + len(plan.kept),
        unchanged=plan.unchanged,
        removed=len(plan.removed) + len(plan.unproposed),
        held=plan.held,
    )
    counts = {"added": result.added, "changed": result.changed, "removed": result.removed}
    if any(counts.values()):
        record("items.pushed", on=key.unit, by=None, unit=key.unit, start=key.start, **counts)
    return result


def _planned(unit: Unit, items: Sequence[PushedItem], *, whole: bool) -> _Plan:
    sent = Item.objects.filter(unit=unit).exclude(outside_id="").select_for_update(of=("self",))
    known = {item.outside_id: item for item in sent}
    open_now = ItemVersion.objects.filter(item__unit=unit, state__in=ItemVersion.OPEN)
    waiting = {version.item_id: version for version in open_now}
    plan = _Plan()
    for row in items:
        item = known.pop(row.id, None)
        if item is None:
            plan.new.append((row.id, row.content()))
        else:
            _plan_known(plan, item, waiting.get(item.pk), row)
    if whole:
        for item in known.values():
            _plan_missing(plan, item, waiting.get(item.pk))
    return plan


def _plan_known(plan: _Plan, item: Item, version: ItemVersion | None, row: PushedItem) -> None:
    """What becomes of a row whose item is there already."""
    if item.state == Item.State.EXCLUDED:
        plan.held.append((row.id, "closed"))
        return
    stands = version.says if version and not version.removal else item.content
    content = _kept(row, stands)
    lives = item.state == Item.State.PUBLISHED or (version is not None and not version.removal)
    same = lives and not differences(stands, content)
    if version is None:
        if same:
            plan.unchanged += 1
        else:
            plan.proposed.append((item, content))
    elif version.removal and version.state != V.ACCEPTED:
        plan.dropped.append(version)
        if same:
            plan.kept.append(item)
        else:
            plan.proposed.append((item, content))
    elif same and not version.removal:
        plan.unchanged += 1
    elif version.state == V.ACCEPTED:
        plan.held.append((row.id, "decree"))
    else:
        plan.rewritten.append((item, version, content))


def _plan_missing(plan: _Plan, item: Item, version: ItemVersion | None) -> None:
    """What becomes of an item that the whole list no longer names."""
    if version is not None and (version.removal or version.state == V.ACCEPTED):
        if not version.removal:
            plan.held.append((item.outside_id, "decree"))
        return
    if version is not None:
        plan.dropped.append(version)
    if item.state == Item.State.PUBLISHED:
        plan.removed.append(item)
    elif version is not None:
        plan.unproposed.append(item)


def _kept(row: PushedItem, stands: ItemContent) -> ItemContent:
    """The row's words; the class that the reviewer gave and the address stay where the row does not name them."""
    content = row.content()
    return replace(
        content,
        category=content.category or stands.category,
        law_code=content.law_code or stands.law_code,
        link=content.link if "link" in row.model_fields_set else stands.link,
    )


def _write(unit: Unit, plan: _Plan) -> None:
    now = timezone.now()
    for dropped in plan.dropped:
        dropped.state = V.DROPPED
    ItemVersion.objects.bulk_update(plan.dropped, ["state"], batch_size=BATCH)
    for _item, version, content in plan.rewritten:
        version.content, version.state = content.as_json(), V.PROPOSED
        version.proposed_by, version.proposed_at = None, now
    fields = ["content", "state", "proposed_by", "proposed_at"]
    ItemVersion.objects.bulk_update([version for _item, version, _said in plan.rewritten], fields, batch_size=BATCH)
    new = _new_items(unit, plan.new)
    said = [(item, item.content, False) for item in new] + [(item, content, False) for item, content in plan.proposed]
    _new_versions([*said, *((item, item.content, True) for item in plan.removed)])
    _mend_proposed([*((item, content) for item, _version, content in plan.rewritten), *plan.proposed])
    told = [*((item, content.title) for item, _version, content in plan.rewritten)]
    told += [*((item, content.title) for item, content, _removal in said), *((item, item.title) for item in plan.kept)]
    record_many("item.pushed", [_deed(unit, item, title) for item, title in told], by=None)
    record_many("item.push-removed", [_deed(unit, item, item.title) for item in plan.removed], by=None)
    record_many("item.withdrawn", [_deed(unit, item, item.title) for item in plan.unproposed], by=None)


def _new_items(unit: Unit, rows: Sequence[tuple[str, ItemContent]]) -> list[Item]:
    codes = next_codes(unit, len(rows)) if rows else []
    items = [
        Item(unit=unit, code=code, origin=Item.Origin.API, outside_id=outside, **content_columns(content))
        for code, (outside, content) in zip(codes, rows, strict=True)
    ]
    return Item.objects.bulk_create(items, batch_size=BATCH)


def _new_versions(rows: Sequence[tuple[Item, ItemContent, bool]]) -> None:
    numbers = ItemVersion.objects.filter(item__in=[item.pk for item, _content, _removal in rows]).order_by()
    last: dict[int, int] = dict(numbers.values_list("item_id").annotate(Max("number")))
    versions = [
        ItemVersion(item=item, number=last.get(item.pk, 0) + 1, content=content.as_json(), removal=removal)
        for item, content, removal in rows
    ]
    ItemVersion.objects.bulk_create(versions, batch_size=BATCH)


def _mend_proposed(rows: Sequence[tuple[Item, ItemContent]]) -> None:
    """Items that no decree has fixed show what is proposed now."""
    mended = [(item, content_columns(content)) for item, content in rows if item.state == Item.State.PROPOSED]
    for item, columns in mended:
        for name, value in columns.items():
            setattr(item, name, value)
    names = [*ItemContent.__slots__, "sort_key"]
    Item.objects.bulk_update([item for item, _columns in mended], names, batch_size=BATCH)


def _deed(unit: Unit, item: Item, title: str) -> Deed:
    values: dict[str, Any] = {"code": item.code, "title": title}
    return Deed(f"{Item._meta.model_name}:{item.pk}", unit, values)
