"""Does the site lead citizens to the national complaint channel?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.law.items import item
from suluh.monitoring.engine.values import FindingSeen, ItemSeen, ItemState, Snapshot
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import documents, host_of, is_own, proof
from suluh.monitoring.probes.verdicts import lacking, present

CODE = "I-lapor"
HOSTS = re.compile(r"^(www\.)?(([a-z0-9-]+\.)*lapor\.go\.id|sp4n\.lapor\.go\.id)(:\d+)?$", re.I)
APP = re.compile(r"(play\.google\.com/store/apps/details\?id=[\w.]*lapor|(twitter|x)\.com/lapor1708)", re.I)


class LaporProbe(Probe):
    """A link to LAPOR!, on the home page or on any page read."""

    code = "lapor"

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen | ItemSeen]:
        """The link itself is the proof; a mention without a link is none."""
        if seen.home is None:
            return
        looked = 0
        met: set[str] = set()
        for page in documents(seen):
            if not is_own(page.url, seen):
                continue
            looked += 1
            for link in outline(page).links:
                if link.url in met:
                    continue
                met.add(link.url)
                if HOSTS.match(host_of(link.url)) or APP.search(link.url):
                    how = f"Tautan “{link.label or link.url}” pada {page.url}."
                    seen_there = proof(page, seen, f"{link.label} {link.url}", (link.url,), how)
                    yield present(item(CODE), ItemState.FOUND, link.raw or link.url, link.label, seen_there)
                    return
        yield from lacking(item(CODE), ItemState.MISSING, None, looked)
