"""The faults that can be planted on a simulated site, and what a watcher should say about each."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """One planted fault, trap or look-alike. Several may stand on one site."""

    DEAD_DNS = "dead-dns"
    DEAD_REFUSED = "dead-refused"
    DEAD_TIMEOUT = "dead-timeout"
    DEAD_5XX = "dead-5xx"
    DEAD_PARKED = "dead-parked"
    DEAD_EMPTY = "dead-empty"
    SLOW = "slow"
    HTTP_ONLY = "http-only"
    CERT_EXPIRED = "cert-expired"
    CERT_SOON = "cert-soon"
    CERT_MISMATCH = "cert-mismatch"
    CERT_SELF_SIGNED = "cert-self-signed"
    CERT_CHAIN = "cert-chain"
    STALE = "stale"
    SILENT = "silent"
    FUTURE_DATE = "future-date"
    FAKE_FRESH = "fake-fresh"
    MENU_BROKEN = "menu-broken"
    LINKS_BROKEN = "links-broken"
    MIXED_CONTENT = "mixed-content"
    NOT_MOBILE = "not-mobile"
    HEAVY = "heavy"
    A11Y_BASIC = "a11y-basic"
    COPIED = "copied"
    ACTIVITIES_ONLY = "activities-only"
    JUDOL_HIDDEN = "judol-hidden"
    JUDOL_DOORWAY = "judol-doorway"
    JUDOL_CLOAKED = "judol-cloaked"
    JUDOL_REFERRER = "judol-referrer"
    JUDOL_SITEMAP = "judol-sitemap"
    JUDOL_TAKEOVER = "judol-takeover"
    JAPANESE = "japanese"
    DEFACED = "defaced"
    TRAP_CLOCK = "trap-clock"
    TRAP_LASTMOD = "trap-lastmod"
    TRAP_AGENDA = "trap-agenda"
    TRAP_WIDGET = "trap-widget"
    LOOKALIKE_NEWS = "lookalike-news"
    LOOKALIKE_COMPLAINT = "lookalike-complaint"
    LOOKALIKE_HINTS = "lookalike-hints"


DEAD = {
    Fault.DEAD_DNS: "dns",
    Fault.DEAD_REFUSED: "refused",
    Fault.DEAD_TIMEOUT: "timeout",
    Fault.DEAD_5XX: "http-5xx",
    Fault.DEAD_PARKED: "parked",
    Fault.DEAD_EMPTY: "empty",
}
"""Ways of being dead and the reason a watcher gives."""

CERTIFICATE = {
    Fault.CERT_EXPIRED: ("expired", "cert-expired"),
    Fault.CERT_SOON: ("ok", "cert-soon"),
    Fault.CERT_MISMATCH: ("name-mismatch", "cert-mismatch"),
    Fault.CERT_SELF_SIGNED: ("self-signed", "cert-chain"),
    Fault.CERT_CHAIN: ("chain", "cert-chain"),
}
"""Certificate faults: state of the connection and code of the finding."""

INFECTIONS = frozenset(
    {
        Fault.JUDOL_HIDDEN, Fault.JUDOL_DOORWAY, Fault.JUDOL_CLOAKED, Fault.JUDOL_REFERRER,
        Fault.JUDOL_SITEMAP, Fault.JUDOL_TAKEOVER, Fault.JAPANESE,
    }
)  # fmt: skip
"""Injected content of any shape."""

PLAIN_FINDINGS = {
    Fault.SLOW: "slow",
    Fault.HTTP_ONLY: "http-only",
    Fault.FUTURE_DATE: "future-date",
    Fault.FAKE_FRESH: "fake-fresh",
    Fault.MENU_BROKEN: "menu-broken",
    Fault.LINKS_BROKEN: "links-broken",
    Fault.MIXED_CONTENT: "mixed-content",
    Fault.NOT_MOBILE: "not-mobile",
    Fault.HEAVY: "heavy",
    Fault.A11Y_BASIC: "a11y-basic",
    Fault.COPIED: "copied",
    Fault.ACTIVITIES_ONLY: "activities-only",
    Fault.DEFACED: "defaced",
}
"""Faults whose finding has a code of its own."""
