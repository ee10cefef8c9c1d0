"""What of the list a person may see: every page, search, feed, file, export and the API start here."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from suluh.disclosure.models import Exclusion, Item, ItemFile, SealedFile
from suluh.law.kinds import UnitKind
from suluh.organization.models import Role, Unit
from suluh.organization.rights import Grant, Operator, grants_of, reach

PUBLIC = Q(state=Item.State.PUBLISHED)
CLOSED = Q(state=Item.State.EXCLUDED)
OF_BODY = (Role.PPID, Role.SUPERIOR, Role.LEADER)
OF_UNIT = (Role.PPID, Role.UNIT_OFFICER)


def items_public() -> QuerySet[Item]:
    """Items that everybody may see: fixed by a decree in force and not excluded."""
    return Item.objects.filter(PUBLIC)


def items_ever_public() -> QuerySet[Item]:
    """Items that everybody has once been able to read; only of these it may be told that they are gone."""
    return Item.objects.filter(published_at__isnull=False)


def items_visible_to(person: Any) -> QuerySet[Item]:
    """Public items, and those of `items_worked_on_by`."""
    return Item.objects.filter(PUBLIC | _worked_on(person))


def items_worked_on_by(person: Any) -> QuerySet[Item]:
    """Items of the units that the person's memberships reach; excluded ones for those who are trusted with them."""
    return Item.objects.filter(_worked_on(person))


def files_public() -> QuerySet[ItemFile]:
    """Public files of public items."""
    return ItemFile.objects.filter(public=True, item__in=items_public())


def files_visible_to(person: Any) -> QuerySet[ItemFile]:
    """Public files, and all files of the items that the person works on."""
    return ItemFile.objects.filter(Q(public=True, item__in=items_public()) | Q(item__in=items_worked_on_by(person)))


def exclusions_public() -> QuerySet[Exclusion]:
    """Determinations in force, of which the public reads label, basis, consequences and period."""
    return Exclusion.objects.filter(state=Exclusion.State.IN_FORCE)


def exclusions_visible_to(person: Any) -> QuerySet[Exclusion]:
    """Consequence tests in full, for those who are trusted with what they close."""
    return Exclusion.objects.filter(trusted(person, road="unit"))


def sealed_visible_to(person: Any) -> QuerySet[SealedFile]:
    """Sealed files of exclusions that the person may see; opening one asks for a right of its own."""
    return SealedFile.objects.filter(trusted(person, road="exclusion__unit"))


def trusted(person: Any, *, road: str) -> Q:
    """Rows of units whose excluded information the person may know of: `exclusion.view`, said for many rows at once."""
    if isinstance(person, Operator):
        return Q()
    condition = Q(pk__in=[])
    for grant in grants_of(person):
        if grant.role in OF_BODY:
            condition |= _of_body(grant, road)
        if grant.role in OF_UNIT:
            condition |= _of_unit(grant, road)
    return condition


def _worked_on(person: Any) -> Q:
    return (reach(person, road="unit") & ~CLOSED) | (CLOSED & trusted(person, road="unit"))


def units_trusted_to(person: Any) -> QuerySet[Unit]:
    """Units of the government's body whose information service the person leads, supervises or works in."""
    return Unit.objects.filter(trusted(person, road=""), active_until__isnull=True).exclude(kind=UnitKind.DESA)


def _of_body(grant: Grant, road: str) -> Q:
    village = Q(**{_on(road, "kind"): UnitKind.DESA})
    whole = ~village if grant.covers(None) else Q(pk__in=[])
    return whole | (village & Q(**{_on(road, "id"): grant.unit_id}))


def _of_unit(grant: Grant, road: str) -> Q:
    if grant.subtree and grant.path:
        return Q(**{_on(road, "path__startswith"): grant.path})
    return Q(**{_on(road, "id"): grant.unit_id})


def _on(road: str, column: str) -> str:
    return f"{road}__{column}" if road else column
