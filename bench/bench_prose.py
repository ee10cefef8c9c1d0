"""Writing help: time for 300 words, and how right its advice is on planted faults of kinds it was not tuned on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from statistics import median

from bench.harness import Row
from bench.prose_drafts import HELD_OUT, TUNING, Kinds, drafts
from suluh.kernel.prose import advise

COUNTS = {"small": 1_000, "full": 10_000, "big": 40_000}
WORDS = 300
LEAST = 0.95


def run(seed: int, scale: str) -> Iterable[Row]:
    """Time first, then precision and recall on both sets of kinds."""
    yield _speed(Random(seed))
    for name, kinds in (("kinds tuned on", TUNING), ("kinds held out", HELD_OUT)):
        yield from _rightness(name, kinds, Random(seed), COUNTS[scale])


def _speed(rng: Random) -> Row:
    taken = []
    for draft, _ in drafts(HELD_OUT, rng, 300):
        words = f"{draft.text}\n\n".split(" ")
        long = replace(draft, text=" ".join((words * (WORDS // len(words) + 1))[:WORDS]))
        begin = time.process_time()
        advise(long)
        taken.append(time.process_time() - begin)
    slow = sorted(taken)[int(len(taken) * 0.95)]
    more = {"median_ms": median(taken) * 1000}
    return Row("prose", "300 words, p95", slow * 1000, "ms", "≤ 10", slow <= 0.01, on="300 drafts", more=more)


def _question(code: str) -> str:
    """An open question of the lead counts once, whether the answer comes late or not at all."""
    return code.removesuffix("-late") + "-missing" if code.endswith("-late") else code


def _rightness(name: str, kinds: Kinds, rng: Random, count: int) -> Iterable[Row]:
    hit, false, missed = Counter[str](), Counter[str](), Counter[str]()
    for draft, planted in drafts(kinds, rng, count):
        told = {_question(one.code) for one in advise(draft).advice}
        planted = {_question(code) for code in planted}
        hit.update(told & planted)
        false.update(told - planted)
        missed.update(planted - told)
    by_code = {
        code: {"hit": hit[code], "false": false[code], "missed": missed[code]} for code in sorted(hit | false | missed)
    }
    for word, others in (("precision", false), ("recall", missed)):
        share = hit.total() / (hit.total() + others.total())
        yield Row(
            "prose", f"{word}, {name}", share, "", f"≥ {LEAST}", share >= LEAST, on=f"{count} drafts", more=by_code
        )
