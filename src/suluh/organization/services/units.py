"""Writes on the tree of units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils.text import slugify
from django.utils.translation import gettext as _

from suluh.law.kinds import UnitKind
from suluh.organization.errors import AlreadyRecorded, NotMovable
from suluh.organization.models import Government, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import record

CONTACT_FIELDS = frozenset({"contact_mail", "contact_phone"})
NAME_FIELDS = frozenset({"name", "short_name", "kind", "code"})


@transaction.atomic
def government_ensure(*, name: str, by: Actor, **fields: Any) -> tuple[Government, Unit]:
    """The government and the root of its tree, made where they do not exist yet; what exists is left as it is."""
    government = Government.objects.first() or Government.objects.create(name=name, **fields)
    root = Unit.objects.filter(parent__isnull=True).order_by("id").first()
    if root is None:
        root = _create(name=government.name, kind=UnitKind.MAIN, parent=None)
        record("unit.added", on=root, by=by, unit=root, name=root.name)
    return government, root


@transaction.atomic
def unit_add(*, name: str, kind: str, parent: Unit, by: Actor, **fields: Any) -> Unit:
    """Enter a unit below another.

    Raises:
        NotAllowed: `by` does not coordinate `parent`.
        AlreadyRecorded: the parent has a unit of that name, or the code is taken.
    """
    permit(by, "unit.add", parent)
    _refuse_double(name=name, parent=parent, code=fields.get("code", ""))
    unit = _create(name=name, kind=kind, parent=parent, **fields)
    record("unit.added", on=unit, by=by, unit=unit, name=unit.name)
    return unit


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


def _create(*, name: str, kind: str, parent: Unit | None, **fields: Any) -> Unit:
    name = " ".join(name.split())
    unit = Unit.objects.create(
        name=name, kind=kind, parent=parent, slug=_free_slug(name), sort_key=fold(name), path="", **fields
    )
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def _free_slug(name: str) -> str:
    wanted = slugify(fold(name))[:70] or "unit"
    taken = set(Unit.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)


def _refuse_double(*, name: str, parent: Unit | None, code: str, but: Unit | None = None) -> None:
    others = Unit.objects.exclude(pk=but.pk) if but else Unit.objects.all()
    if others.filter(parent=parent, sort_key=fold(name), active_until__isnull=True).exists():
        raise AlreadyRecorded(_("A unit named “%(name)s” stands there already.") % {"name": name})
    if code and others.filter(code=code).exists():
        raise AlreadyRecorded(_("The code “%(code)s” belongs to another unit.") % {"code": code})


def _set_changed(row: Unit, fields: Mapping[str, Any]) -> list[str]:
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    return changed
