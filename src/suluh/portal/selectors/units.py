"""Units as citizens may know them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from suluh.kernel.row_keys import row_key
from suluh.newsroom.selectors.public_notices import PublicNotice, notices_in_force
from suluh.newsroom.selectors.publications import PublicPage, published
from suluh.organization.models import Account, Site, Unit
from suluh.organization.naming import fold

ROWS = 200


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """One page of units; `after` is the key of the next ("sort key|id")."""

    words: str
    units: list[Unit]
    after: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit with its site, official accounts, notices in force and stories."""

    site: Site | None
    accounts: list[Account]
    notices: list[PublicNotice]
    stories: PublicPage


def units_running() -> QuerySet[Unit]:
    """Units that still exist: name and mail of the office, never its telephone for officers."""
    return Unit.objects.filter(active_until__isnull=True).only(
        "name", "slug", "kind", "sort_key", "contact_mail", "path"
    )


def units_shown(*, words: str = "", after: str = "", rows: int = ROWS) -> UnitsPage:
    """Running units in order of name, from behind the key `after`."""
    units = units_running().order_by("sort_key", "id")
    for word in fold(words).split()[:6]:
        units = units.filter(sort_key__contains=word)
    key, _, number = after.rpartition("|")
    if (last_seen := row_key(number)) is not None:
        units = units.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last_seen))
    found = list(units[: rows + 1])
    last = found[rows - 1] if len(found) > rows else None
    return UnitsPage(words[:100], found[:rows], f"{last.sort_key}|{last.pk}" if last else "")


def unit_page(unit: Unit, *, after: str = "") -> UnitPage:
    """Everything the public page of a unit shows, in four queries."""
    accounts = Account.objects.filter(unit=unit, active=True).only("platform", "handle", "url", "confirmed_at")
    return UnitPage(
        site=Site.objects.filter(unit=unit, active=True).order_by("-is_main", "id").first(),
        accounts=list(accounts.order_by("platform", "id")),
        notices=[one for one in notices_in_force() if one.notice.unit_id == unit.pk],
        stories=published(unit=unit, after=after),
    )
