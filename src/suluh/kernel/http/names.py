"""From host names to numeric addresses, asked once a run; `*.localhost` is answered here and never by DNS."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

from suluh.kernel.http.aio import AbstractResolver, ResolveResult

Address = tuple[str, int]
"""A numeric address and a port."""

LocalNames = Callable[[str, int], Address | None]
"""Says where a host and port are really served, for names that only this machine knows; None = not mine."""

Lookup = Callable[[str], Awaitable[list[str]]]
"""Numeric addresses of a host name. Raises OSError when there is none."""


class LocalNameRefused(OSError):
    """A `*.localhost` name was asked for where private addresses are not allowed."""


async def system_lookup(host: str) -> list[str]:
    """Addresses from the operating system's resolver, IPv4 first."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(str(entry[4][0]) for entry in found)
    return sorted(addresses, key=lambda address: ":" in address)


@dataclass(slots=True)
class Names(AbstractResolver):
    """Names answered from memory, our own local map, or the lookup. An answer is kept `keep` seconds.

    The answer given to the politeness cap and the one given to the socket are the same; the socket is vetted again.
    """

    allow_private: bool = False
    local: LocalNames | None = None
    lookup: Lookup = system_lookup
    keep: float = 300.0
    _known: dict[str, tuple[float, list[str]]] = field(default_factory=dict)

    async def addresses(self, host: str, port: int) -> list[Address]:
        """Where a host and port are served. Raises OSError when the name has no address."""
        if _is_number(host):
            return [(host, port)]
        mapped = self.local(host, port) if self.local and self.allow_private else None
        if mapped is not None:
            return [mapped]
        if host == "localhost" or host.endswith(".localhost"):
            if not self.allow_private:
                raise LocalNameRefused("nama .localhost hanya dibuka bila alamat privat diizinkan")
            return [("127.0.0.1", port)]
        return [(address, port) for address in await self._looked_up(host)]

    async def _looked_up(self, host: str) -> list[str]:
        now = time.monotonic()
        kept = self._known.get(host)
        if kept is not None and now - kept[0] < self.keep:
            return kept[1]
        found = await self.lookup(host)
        if not found:
            raise OSError("nama tidak mempunyai alamat")
        if len(self._known) > 20_000:
            self._known.clear()
        self._known[host] = (now, found)
        return found

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The connector's question, answered as `addresses` does; `family` is ignored because both are served."""
        del family
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=real_port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address, real_port in await self.addresses(host, port)
        ]

    async def close(self) -> None:
        """Nothing to close: the resolver outlives the sessions that use it."""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
