"""Signals of a page's source: head, links, unseen blocks, scripts, body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from suluh.monitoring.probes.injection.address import doorway, host_of, is_institution, owner_of
from suluh.monitoring.probes.injection.code import KNOWN, is_foreign, script_signals
from suluh.monitoring.probes.injection.defacement import page_marks
from suluh.monitoring.probes.injection.hidden import HiddenBlock, after_end, hidden_blocks
from suluh.monitoring.probes.injection.lexicon import hints, read
from suluh.monitoring.probes.injection.script import foreign_goods, foreign_share
from suluh.monitoring.probes.injection.source import Anchor, Source
from suluh.monitoring.probes.injection.verdict import History, Signal
from suluh.monitoring.probes.injection.words import text_signals

_WINDOW = 90
_DENSE = 4
_FEW_ANCHORS = 600


def page_signals(page: Source, known: History) -> list[Signal]:
    """All signals of one page."""
    signals = [*text_signals(page.url, page.title, page.description, known), *_head(page), *_relations(page)]
    signals += _links(page, known)
    signals += _unseen(page)
    signals += script_signals(page.url, page.scripts)
    signals += page_marks(page.html, page.title, page.text, _inside(page))
    signals += _body(page)
    return signals


@lru_cache(maxsize=8192)
def sells(text: str) -> float:
    """Weight of a short text that sells gambling; 0 for a headline about it."""
    if not text or not hints(text):
        return 0.0
    reading = read(text)
    return reading.total if reading.selling >= 1.5 else 0.0


def _head(page: Source) -> Iterator[Signal]:
    """Other texts for machines: headings, keywords, social titles, structured data, alternative texts."""
    if read(page.title).strong_guard:
        return
    metas = [
        page.metas.get(name, "")
        for name in ("og:title", "og:description", "keywords", "twitter:title", "twitter:description", "og:site_name")
    ]
    texts = [*page.headings, *metas, *page.structured, *page.alternatives[:100]]
    found = sorted(((weight, text) for text in texts if (weight := sells(text)) >= 2.0), reverse=True)
    if found:
        shown = "; ".join(text[:80] for _, text in found[:3])
        yield Signal("head-lexicon", "lexicon", min(5.0, found[0][0]), shown)
        if not sells(page.title):
            yield Signal(
                "machine-only", "identity", 1.5, f"teks untuk mesin pencari lain dari judul: {page.title[:80]}"
            )


_RELATIONS = {
    "canonical": ("foreign-canonical", 1.5),
    "amphtml": ("foreign-amp", 2.5),
    "alternate": ("foreign-alternate", 1.5),
}


def _relations(page: Source) -> Iterator[Signal]:
    """Canonical, alternate, AMP and refresh addresses that belong to strangers."""
    led = [(relation, target) for relation, target in page.relations if is_foreign(target, page.own)]
    for relation, target in led:
        code, weight = _RELATIONS[relation]
        yield Signal(code, "canonical", min(4.0, weight + 0.8 * doorway(target)[0]), f"{relation} menunjuk ke {target}")
    if page.refresh and is_foreign(page.refresh, page.own):
        weight = 2.5 + 0.5 * doorway(page.refresh)[0]
        yield Signal("foreign-refresh", "redirect", weight, f"halaman mengalihkan ke {page.refresh}")
        led.append(("refresh", page.refresh))
    named = [target for _, target in led if doorway(target)[0] >= 2.0]
    if named:
        yield Signal("gambling-target", "links", 1.5, f"tujuan bernama judi: {named[0]}")


def _links(page: Source, known: History) -> Iterator[Signal]:
    """Links that sell, visible or not, and where they lead."""
    anchors = page.anchors[:_FEW_ANCHORS]
    selling = [anchor for anchor in anchors if sells(anchor.text) >= 2.0]
    if selling:
        yield Signal(
            "anchor-lexicon",
            "lexicon",
            min(4.0, 0.8 + 0.6 * len(selling)),
            f"{len(selling)} tautan: " + "; ".join(anchor.text[:50] for anchor in selling[:4]),
        )
    targets = {
        owner_of(host_of(anchor.target)): anchor.target for anchor in anchors if _leads_to_gambling(page, anchor)
    }
    if targets:
        yield Signal(
            "gambling-targets", "links", min(4.0, 1.0 + 0.8 * len(targets)), ", ".join(sorted(targets.values())[:4])
        )
    if known.hosts:
        new = {
            owner_of(host_of(anchor.target)) for anchor in anchors if is_foreign(anchor.target, page.own)
        } - known.hosts
        if len(new) >= 3:
            yield Signal(
                "new-hosts",
                "novelty",
                min(2.5, 0.4 * len(new)),
                f"{len(new)} situs baru ditautkan: " + ", ".join(sorted(new)[:5]),
            )


def _leads_to_gambling(page: Source, anchor: Anchor) -> bool:
    if not page.is_outside(anchor.target):
        return False
    host = host_of(anchor.target)
    if owner_of(host) in KNOWN or read(anchor.text).strong_guard:
        return False
    weight, shown = doorway(anchor.target)
    return weight >= 2.0 and (not is_institution(host) or "?" in shown or weight >= 3.0)


def _unseen(page: Source) -> Iterator[Signal]:
    """Unseen blocks with links outward or with words that sell."""
    strangers: set[str] = set()
    for block in hidden_blocks(page.tree, page.styles, "\n".join(page.scripts)):
        anchors = [anchor for anchor in _anchors_in(page, block) if page.is_outside(anchor.target)]
        bad = [anchor for anchor in anchors if sells(anchor.text) >= 1.5 or _leads_to_gambling(page, anchor)]
        if bad:
            shown = "; ".join(anchor.text[:40] or anchor.target for anchor in bad[:4])
            seen = f"{len(bad)} tautan tersembunyi ({block.way}): {shown}"
            yield Signal("hidden-links", "hidden", min(5.0, 2.5 + 0.25 * len(bad)), seen)
            if any(sells(anchor.text) for anchor in bad):
                yield Signal("hidden-words", "lexicon", 1.0, f"tautan tersembunyi menjual judi: {shown}")
        elif (text := block.node.text(separator=" ")[:20_000]) and sells(text) >= 4.0:
            yield Signal(
                "hidden-text", "hidden", 2.5, f"teks tersembunyi ({block.way}): " + " ".join(text.split())[:120]
            )
        strangers |= {owner_of(host_of(anchor.target)) for anchor in anchors if is_foreign(anchor.target, page.own)}
    if len(strangers) >= 3:
        yield Signal(
            "hidden-strangers",
            "hidden",
            min(2.5, 0.5 * len(strangers)),
            f"{len(strangers)} situs asing ditautkan tanpa terlihat: " + ", ".join(sorted(strangers)[:5]),
        )
    yield from _frames(page)
    tail = after_end(page.html)
    if "<a" in tail.lower() and sells(re.sub(r"<[^<>]+>", " ", tail)) >= 2.0:
        yield Signal("after-end", "hidden", 2.0, "tautan di belakang akhir halaman")


def _anchors_in(page: Source, block: HiddenBlock) -> list[Anchor]:
    nodes = [block.node] if block.node.tag == "a" else block.node.css("a[href]")
    return [anchor for node in nodes[:_FEW_ANCHORS] if (anchor := page.anchor(node))]


def _frames(page: Source) -> Iterator[Signal]:
    for node in page.tree.css("iframe[src], script[src], embed[src]"):
        target = page.absolute(node.attributes.get("src") or "")
        if is_foreign(target, page.own) and (weight := doorway(target)[0]) >= 2.0:
            yield Signal("gambling-frame", "links", 1.5 + 0.5 * weight, f"memuat {node.tag} dari {target}")


def _inside(page: Source) -> int:
    return sum(1 for anchor in page.anchors if not page.is_outside(anchor.target))


def _body(page: Source) -> Iterator[Signal]:
    """A passage of the body that sells, or a body in a script of elsewhere."""
    text = page.text
    if hints(text) >= _DENSE and not read(page.title).strong_guard:
        yield from _passage(text)
    if (
        foreign_share(text[:6000]) > 0.4
        and len(goods := foreign_goods(text[:6000])) >= 2
        and is_institution(host_of(page.url))
    ):
        yield Signal("foreign-body", "body", 2.0, ", ".join(goods[:5]))


def _passage(text: str) -> Iterator[Signal]:
    """The worst stretch of the text; stretches that warn, report or study are not counted."""
    words, worst, shown, selling = text.split(), 0.0, "", 0
    for start in range(0, len(words), _WINDOW):
        stretch = " ".join(words[start : start + _WINDOW])
        weight = read(stretch).total if hints(stretch) >= _DENSE else 0.0
        selling += weight >= 6.0
        if weight > worst:
            worst, shown = weight, stretch
    if worst >= 8.0:
        yield Signal("body-lexicon", "body", 2.0 + 0.5 * min(2, selling - 1), shown[:160])
