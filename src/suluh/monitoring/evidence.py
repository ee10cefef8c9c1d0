"""What the watch found for a unit's mandatory items, for disclosure and evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from suluh.monitoring.models import ItemRow, Post
from suluh.organization.models import Unit
from suluh.organization.sockets.evidence import CARRIES, EvidenceSource, Found, evidence_sources

_WORD = re.compile(r"[^\W_]+")
FEWEST = 3
"""Different words of a title below which anybody may use the same ones."""
ENOUGH = 0.8
"""Part of the title's words that a near-copy bears."""
NEWEST = 200


def items_of(unit: Unit, codes: Iterable[str] | None) -> Iterable[Found]:
    """The items of the unit's sites, with the page that proves each."""
    rows = ItemRow.objects.filter(site__unit=unit, site__active=True).select_related("evidence")
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    for row in rows:
        proof = row.evidence.get_absolute_url() if row.evidence else ""
        yield Found(unit.pk, row.code, row.state, row.evidence_url, row.checked_at, proof)


def carried_by(unit: Unit, codes: Iterable[str] | None) -> Iterable[Found]:
    """Posts of the unit's sites that bear the title of an item, whatever stands before or behind it."""
    for code in codes or ():
        wanted = _folded(code.removeprefix(CARRIES))
        if not code.startswith(CARRIES) or len(wanted) < FEWEST:
            continue
        rows = Post.objects.filter(site__unit=unit, site__active=True).order_by("-first_seen")[:NEWEST]
        for post in rows:
            if len(wanted & _folded(post.title)) >= ENOUGH * len(wanted):
                yield Found(unit.pk, code, "carried", post.url, post.first_seen)


def _folded(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


evidence_sources.register(
    EvidenceSource("monitoring.items", items_of), EvidenceSource("monitoring.carried", carried_by)
)
