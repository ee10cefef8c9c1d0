"""What came back from one request: the vocabulary shared by client, engine and probes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why a request counts as answered or not (the `reason` of `suluh check`)."""

    OK = "ok"
    DNS = "dns"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TLS = "tls"
    HTTP_4XX = "http-4xx"
    HTTP_5XX = "http-5xx"
    EMPTY = "empty"
    PARKED = "parked"
    REDIRECT_LOOP = "redirect-loop"
    ROBOTS = "robots"
    BLOCKED = "blocked"
    PRIVATE_ADDRESS = "private-address"


class TlsState(StrEnum):
    """How a server proves who it is."""

    OK = "ok"
    NONE = "none"
    EXPIRED = "expired"
    SELF_SIGNED = "self-signed"
    NAME_MISMATCH = "name-mismatch"
    CHAIN = "chain"
    OLD_PROTOCOL = "old-protocol"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A server's certificate as seen. `days_left` counts from the visit, negative when expired."""

    state: TlsState
    days_left: int | None = None
    subject: str | None = None
    issuer: str | None = None
    not_after: datetime | None = None

    @property
    def shown(self) -> bool:
        """True when a server showed it: something answers there, whatever becomes of the request behind it."""
        return self.state not in (TlsState.NONE, TlsState.OLD_PROTOCOL)


@dataclass(frozen=True, slots=True)
class Answer:
    """The end of one request, redirects followed. Times are UTC; durations are seconds."""

    requested: str
    url: str
    reason: Reason
    at: datetime
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)  # lower-case names
    body: bytes = b""
    address: str | None = None
    certificate: Certificate | None = None
    hops: tuple[str, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)  # dns, connect, tls, first_byte, total
    truncated: bool = False
    detail: str | None = None

    @property
    def ok(self) -> bool:
        """True for a final 2xx with a body, and for 304."""
        return self.reason is Reason.OK

    @property
    def not_modified(self) -> bool:
        """True when the server said that nothing has changed since the last visit."""
        return self.status == 304
