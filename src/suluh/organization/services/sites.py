"""Writes on the websites that units hold."""

from __future__ import annotations

from django.db import transaction

from suluh.organization.addresses import Address, read_address
from suluh.organization.errors import AddressTaken, AddressUnreadable
from suluh.organization.models import Site, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import record


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


@transaction.atomic
def site_add(*, unit: Unit, url: str, by: Actor, main: bool = True, owned: bool = True) -> Site:
    """Register a website of a unit; a new main one takes the place of the old main one, which stays watched.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        AddressUnreadable: `url` is no web address.
        AddressTaken: the address stands in the register.
    """
    permit(by, "site.edit", unit)
    address = address_of(url)
    _refuse_taken(address)
    if main:
        unit.sites.filter(is_main=True, active=True).update(is_main=False)
    site = Site.objects.create(unit=unit, url=address.url, host=address.host, is_main=main, owned=owned)
    record("site.added", on=site, by=by, unit=unit, url=site.url)
    return site


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
    _refuse_taken(address, but=site)
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


def _refuse_taken(address: Address, *, but: Site | None = None) -> None:
    same_host = Site.objects.filter(host__in={address.host, f"www.{address.host}", address.host.removeprefix("www.")})
    for other in same_host.select_related("unit"):
        known = read_address(other.url)
        if known is not None and known.key == address.key and (but is None or other.pk != but.pk):
            raise AddressTaken(address=address.url, holder=other.unit.name)
