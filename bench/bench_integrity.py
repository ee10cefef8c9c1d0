"""Gambling and other injected content: entries of a search engine, full pages, speed; peer: sixteen keywords."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from random import Random

from bench.entries import KEYWORDS, Entry, by_kind, entries
from bench.harness import Row, cpu
from bench.pages_injected import Page, pages
from bench.visited import Visited
from suluh.demo.web.faults import INFECTIONS, Fault
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.sets import fault_briefs
from suluh.monitoring.probes.injection import address, coined, lexicon, page, terms
from suluh.monitoring.probes.injection.data import word_list
from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.probe import InjectionProbe
from suluh.monitoring.probes.injection.verdict import Verdict

EACH = {"small": 60, "full": 400, "big": 2000}
PAGES_EACH = {"small": 12, "full": 60, "big": 300}
SITES_EACH = {"small": 4, "full": 20, "big": 60}
_KEYWORD = re.compile(r"\b(?:" + "|".join(KEYWORDS) + ")", re.IGNORECASE)
_LOOKALIKES = ("berita lawan judi", "laporan warga")
_FORGOTTEN = 0.25
_NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
_INNOCENT = (Fault.LOOKALIKE_NEWS, Fault.LOOKALIKE_COMPLAINT, Fault.LOOKALIKE_HINTS, Fault.ACTIVITIES_ONLY)


def run(seed: int, scale: str) -> Iterable[Row]:
    """Rows on entries, on entries with a quarter of the word list forgotten, and on full pages."""
    made = entries(Random(seed), EACH[scale])
    yield from _entries(made)
    yield from _forgetful(made, seed)
    yield from _pages(pages(Random(seed + 1), PAGES_EACH[scale]))
    yield from _sites(seed, SITES_EACH[scale])


def _ours(entry: Entry) -> bool:
    return judge_page(entry.url, title=entry.title, description=entry.description).verdict is not Verdict.CLEAN


def _keywords(entry: Entry) -> bool:
    return bool(_KEYWORD.search(f"{entry.title} {entry.description}"))


def _rates(made: list[Entry], alarm: Callable[[Entry], bool]) -> tuple[float, float]:
    """Recall and precision."""
    alarms = [entry for entry in made if alarm(entry)]
    hits = sum(entry.bad for entry in alarms)
    return hits / sum(entry.bad for entry in made), hits / len(alarms) if alarms else 1.0


def _entries(made: list[Entry]) -> Iterator[Row]:
    on = f"{len(made)} generated entries of {len({entry.kind for entry in made})} kinds, written by us"
    (recall, precision), seconds = cpu(lambda: _rates(made, _ours))
    peer_recall, peer_precision = _rates(made, _keywords)
    by = {kind: round(sum(map(_ours, some)) / len(some), 3) for kind, some in by_kind(made)}
    name = "16 keywords"
    yield Row(
        "integrity",
        "title and snippet, recall",
        recall,
        "",
        "≥ 0.90",
        recall >= 0.90,
        name,
        peer_recall,
        recall / peer_recall,
        on,
        {"alarms by kind": by},
    )
    yield Row(
        "integrity",
        "title and snippet, precision",
        precision,
        "",
        "≥ 0.97",
        precision >= 0.97,
        name,
        peer_precision,
        precision / peer_precision,
        on,
    )
    alarms = sum(_ours(entry) for entry in made if entry.kind in _LOOKALIKES)
    theirs = sum(_keywords(entry) for entry in made if entry.kind in _LOOKALIKES)
    yield Row(
        "integrity",
        "alarms on news against gambling and citizens' reports",
        alarms,
        "alarms",
        "0",
        alarms == 0,
        name,
        theirs,
        None,
        on,
    )
    rate = len(made) / seconds
    yield Row("integrity", "title and snippet, speed", rate, "entries/CPU-s", "none", True, on=on)


def _forgetful(made: list[Entry], seed: int) -> Iterator[Row]:
    """How much hangs on single words: the same entries with a random quarter of all gambling terms taken away."""
    chance, groups = Random(seed + 2), word_list()["group"]
    kept = [group["words"] for group in groups]
    for group in groups:
        if group["class"] in ("promo", "topic", "product", "sell", "sell_weak", "soft", "other"):
            group["words"] = ",".join(word for word in group["words"].split(",") if chance.random() > _FORGOTTEN)
    _forget_readings()
    recall, precision = _rates(made, _ours)
    for group, words in zip(groups, kept, strict=True):
        group["words"] = words
    _forget_readings()
    on = "the same entries, a random quarter of the word list removed"
    yield Row(
        "integrity",
        "title and snippet, recall with gaps in the list",
        recall,
        "",
        "≥ 0.90",
        recall >= 0.90,
        on=on,
        more={"precision": precision},
    )


def _forget_readings() -> None:
    """Empty whatever the probe's own modules remember; the word list itself, which is changed in place, stays."""
    for module in (address, coined, lexicon, page, terms):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear") and kept.__module__ == module.__name__:
                kept.cache_clear()


def _pages(made: list[Page]) -> Iterator[Row]:
    verdicts, seconds = cpu(lambda: [judge_page(page.url, page.html).verdict for page in made])
    seen = list(zip(made, verdicts, strict=True))
    bad = [verdict is Verdict.INFECTED for page, verdict in seen if page.bad]
    false = [page.kind for page, verdict in seen if not page.bad and verdict is not Verdict.CLEAN]
    size = sum(len(page.html) for page in made) / len(made) / 1000
    on = f"{len(made)} generated pages of {len({page.kind for page in made})} kinds, mean {size:.0f} KB"
    missed = sorted({page.kind for page, verdict in seen if page.bad and verdict is not Verdict.INFECTED})
    recall = sum(bad) / len(bad)
    yield Row(
        "integrity",
        "full pages, recall of infected",
        recall,
        "",
        "≥ 0.99",
        recall >= 0.99,
        on=on,
        more={"missed": missed},
    )
    yield Row(
        "integrity",
        "full pages, false alarms",
        len(false),
        "pages",
        "0",
        not false,
        on=on,
        more={"kinds": sorted(set(false))},
    )
    rate = len(made) / seconds
    yield Row("integrity", "full pages, speed", rate, "pages/CPU-s", "≥ 200", rate >= 200, on=on)


def _sites(seed: int, each: int) -> Iterator[Row]:
    """Whole visits to demonstration sites of kinds drawn from the seed."""
    kinds = [f"grammar:{seed}-{number}" for number in range(12)]
    briefs = fault_briefs(seed, kinds, per_fault=each, clean=5 * each, faults=(*INFECTIONS, Fault.DEFACED, *_INNOCENT))
    visits = [(_planted(brief), Visited(brief, _NOW).snapshot()) for brief in briefs]
    said, seconds = cpu(lambda: [{found.code for found in InjectionProbe().judge(seen)} for _, seen in visits])
    bad = [codes == truth for (truth, _), codes in zip(visits, said, strict=True) if truth]
    false = sum(bool(codes - truth) for (truth, _), codes in zip(visits, said, strict=True))
    count = sum(len(seen.pages) + len(seen.pair) + 1 for _, seen in visits)
    recall = sum(bad) / len(bad)
    on = f"{len(visits)} sites of 12 unseen kinds (demo grammar), {len(bad)} infected or defaced, {count} pages"
    yield Row("integrity", "sites of unseen kinds, recall", recall, "", "≥ 0.99", recall >= 0.99, on=on)
    yield Row("integrity", "sites of unseen kinds, false findings", false, "sites", "0", not false, on=on)
    yield Row("integrity", "sites of unseen kinds, speed", count / seconds, "pages/CPU-s", "none", True, on=on)


def _planted(brief: SiteBrief) -> set[str]:
    if Fault.DEFACED in brief.faults:
        return {"defaced"}
    return {"infected"} if brief.faults & INFECTIONS else set()
