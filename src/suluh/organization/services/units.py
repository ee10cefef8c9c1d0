"""Writes on the tree of units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr
from django.utils.text import slugify
from django.utils.translation import gettext as _

from suluh.law.kinds import UnitKind
from suluh.organization.errors import AlreadyRecorded, NotMovable
from suluh.organization.models import Government, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import Deed, record, record_many

CONTACT_FIELDS = frozenset({"contact_mail", "contact_phone"})
NAME_FIELDS = frozenset({"name", "short_name", "kind", "code"})
NUMBERS = "SELECT nextval(pg_get_serial_sequence('organization_unit', 'id')) FROM generate_series(1, %s)"
_FEW = 20
"""So many names are looked up by themselves; for more, all slugs are read."""


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A unit to be entered. `fields`: code, short_name, contacts."""

    name: str
    kind: str
    parent: Unit
    fields: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.name.split()))


@transaction.atomic
def government_ensure(*, name: str, by: Actor, **fields: Any) -> tuple[Government, Unit]:
    """The government and the root of its tree, made where they do not exist yet; what exists is left as it is."""
    government = Government.objects.first() or Government.objects.create(name=name, **fields)
    root = Unit.objects.filter(parent__isnull=True).order_by("id").first()
    if root is None:
        root = _create_root(government.name)
        record("unit.added", on=root, by=by, unit=root, name=root.name)
    return government, root


def unit_add(*, name: str, kind: str, parent: Unit, by: Actor, **fields: Any) -> Unit:
    """Enter a unit below another.

    Raises:
        NotAllowed: `by` does not coordinate `parent`.
        AlreadyRecorded: the parent has a unit of that name, or the code is taken.
    """
    return units_add(drafts=[UnitDraft(name, kind, parent, fields)], by=by)[0]


@transaction.atomic
def units_add(*, drafts: Sequence[UnitDraft], by: Actor) -> list[Unit]:
    """Enter many units below others, in a handful of statements whatever their number; in the order given.

    Raises:
        NotAllowed: `by` does not coordinate one of the parents.
        AlreadyRecorded: a parent has a unit of that name, or a code is taken.
    """
    for parent in {draft.parent.pk: draft.parent for draft in drafts}.values():
        permit(by, "unit.add", parent)
    _refuse_doubles(drafts)
    units = _new_units(drafts)
    Unit.objects.bulk_create(units, batch_size=1000)
    record_many("unit.added", [Deed(f"unit:{unit.pk}", unit, {"name": unit.name}) for unit in units], by=by)
    return units


@transaction.atomic
def unit_change(*, unit: Unit, by: Actor, **fields: Any) -> Unit:
    """Set particulars of a unit. Contacts may be set by the unit's own officers, names by coordinators.

    Raises:
        NotAllowed: `by` may not set one of the fields.
        AlreadyRecorded: a sister has that name, or the code is taken.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    permit(by, "unit.contact" if set(fields) <= CONTACT_FIELDS else "unit.edit", unit)
    if fields.get("name", unit.name) != unit.name or fields.get("code", unit.code) != unit.code:
        _refuse_double(
            name=fields.get("name", unit.name), parent=unit.parent, code=fields.get("code", unit.code), but=unit
        )
    changed = _set_changed(unit, fields)
    if changed:
        unit.sort_key = fold(unit.name)
        unit.save(update_fields=[*changed, "sort_key"])
        record("unit.changed", on=unit, by=by, unit=unit, fields=changed)
    return unit


@transaction.atomic
def unit_move(*, unit: Unit, parent: Unit, by: Actor) -> Unit:
    """Put a unit with everything below it under another one, in one statement for the whole subtree.

    Raises:
        NotAllowed: `by` does not coordinate both the unit and its new parent.
        NotMovable: `parent` is the unit itself or stands below it.
    """
    locked = {
        row.pk: row for row in Unit.objects.select_for_update().filter(pk__in=[unit.pk, parent.pk]).order_by("pk")
    }
    unit, parent = locked[unit.pk], locked[parent.pk]
    permit(by, "unit.move", unit)
    permit(by, "unit.add", parent)
    if parent.is_below(unit):
        raise NotMovable
    if unit.parent_id == parent.pk:
        return unit
    old_parent = unit.parent.name if unit.parent else "–"
    old_path, new_path = unit.path, f"{parent.path}{unit.pk}/"
    Unit.objects.filter(pk=unit.pk).update(parent=parent)
    Unit.objects.filter(path__startswith=old_path).update(
        path=Concat(Value(new_path), Substr(F("path"), len(old_path) + 1))
    )
    unit.refresh_from_db()
    record("unit.moved", on=unit, by=by, unit=unit, old=old_parent, new=parent.name)
    return unit


@transaction.atomic
def unit_retire(*, unit: Unit, day: date, by: Actor) -> Unit:
    """Close a unit as of a day; its history stays, its sites leave the watch.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
    """
    permit(by, "unit.retire", unit)
    unit.active_until = day
    unit.save(update_fields=["active_until"])
    unit.sites.filter(active=True).update(active=False)
    record("unit.retired", on=unit, by=by, unit=unit, day=day)
    return unit


def _create_root(name: str) -> Unit:
    root = Unit.objects.create(
        name=name, kind=UnitKind.MAIN, slug=_free_slug(name, _slugs_like([name])), sort_key=fold(name)
    )
    root.path = f"{root.pk}/"
    root.save(update_fields=["path"])
    return root


def _new_units(drafts: Sequence[UnitDraft]) -> list[Unit]:
    """Rows with their numbers drawn beforehand, because a unit's path ends with its own."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS, [len(drafts)])
        numbers = [number for (number,) in cursor.fetchall()]
    taken = _slugs_like([draft.name for draft in drafts])
    return [
        Unit(
            pk=number, name=draft.name, kind=draft.kind, parent=draft.parent, slug=_free_slug(draft.name, taken),
            sort_key=fold(draft.name), path=f"{draft.parent.path}{number}/", **draft.fields,
        )
        for number, draft in zip(numbers, drafts, strict=True)
    ]  # fmt: skip


def _slugs_like(names: Iterable[str]) -> set[str]:
    """Slugs in use that a unit of one of these names might want."""
    begins = {_slug(name) for name in names}
    alike = reduce(or_, (Q(slug__startswith=begin) for begin in sorted(begins)), Q(pk=None))
    few = Unit.objects.filter(alike) if len(begins) <= _FEW else Unit.objects.all()
    return set(few.values_list("slug", flat=True))


def _free_slug(name: str, taken: set[str]) -> str:
    """A slug nobody has yet; it is taken from now on."""
    wanted = _slug(name)
    slug = next(slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)
    taken.add(slug)
    return slug


def _slug(name: str) -> str:
    return slugify(fold(name))[:70] or "unit"


def _refuse_doubles(drafts: Sequence[UnitDraft]) -> None:
    """Stop when a unit stands in the register already, or twice among the drafts."""
    sisters = Unit.objects.filter(parent__in={draft.parent.pk for draft in drafts}, active_until__isnull=True)
    names = set(
        sisters.filter(sort_key__in={fold(draft.name) for draft in drafts}).values_list("parent_id", "sort_key")
    )
    wanted = {str(draft.fields["code"]) for draft in drafts if draft.fields.get("code")}
    codes = set(Unit.objects.filter(code__in=wanted).values_list("code", flat=True)) if wanted else set()
    for draft in drafts:
        name, code = (draft.parent.pk, fold(draft.name)), str(draft.fields.get("code", ""))
        if name in names:
            raise AlreadyRecorded(_("A unit named “%(name)s” stands there already.") % {"name": draft.name})
        if code in codes:
            raise AlreadyRecorded(_("The code “%(code)s” belongs to another unit.") % {"code": code})
        names.add(name)
        codes |= {code} - {""}


def _refuse_double(*, name: str, parent: Unit | None, code: str, but: Unit) -> None:
    others = Unit.objects.exclude(pk=but.pk)
    if others.filter(parent=parent, sort_key=fold(name), active_until__isnull=True).exists():
        raise AlreadyRecorded(_("A unit named “%(name)s” stands there already.") % {"name": name})
    if code and others.filter(code=code).exists():
        raise AlreadyRecorded(_("The code “%(code)s” belongs to another unit.") % {"code": code})


def _set_changed(row: Unit, fields: Mapping[str, Any]) -> list[str]:
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    return changed
