"""The guard. It sits where the socket is made and looks at the numeric address.

A resolver is never asked about literal addresses and may answer differently the second time; the socket cannot be
talked round.
"""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suluh.kernel.http.addresses import refusal
from suluh.kernel.http.aio import aiohttp
from suluh.kernel.http.client import Client

if TYPE_CHECKING:
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.tracing import Trace


class AddressRefused(OSError):
    """The guard refused a numeric address or a port."""


def refused(client: Client, address: str, port: int) -> str | None:
    """Why this client may not connect there; None when it may."""
    if client.allow_private:
        return None
    return refusal(address) or (None if port in (80, 443) else f"port {port} tidak dibuka")


@dataclass(slots=True)
class Peer:
    """What the connector saw when it connected."""

    address: str | None = None
    der: bytes | None = None
    seconds: float = 0.0


class GuardedConnector(aiohttp.TCPConnector):
    """A connector that refuses forbidden addresses and remembers whom it reached and with which certificate."""

    def __init__(self, client: Client) -> None:
        super().__init__(
            resolver=client.names,
            use_dns_cache=False,
            limit=0,
            keepalive_timeout=15,
            socket_factory=self._guarded_socket,
        )
        self._client = client
        self.peers: dict[tuple[str, int], Peer] = {}

    def _guarded_socket(self, info: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, proto, _, where = info
        address, port = str(where[0]), int(where[1])
        why = refused(self._client, address, port)
        if why:
            raise AddressRefused(f"{address}: {why}")
        return socket.socket(family, kind, proto)

    async def _create_connection(
        self, req: aiohttp.ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> ResponseHandler:
        begin = time.monotonic()
        handler = await super()._create_connection(req, traces, timeout)
        peer = Peer(seconds=time.monotonic() - begin)
        if handler.transport is not None:
            name = handler.transport.get_extra_info("peername")
            secured = handler.transport.get_extra_info("ssl_object")
            peer.address = str(name[0]) if name else None
            peer.der = secured.getpeercert(True) if secured else None
        self.peers[(req.url.raw_host or "", req.url.port or 0)] = peer
        return handler
