"""Official accounts as citizens may know them: unit, platform, name, address, last confirmation; nothing of holders."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from suluh.kernel.row_keys import row_key
from suluh.organization.models import Account
from suluh.organization.naming import fold

ROWS = 40


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """One page; `after` is the key of the next ("sort key|id")."""

    words: str
    accounts: list[Account]
    after: str


def accounts_page(*, words: str = "", after: str = "") -> AccountsPage:
    """Active accounts of running units in order of the unit's name, from behind the key `after`."""
    rows = Account.objects.filter(active=True, unit__active_until__isnull=True).select_related("unit")
    rows = rows.only(
        "platform", "handle", "url", "confirmed_at", "unit__name", "unit__slug", "unit__sort_key"
    ).order_by("unit__sort_key", "id")
    for word in fold(words).split()[:6]:
        rows = rows.filter(Q(unit__sort_key__contains=word) | Q(handle__icontains=word) | Q(platform__contains=word))
    key, _, number = after.rpartition("|")
    if (last_seen := row_key(number)) is not None:
        rows = rows.filter(Q(unit__sort_key__gt=key) | Q(unit__sort_key=key, id__gt=last_seen))
    found = list(rows[: ROWS + 1])
    last = found[ROWS - 1] if len(found) > ROWS else None
    return AccountsPage(words[:100], found[:ROWS], f"{last.unit.sort_key}|{last.pk}" if last else "")
