"""Who asks, and within which caps: what all requests of a run share."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from enum import StrEnum

from suluh.kernel.http import tls
from suluh.kernel.http.names import LocalNames, Lookup, Names, system_lookup
from suluh.kernel.http.patience import Patience
from suluh.kernel.http.politeness import Log, Manners, Politeness


class Agent(StrEnum):
    """As whom a page is asked for. The others than `suluh` serve the pair test on registered sites only."""

    SULUH = "suluh"
    BROWSER = "browser"
    SEARCHBOT = "searchbot"


_AGENTS = {
    Agent.BROWSER: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    Agent.SEARCHBOT: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one request: bytes (on the wire and unpacked), seconds, redirects; `visit`: of all requests to a site."""

    body: int = 3_000_000
    connect: float = 10.0
    total: float = 20.0
    redirects: int = 5
    visit: float = 240.0


@dataclass(slots=True)
class Client:
    """What all sessions of a run share: names, politeness, certificates, caps, identity.

    `contact` is the page that tells a site's owner who asks. `local` maps host and port to where they are really
    served and is used only with `allow_private`; `extra_ca` is a PEM file of one more authority.
    """

    contact: str = "https://suluh.example/perayap"
    allow_private: bool = False
    local: LocalNames | None = None
    lookup: Lookup = system_lookup
    extra_ca: str | None = None
    manners: Manners = field(default_factory=Manners)
    limits: Limits = field(default_factory=Limits)
    log: Log | None = None
    names: Names = field(init=False)
    politeness: Politeness = field(init=False)
    patience: Patience = field(init=False)
    _strict: ssl.SSLContext | None = None
    _lax: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self.names = Names(self.allow_private, self.local, self.lookup)
        self.politeness = Politeness(self.manners)
        self.patience = Patience(self.limits.total)

    @property
    def strict(self) -> ssl.SSLContext:
        """The verifying context, made when first needed because loading the authorities is slow."""
        if self._strict is None:
            self._strict = tls.strict_context(self.extra_ca)
        return self._strict

    @property
    def lax(self) -> ssl.SSLContext:
        """The context of the one unverified retry."""
        if self._lax is None:
            self._lax = tls.lax_context()
        return self._lax

    def user_agent(self, agent: str) -> str:
        """The words a server reads in its log."""
        return _AGENTS.get(Agent(agent), f"Mozilla/5.0 (compatible; Suluh/0.1; +{self.contact})")
