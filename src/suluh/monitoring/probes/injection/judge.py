"""The judge of one page: gathers signals and weighs them. Pure; nothing is remembered between pages."""

from __future__ import annotations

from suluh.monitoring.probes.injection.page import page_signals
from suluh.monitoring.probes.injection.source import Source
from suluh.monitoring.probes.injection.verdict import History, Judgement, Signal, weigh
from suluh.monitoring.probes.injection.words import text_signals

_NOTHING_KNOWN = History()


def judge_page(
    url: str,
    html: str | None = None,
    title: str | None = None,
    description: str | None = None,
    history: History | None = None,
) -> Judgement:
    """Judge a page by its source, by what a search engine shows of it, or by both."""
    known = history or _NOTHING_KNOWN
    signals: list[Signal] = []
    if title or description or not html:
        signals += text_signals(url, title or "", description or "", known)
    if html:
        signals += page_signals(Source(url, html), known)
    return weigh(strongest(signals))


def judge_source(page: Source, history: History) -> Judgement:
    """Judge a page that is already parsed."""
    return weigh(strongest(page_signals(page, history)))


def strongest(signals: list[Signal]) -> list[Signal]:
    """One signal a code: title of the source and title of the search entry are the same thing seen twice."""
    best: dict[str, Signal] = {}
    for signal in signals:
        if signal.code not in best or best[signal.code].weight < signal.weight:
            best[signal.code] = signal
    return list(best.values())
