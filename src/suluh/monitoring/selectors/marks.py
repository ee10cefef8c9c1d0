"""State marks: an icon, a tone and words for every state that the board shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.monitoring.probes.protocol import finding_labels

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Mark:
    """What is shown of a state: icon, word, colour, in this order."""

    icon: str
    tone: str
    words: Words


class Standing(models.TextChoices):
    """Where a unit's site stands by its last publication."""

    WEEK = "week", gettext_lazy("Active this week")
    MONTH = "month", gettext_lazy("Active this month")
    QUIET = "quiet", gettext_lazy("Quiet for 1–3 months")
    SILENT = "silent", gettext_lazy("Silent for over 3 months")
    DEAD = "dead", gettext_lazy("Down")
    NONE = "none", gettext_lazy("No site")
    UNKNOWN = "unknown", gettext_lazy("Not enough data")


STANDING_MARKS = {
    Standing.WEEK: Mark("ok", "good", Standing.WEEK.label),
    Standing.MONTH: Mark("ok", "good", Standing.MONTH.label),
    Standing.QUIET: Mark("half", "watch", Standing.QUIET.label),
    Standing.SILENT: Mark("moon", "watch", Standing.SILENT.label),
    Standing.DEAD: Mark("dead", "api", Standing.DEAD.label),
    Standing.NONE: Mark("none", "", Standing.NONE.label),
    Standing.UNKNOWN: Mark("unknown", "", Standing.UNKNOWN.label),
}

FINDING_MARKS = {
    "infected": Mark("alert", "api loud", gettext_lazy("Suspected gambling injection")),
    "defaced": Mark("alert", "api loud", gettext_lazy("Suspected defacement")),
    "suspect": Mark("alert", "watch", gettext_lazy("Needs a look")),
    "dead": Mark("dead", "api", gettext_lazy("Down")),
    "cert-expired": Mark("lock", "api", gettext_lazy("Certificate expired")),
    "cert-mismatch": Mark("lock", "api", gettext_lazy("Certificate for another name")),
    "cert-chain": Mark("lock", "api", gettext_lazy("Certificate chain broken")),
    "cert-soon": Mark("lock", "watch", gettext_lazy("Certificate ends soon")),
    "http-only": Mark("lock", "watch", gettext_lazy("No HTTPS")),
    "mixed-content": Mark("lock", "watch", gettext_lazy("Insecure parts in the page")),
    "stale": Mark("half", "watch", gettext_lazy("Quiet for over 3 months")),
    "silent": Mark("moon", "watch", gettext_lazy("Silent for over 6 months")),
    "slow": Mark("clock", "watch", gettext_lazy("Slow")),
    "future-date": Mark("cal", "watch", gettext_lazy("Date in the future")),
    "fake-fresh": Mark("cal", "api", gettext_lazy("Only looks fresh")),
    "menu-broken": Mark("link", "watch", gettext_lazy("Broken menu")),
    "links-broken": Mark("link", "watch", gettext_lazy("Broken links")),
    "not-mobile": Mark("phone", "watch", gettext_lazy("Hard to read on a phone")),
    "heavy": Mark("clock", "watch", gettext_lazy("Heavy page")),
    "a11y-basic": Mark("user", "watch", gettext_lazy("Accessibility gaps")),
    "copied": Mark("copy", "watch", gettext_lazy("Copied news")),
    "activities-only": Mark("half", "watch", gettext_lazy("Activities only")),
}
"""Marks of finding codes; `no-…` and `stub-…` are made by `finding_mark`."""

ATTENTION = ("infected", "defaced", "dead", "cert-expired", "cert-mismatch", "cert-chain", "fake-fresh")
"""Codes that make a unit count under "needs attention"."""

INFECTED = ("infected", "defaced")
ACCUSATIONS = (*INFECTED, "suspect", "copied", "fake-fresh")
"""Codes that accuse; a unit with one that no person has upheld is counted, never named in what is forwarded."""

CERTIFICATE = ("cert-expired", "cert-mismatch", "cert-chain")

ITEM_MARKS = {
    "found": Mark("ok", "good", gettext_lazy("Present")),
    "inherited": Mark("link", "", gettext_lazy("On the regency's page")),
    "stub": Mark("half", "watch", gettext_lazy("Page is empty")),
    "missing": Mark("dead", "api", gettext_lazy("Not found")),
}

CONTESTED = Mark("reply", "watch", gettext_lazy("Contested by the unit"))

FINDING_STATES = {
    "seen": Mark("clock", "", gettext_lazy("Seen once, waiting for a second look")),
    "open": Mark("alert", "api", gettext_lazy("Open")),
    "acknowledged": Mark("user", "watch", gettext_lazy("Acknowledged by the unit")),
    "contested": CONTESTED,
    "upheld": Mark("alert", "api", gettext_lazy("Upheld")),
    "withdrawn": Mark("x", "", gettext_lazy("Withdrawn")),
    "gone": Mark("ok", "good", gettext_lazy("Gone")),
}


def finding_mark(code: str) -> Mark:
    """The mark of a finding code."""
    if code in FINDING_MARKS:
        return FINDING_MARKS[code]
    if code.startswith("no-"):
        return Mark("dead", "watch", _("Item not found"))
    if code.startswith("stub-"):
        return Mark("half", "watch", _("Page of the item is empty"))
    return Mark("alert", "watch", finding_labels().get(code, code))


def unit_mark(standing: str, worst: str | None) -> Mark:
    """The one mark of a unit: its gravest attention, else its standing."""
    if worst in ATTENTION:
        return FINDING_MARKS[worst]
    return STANDING_MARKS[Standing(standing)]
