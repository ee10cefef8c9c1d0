"""Does a site look fresher than what it publishes?"""

from __future__ import annotations

from collections.abc import Iterator

from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.freshness.probe import STALE_DAYS, WIB, in_words, last_post
from suluh.monitoring.probes.pretence.signs import pretences
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import proof


class PretenceProbe(Probe):
    """Today's date on the page of a site that has long published nothing."""

    code = "pretence"

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`fake-fresh` with the sign that deceives and the day of the real newest publication."""
        if seen.home is None:
            return
        today = seen.now.astimezone(WIB).date()
        last = last_post(seen, today)
        if last is not None and (today - last).days < STALE_DAYS:
            return
        found = pretences(seen)
        if not found:
            return
        words, how = found[0]
        real = f"tulisan terbarunya {in_words(last)}" if last else "tidak ada tulisan bertanggal"
        yield FindingSeen(
            "fake-fresh",
            Severity.LOW,
            f"Situs tampak baru karena menampilkan {words}, padahal {real}.",
            proof(seen.home, seen, words, (words,), how),
            "Minta admin situs menampilkan tanggal tulisan terakhir, bukan tanggal hari ini.",
            {"signs": [sign for _, sign in found]},
        )
