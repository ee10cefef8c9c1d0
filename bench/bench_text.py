"""Article text, 4-gram F1, paired with trafilatura in precision mode on the same pages of kinds never tuned on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bench.harness import Row, cpu
from bench.pages import HELD_OUT, TUNING, Made, draw
from suluh.kernel.page.text import main_text

COUNTS = {"small": 80, "full": 600, "big": 2400}
_WORDS = re.compile(r"\w+")


def run(seed: int, scale: str) -> Iterable[Row]:
    """Quality and speed side by side, on held-out kinds; quality on tuning kinds for comparison."""
    import trafilatura

    pages = draw(HELD_OUT, COUNTS[scale], seed)
    main_text(pages[0].html)
    trafilatura.extract(pages[0].html)
    ours, seconds = cpu(lambda: [main_text(page.html, page.title) or "" for page in pages])
    theirs, peer_seconds = cpu(
        lambda: [trafilatura.extract(page.html, favor_precision=True, include_comments=False) or "" for page in pages]
    )
    share, peer = _mean(ours, pages), _mean(theirs, pages)
    rate, peer_rate = len(pages) / seconds, len(pages) / peer_seconds
    on = f"{len(pages)} pages of {len(HELD_OUT)} kinds held out of tuning"
    name = "trafilatura precision"
    yield Row("text", "4-gram F1", share, "F1", "≥ 0.955", share >= 0.955, name, peer, share / peer, on)
    yield Row("text", "pages extracted", rate, "pages/CPU-s", "≥ 2.5 × trafilatura", rate >= 2.5 * peer_rate, name,
              peer_rate, rate / peer_rate, on)  # fmt: skip
    known = draw(TUNING, COUNTS[scale] // 2, seed)
    tuned = _mean([main_text(page.html, page.title) or "" for page in known], known)
    yield Row("text", "4-gram F1, tuning kinds", tuned, "F1", "≥ 0.955", tuned >= 0.955, on=f"{len(known)} pages")


def _mean(found: list[str], pages: list[Made]) -> float:
    return sum(f1(text, page.text) for text, page in zip(found, pages, strict=True)) / len(pages)


def f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall over runs of four words."""
    ours, gold = _grams(found), _grams(wanted)
    both = sum((ours & gold).values())
    return 2 * both / (sum(ours.values()) + sum(gold.values())) if ours or gold else 1.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORDS.findall(text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
