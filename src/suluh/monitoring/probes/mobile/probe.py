"""Is the page made for the phone in the citizen's hand?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import proof

FITS = re.compile(r"width\s*=\s*device-width|initial-scale\s*=\s*1", re.I)


class MobileProbe(Probe):
    """No viewport for phones."""

    code = "mobile"

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`not-mobile` when the home page does not adapt to a narrow screen."""
        if seen.home is None or any(FITS.search(text) for text in _viewports(seen)):
            return
        excerpt = next(iter(_viewports(seen)), "tidak ada <meta name=viewport>")
        yield FindingSeen(
            "not-mobile",
            Severity.MEDIUM,
            "Halaman depan tidak menyesuaikan diri dengan layar ponsel.",
            proof(seen.home, seen, excerpt, (), "Kepala halaman tidak memuat viewport selebar layar."),
            'Minta pembuat tema menambah <meta name="viewport" content="width=device-width, initial-scale=1">.',
        )


def _viewports(seen: Snapshot) -> list[str]:
    if seen.home is None:
        return []
    tags = seen.home.tree.css("meta[name]")
    return [
        tag.attributes.get("content") or ""
        for tag in tags
        if (tag.attributes.get("name") or "").strip().casefold() == "viewport"
    ]
