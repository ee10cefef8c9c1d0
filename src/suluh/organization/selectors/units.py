"""Reads on units for pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from suluh.kernel.row_keys import row_key
from suluh.organization.models import Account, Membership, Site, Unit
from suluh.organization.models.units import KIND_CHOICES
from suluh.organization.naming import fold
from suluh.organization.permissions import may

from .people import running_memberships
from .visible import units_visible_to

PAGE = 50


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the register; `after` leads on, "" at the end."""

    units: list[Unit]
    after: str
    words: str
    kind: str
    kinds: list[tuple[str, Any]]
    filtered: bool


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """Everything on record about a unit, and what this person may do to it."""

    unit: Unit
    above: list[Unit]
    below: list[Unit]
    sites: list[Site]
    accounts: list[Account]
    memberships: list[Membership]
    may: dict[str, bool]


def register_page(person: Any, *, words: str = "", kind: str = "", after: str = "") -> RegisterPage:
    """Units in order of name, from behind the key `after` ("sort key|id")."""
    rows = units_visible_to(person).select_related("parent").filter(active_until__isnull=True)
    for word in fold(words).split():
        rows = rows.filter(Q(sort_key__contains=word) | Q(sites__host__contains=word)).distinct()
    if kind:
        rows = rows.filter(kind=kind)
    rows = _behind(rows, after).prefetch_related(Prefetch("sites", Site.objects.filter(active=True)))
    found = list(rows[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return RegisterPage(
        units=found[:PAGE],
        after=f"{last.sort_key}|{last.pk}" if last else "",
        words=words,
        kind=kind,
        kinds=[(str(code.value), label) for code, label in KIND_CHOICES],
        filtered=bool(words or kind),
    )


def _behind(rows: QuerySet[Unit], after: str) -> QuerySet[Unit]:
    key, _, number = after.rpartition("|")
    last_seen = row_key(number)
    return rows if last_seen is None else rows.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last_seen))


def unit_record(unit: Unit, person: Any) -> UnitRecord:
    """A unit with its neighbours, channels and people."""
    above = [int(part) for part in unit.path.strip("/").split("/")[:-1] if part]
    sees_people = may(person, "membership.view", unit)
    return UnitRecord(
        unit=unit,
        above=sorted(units_visible_to(person).filter(pk__in=above), key=lambda other: other.path.count("/")),
        below=list(units_visible_to(person).filter(parent=unit, active_until__isnull=True)[:200]),
        sites=list(unit.sites.filter(active=True)),
        accounts=list(unit.accounts.filter(active=True).prefetch_related("holders").order_by("platform", "handle")),
        memberships=list(running_memberships().filter(unit=unit).order_by("role")) if sees_people else [],
        may={
            "edit": may(person, "unit.edit", unit),
            "contact": may(person, "unit.contact", unit),
            "site": may(person, "site.edit", unit),
            "account": may(person, "account.edit", unit),
            "people": sees_people,
            "grant": may(person, "membership.grant", Membership(unit=unit, role="unit_officer")),
        },
    )
