"""Keeping spam out without a captcha: how often a network or an identity may use a form within a day.

An identity is counted together with the network it comes from: whoever knows another person's number uses up the own
share of it, never that person's.
"""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.errors import TooOften
from suluh.disclosure.models import FormUse
from suluh.organization.sealed import keyed_mark

DAY = timedelta(days=1)
KEPT = timedelta(days=2)
PER_ADDRESS = 30
"""Forms a day from one network: a village may share one."""
PER_IDENTITY = 5
"""Forms a day in one name from one network."""
CODES_PER_ADDRESS = 60
"""Unknown codes a day from one network before following is shut for it."""
HOUSEHOLD = 64
"""Bits of an IPv6 address that name a household; it may give itself the others as it likes."""


def network_of(address: str) -> str:
    """What counts as one visitor: an IPv4 address, or the household of an IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, HOUSEHOLD), strict=False))


@transaction.atomic
def form_used(*, address: str, identity: str) -> None:
    """Count one sent form. Nothing readable is kept, and the counts go after two days.

    Raises:
        TooOften: the network, or the identity from this network, has used up its day.
    """
    network = network_of(address)
    marks = {keyed_mark(network, purpose="form address"): PER_ADDRESS}
    if identity:
        marks[keyed_mark(f"{network}\n{identity}", purpose="form identity")] = PER_IDENTITY
    for mark, most in marks.items():
        if uses_today(mark) >= most:
            raise TooOften
    FormUse.objects.filter(at__lt=timezone.now() - KEPT).delete()
    FormUse.objects.bulk_create(FormUse(mark=mark) for mark in marks)


def code_missed(*, address: str) -> None:
    """Count a code that nobody has, so that codes cannot be tried in bulk."""
    FormUse.objects.create(mark=keyed_mark(network_of(address), purpose="code address"))


def may_try_codes(*, address: str) -> bool:
    """False once too many unknown codes came from a network within a day."""
    return uses_today(keyed_mark(network_of(address), purpose="code address")) < CODES_PER_ADDRESS


def uses_today(mark: str) -> int:
    """Uses under a mark within the last day."""
    return FormUse.objects.filter(mark=mark, at__gt=timezone.now() - DAY).count()
