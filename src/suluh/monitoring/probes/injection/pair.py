"""The same address as a reader and as a search engine see it: what differs gives a cloak away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from suluh.monitoring.probes.injection.address import host_of, owner_of
from suluh.monitoring.probes.injection.code import is_foreign
from suluh.monitoring.probes.injection.page import sells
from suluh.monitoring.probes.injection.source import Source
from suluh.monitoring.probes.injection.verdict import Signal

_SEEN_BY = {"searchbot": "mesin pencari", "referrer": "pembaca dari mesin pencari", "browser": "peramban"}
_NEW_OWNERS = 3
_ALIKE = 0.35


def pair_signals(home: Source, others: Mapping[str, Source]) -> Iterator[Signal]:
    """What appears to one visitor and not to another: links that sell, another title, another text, another host."""
    mine, plain_title = _owners(home), home.title
    for agent, other in others.items():
        who = _SEEN_BY.get(agent, agent)
        bad = _selling(other) - _selling(home)
        if bad:
            shown = "; ".join(sorted(bad)[:3])
            yield Signal(
                f"cloak-links-{agent}", "pair", min(4.0, 2.5 + 0.25 * len(bad)), f"hanya tampak bagi {who}: {shown}"
            )
        if owner_of(host_of(other.url)) != home.own and is_foreign(other.url, home.own):
            yield Signal(f"cloak-redirect-{agent}", "redirect", 3.5, f"{who} dialihkan ke {other.url}")
        if other.title != plain_title and sells(other.title) >= 2.0 > sells(plain_title):
            yield Signal(f"cloak-title-{agent}", "pair", 3.0, f"judul bagi {who}: {other.title[:80]}")
        new = _owners(other) - mine
        if len(new) >= _NEW_OWNERS and likeness(home.text, other.text) < _ALIKE:
            yield Signal(
                f"cloak-text-{agent}", "pair", 2.0, f"isi bagi {who} lain sama sekali; {len(new)} situs luar baru"
            )


def likeness(first: str, second: str) -> float:
    """Share of three-word runs that two texts have in common (Jaccard)."""
    one, two = _runs(first), _runs(second)
    return len(one & two) / len(one | two) if one or two else 1.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()[:4000]
    return set(zip(words, words[1:], words[2:], strict=False))


def _owners(page: Source) -> set[str]:
    return {owner_of(host_of(anchor.target)) for anchor in page.anchors if is_foreign(anchor.target, page.own)}


def _selling(page: Source) -> set[str]:
    return {anchor.text for anchor in page.anchors if sells(anchor.text) >= 2.0}
