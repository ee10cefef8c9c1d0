"""Reads for villages that send their list: how each item stands, which keys they have."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from pydantic import BaseModel

from suluh.disclosure.models import Item, ItemVersion, PushKey
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.selectors import units_visible_to

HELD = {
    "decree": "Perubahan yang sudah diterima menunggu keputusan PPID. Kirim lagi setelah keputusan berlaku.",
    "closed": "Butir ini tidak dapat diubah dari sistem desa. Hubungi PPID.",
}
"""Why an item cannot be changed now."""


class PushedState(BaseModel):
    """How one item stands: on the public list or not, and what became of the newest proposal."""

    id: str
    code: str
    state: str
    proposal: str | None
    note: str
    url: str | None


def pushed_states(unit: Unit, *, after: str, limit: int, root: str) -> tuple[list[PushedState], str | None]:
    """A page of the items that a village's system has sent, behind the code `after`, and the code that leads on."""
    rows = Item.objects.filter(unit=unit, outside_id__gt=after.replace("\x00", "")).order_by("outside_id")
    items = list(rows[: limit + 1])
    newest: dict[int, ItemVersion] = {}
    for version in ItemVersion.objects.filter(item__in=items, state__in=ItemVersion.OPEN):
        newest[version.item_id] = version
    states = [_state(item, newest.get(item.pk), root) for item in items[:limit]]
    return states, states[-1].id if len(items) > limit else None


def _state(item: Item, version: ItemVersion | None, root: str) -> PushedState:
    public = item.state == Item.State.PUBLISHED
    return PushedState(
        id=item.outside_id,
        code=item.code,
        state="closed" if item.state == Item.State.EXCLUDED else item.state,
        proposal=None if version is None else ("removal" if version.removal else version.state),
        note=version.note if version is not None and version.state == ItemVersion.State.RETURNED else "",
        url=root + item.get_absolute_url() if public else None,
    )


def push_keys_managed_by(person: Any) -> QuerySet[PushKey]:
    """Keys of the villages for which the person may make and revoke them, the living first."""
    units = [unit.pk for unit in villages_managed_by(person)]
    rows = PushKey.objects.filter(unit__in=units).select_related("unit", "made_by")
    return rows.order_by("unit__sort_key", "revoked_at", "-made_at")


def villages_managed_by(person: Any) -> list[Unit]:
    """Villages for which the person may make keys."""
    villages = units_visible_to(person).filter(kind=UnitKind.DESA, active_until__isnull=True)
    return [unit for unit in villages if may(person, "push-key.manage", unit)]


def push_address(unit: Unit, *, root: str) -> str:
    """Where a village's system sends its list."""
    return root + reverse("api:village-replace", args=[unit.slug])
