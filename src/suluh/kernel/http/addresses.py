"""Which numeric addresses an outgoing request may reach. Names play no part here: see `client.Guard`."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_TUNNELS = {
    "alamat IPv4 terbungkus": IPv6Network("::ffff:0:0/96"),
    "alamat IPv4 setara": IPv6Network("::/96"),
    "NAT64": IPv6Network("64:ff9b::/96"),
    "NAT64 lokal": IPv6Network("64:ff9b:1::/48"),
    "6to4": IPv6Network("2002::/16"),
    "Teredo": IPv6Network("2001::/32"),
}
"""Ways to write an IPv4 address inside an IPv6 one; `is_global` lets several of them through."""

_EXTRA_V4 = {
    "relai 6to4": IPv4Network("192.88.99.0/24"),
    "metadata awan": IPv4Network("168.63.129.16/32"),
}
"""Addresses outside the private ranges that still lead to the machine's own provider."""

_PUBLIC_V6 = IPv6Network("2000::/3")


@lru_cache(maxsize=4096)
def refusal(address: str) -> str | None:
    """Why a numeric address may not be reached, in a few Indonesian words; None when it is public."""
    try:
        value = ip_address(address.split("%", 1)[0])
    except ValueError:
        return "bukan alamat numerik"
    return _refusal_v4(value) if isinstance(value, IPv4Address) else _refusal_v6(value)


def _refusal_v4(value: IPv4Address) -> str | None:
    for words, network in _EXTRA_V4.items():
        if value in network:
            return words
    if value.is_loopback:
        return "alamat loopback"
    if value.is_link_local:
        return "alamat link-local atau metadata"
    if value.is_multicast:
        return "alamat multicast"
    return None if value.is_global and not value.is_reserved else "alamat privat atau dicadangkan"


def _refusal_v6(value: IPv6Address) -> str | None:
    if value.is_loopback:
        return "alamat loopback"
    for words, network in _TUNNELS.items():
        if value in network:
            return words
    if value.is_multicast:
        return "alamat multicast"
    if value.is_link_local or value not in _PUBLIC_V6 or not value.is_global:
        return "alamat privat atau dicadangkan"
    return None
