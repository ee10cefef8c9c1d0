"""Writes on the websites that units hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from suluh.organization.addresses import Address, read_address
from suluh.organization.errors import AddressTaken, AddressUnreadable
from suluh.organization.models import Site, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import Deed, record, record_many


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A website to be registered."""

    unit: Unit
    address: Address
    main: bool = True
    owned: bool = True


def address_of(text: str) -> Address:
    """The address that a person typed.

    Raises:
        AddressUnreadable: it is no web address.
    """
    try:
        address = read_address(text)
    except ValueError:
        address = None
    if address is None:
        raise AddressUnreadable(text=text)
    return address


def site_add(*, unit: Unit, url: str, by: Actor, main: bool = True, owned: bool = True) -> Site:
    """Register a website of a unit; a new main one takes the place of the old main one, which stays watched.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        AddressUnreadable: `url` is no web address.
        AddressTaken: the address stands in the register.
    """
    return sites_add(drafts=[SiteDraft(unit, address_of(url), main=main, owned=owned)], by=by)[0]


@transaction.atomic
def sites_add(*, drafts: Sequence[SiteDraft], by: Actor) -> list[Site]:
    """Register many websites in a handful of statements; in the order given.

    Raises:
        NotAllowed: `by` does not coordinate one of the units.
        AddressTaken: an address stands in the register, or twice among the drafts.
    """
    for unit in {draft.unit.pk: draft.unit for draft in drafts}.values():
        permit(by, "site.edit", unit)
    _refuse_taken([draft.address for draft in drafts])
    led = [draft.unit.pk for draft in drafts if draft.main]
    Site.objects.filter(unit__in=led, is_main=True, active=True).update(is_main=False)
    sites = Site.objects.bulk_create(
        [Site(unit=d.unit, url=d.address.url, host=d.address.host, is_main=d.main, owned=d.owned) for d in drafts],
        batch_size=1000,
    )
    record_many("site.added", [Deed(f"site:{site.pk}", site.unit, {"url": site.url}) for site in sites], by=by)
    return sites


@transaction.atomic
def site_change(*, site: Site, url: str, by: Actor) -> Site:
    """Correct the registered address of a site; its history stays with it.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        AddressUnreadable: `url` is no web address.
        AddressTaken: another site has the address.
    """
    permit(by, "site.edit", site)
    address = address_of(url)
    if address.url == site.url:
        return site
    _refuse_taken([address], but=site)
    old, site.url, site.host = site.url, address.url, address.host
    site.save(update_fields=["url", "host"])
    record("site.changed", on=site, by=by, unit=site.unit, old=old, new=site.url)
    return site


@transaction.atomic
def site_retire(*, site: Site, by: Actor) -> Site:
    """Take a site out of the watch; what was observed stays.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
    """
    permit(by, "site.edit", site)
    site.active = False
    site.save(update_fields=["active"])
    record("site.retired", on=site, by=by, unit=site.unit, url=site.url)
    return site


def _refuse_taken(addresses: Sequence[Address], *, but: Site | None = None) -> None:
    bare = {address.host.removeprefix("www.") for address in addresses}
    holders: dict[str, str] = {}
    for other in Site.objects.filter(host__in=bare | {f"www.{host}" for host in bare}).select_related("unit"):
        known = read_address(other.url)
        if known is not None and (but is None or other.pk != but.pk):
            holders[known.key] = other.unit.name
    for address in addresses:
        if address.key in holders:
            raise AddressTaken(address=address.url, holder=holders[address.key])
        holders[address.key] = address.url
