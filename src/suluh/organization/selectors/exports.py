"""The register as rows of our own template."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from suluh.kernel.sheets import TabOut, Value, write_csv, write_xlsx
from suluh.law.kinds import UnitKind
from suluh.organization.importing.template import HEADS, KIND_LABELS, PLATFORMS
from suluh.organization.models import Account, Site, Unit

from .visible import units_visible_to

WIDTHS = (12, 44, 18, 16, 30, 40, 30, 18, *([22] * len(PLATFORMS)))


def register_rows(person: Any) -> list[list[Value]]:
    """Head and one row for each unit that the person may see, superior units first."""
    units = (
        units_visible_to(person)
        .filter(active_until__isnull=True)
        .select_related("parent")
        .prefetch_related(
            Prefetch("sites", Site.objects.filter(active=True).order_by("-is_main", "id")),
            Prefetch("accounts", Account.objects.filter(active=True).order_by("id")),
        )
    )
    ordered = sorted(units, key=lambda unit: (unit.path.count("/"), unit.sort_key, unit.pk))
    return [list(HEADS), *(_row(unit) for unit in ordered)]


def register_xlsx(person: Any) -> bytes:
    """The register as a workbook in our template."""
    return write_xlsx([TabOut("Unit", register_rows(person), widths=WIDTHS)])


def register_csv(person: Any) -> bytes:
    """The register as CSV in our template."""
    return write_csv(register_rows(person))


def _row(unit: Unit) -> list[Value]:
    accounts: dict[str, str] = {}
    for account in unit.accounts.all():
        accounts.setdefault(account.platform, account.handle)
    parent = unit.parent
    return [
        unit.code or None,
        unit.name,
        unit.short_name or None,
        KIND_LABELS[UnitKind(unit.kind)],
        (parent.code or parent.name) if parent is not None and parent.parent_id is not None else None,
        " ; ".join(site.url for site in unit.sites.all()) or None,
        unit.contact_mail or None,
        unit.contact_phone or None,
        *(accounts.get(platform) for platform in PLATFORMS),
    ]
