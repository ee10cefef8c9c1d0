"""Reads on decrees: what the next one would fix, and what one changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from suluh.disclosure.content import Difference, differences
from suluh.disclosure.models import Decree, DecreeLine, Item, ItemVersion
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.rights import reach
from suluh.organization.selectors import units_visible_to

from .visible import items_visible_to

Change = DecreeLine.Change


def body_unit(unit: Unit) -> Unit:
    """The public body of a unit: the village itself, else the root of the tree."""
    if unit.kind == UnitKind.DESA:
        return unit
    return Unit.objects.get(pk=int(unit.path.split("/", 1)[0]))


def items_of_body(body: Unit) -> QuerySet[Item]:
    """Items for which a body answers: a village its own, the government those of every unit that is no village."""
    if body.kind == UnitKind.DESA:
        return Item.objects.filter(unit=body)
    return Item.objects.exclude(unit__kind=UnitKind.DESA)


def lines_to_fix(body: Unit) -> Iterator[tuple[int, int, str]]:
    """What a decree of the body would fix now: item id, version id, change; the whole list, in its order."""
    versions = ItemVersion.objects.filter(item__in=items_of_body(body)).filter(
        Q(state=ItemVersion.State.ACCEPTED) | Q(state=ItemVersion.State.FIXED, item__state=Item.State.PUBLISHED)
    )
    versions = versions.exclude(item__state=Item.State.EXCLUDED)
    rows = versions.order_by("item__sort_key", "item_id", "-number").values_list(
        "item_id", "pk", "state", "removal", "item__state"
    )
    return _newest(rows.iterator())


def _newest(rows: Iterable[tuple[int, int, str, bool, str]]) -> Iterator[tuple[int, int, str]]:
    last = None
    for item, version, state, removal, stands in rows:
        if item == last:
            continue
        last = item
        yield item, version, _change(state, removal=removal, published=stands == Item.State.PUBLISHED)


def _change(state: str, *, removal: bool, published: bool) -> str:
    if state == ItemVersion.State.FIXED:
        return Change.KEPT
    if removal:
        return Change.REMOVED
    return Change.CHANGED if published else Change.ADDED


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of a decree that is not as before, with the columns that differ."""

    line: DecreeLine
    parts: list[Difference]


def decree_changes(decree: Decree, person: Any, *, most: int = 200) -> list[ChangedLine]:
    """What a decree adds, changes and takes off against the list before it; without what was excluded since."""
    lines = (
        decree.lines.exclude(change=Change.KEPT)
        .filter(Q(item__state=Item.State.WITHDRAWN) | Q(item__in=items_visible_to(person)))
        .select_related("item__unit", "version")
        .order_by("change", "item__sort_key", "id")[:most]
    )
    return [ChangedLine(line, _parts(line)) for line in lines]


def _parts(line: DecreeLine) -> list[Difference]:
    if line.change != Change.CHANGED:
        return []
    before = (
        line.item.versions.filter(state=ItemVersion.State.FIXED, number__lt=line.version.number)
        .order_by("-number")
        .first()
    )
    return differences(before.says if before else None, line.version.says)


def decree_in_force(body: Unit) -> Decree | None:
    """The decree that fixes the body's list today."""
    return Decree.objects.filter(body=body, state=Decree.State.APPROVED).order_by("-approved_at").first()


def decree_lines(decree: Decree) -> list[DecreeLine]:
    """Lines of a decree in the order of the list as everybody may read them: without what was excluded since."""
    rows = decree.lines.exclude(item__state=Item.State.EXCLUDED).select_related("item__unit", "version")
    return list(rows.order_by("item__sort_key", "id"))


def decree_left_out(decree: Decree) -> list[int]:
    """Items of a decree that were excluded since."""
    rows = decree.lines.filter(item__state=Item.State.EXCLUDED)
    return list(rows.order_by("item_id").values_list("item_id", flat=True))


@dataclass(frozen=True, slots=True)
class DecreeFile:
    """A decree with what it changes, counted and line by line, and what this person may do."""

    counts: dict[str, int]
    changes: list[ChangedLine]
    may: dict[str, bool]


def decrees_visible_to(person: Any) -> QuerySet[Decree]:
    """Decrees of the bodies that the person's memberships reach, and those in force, which are public."""
    return Decree.objects.filter(Q(state=Decree.State.APPROVED) | reach(person, road="body")).select_related("body")


def bodies_of(person: Any) -> list[Unit]:
    """Public bodies for which the person may prepare a decree."""
    units = units_visible_to(person).filter(Q(parent__isnull=True) | Q(kind=UnitKind.DESA))
    return [unit for unit in units if may(person, "decree.prepare", unit)]


def decree_file(decree: Decree, person: Any) -> DecreeFile:
    """What a decree fixes; a draft is shown as it would be sent now."""
    draft = decree.state == Decree.State.DRAFT
    counts = (
        Counter(change for _item, _version, change in lines_to_fix(decree.body))
        if draft
        else Counter(decree.lines.values_list("change", flat=True))
    )
    return DecreeFile(
        counts={str(change.value): counts[change] for change in Change},
        changes=_draft_changes(decree) if draft else decree_changes(decree, person),
        may={
            "send": draft and may(person, "decree.prepare", decree),
            "approve": decree.state == Decree.State.SENT and may(person, "decree.approve", decree),
        },
    )


def _draft_changes(decree: Decree, *, most: int = 200) -> list[ChangedLine]:
    chosen = {version: change for _item, version, change in lines_to_fix(decree.body) if change != Change.KEPT}
    versions = ItemVersion.objects.filter(pk__in=list(chosen)[:most]).select_related("item__unit")
    lines = [
        DecreeLine(decree=decree, item=version.item, version=version, change=chosen[version.pk]) for version in versions
    ]
    lines.sort(key=lambda line: (line.change, line.item.sort_key))
    return [ChangedLine(line, _parts(line)) for line in lines]
