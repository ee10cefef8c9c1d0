"""Copied news between units, and what posts are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from bench.harness import Row, cpu
from bench.posts import KEYWORDS, KINDS, Post, posts
from bench.press import Release, releases
from suluh.monitoring.copies import Article, Copy, find_copies, fingerprint
from suluh.monitoring.mix import classify

ORIGINALS = {"small": 600, "full": 6000, "big": 30_000}
POSTS_EACH = {"small": 100, "full": 500, "big": 2000}


def run(seed: int, scale: str) -> Iterable[Row]:
    """Rows on copies and on content mix."""
    yield from _copies(releases(Random(seed), ORIGINALS[scale]))
    yield from _mix(posts(Random(seed + 1), POSTS_EACH[scale]))


def _copies(made: list[Release]) -> Iterator[Row]:
    def search() -> list[Copy]:
        return find_copies([Article(one.number, one.unit, one.day, fingerprint(one.text)) for one in made])

    found, seconds = cpu(search)
    source = {one.number: one.source for one in made}
    true = [copy for copy in found if source[copy.copy] == copy.original]
    related = [copy for copy in found if _family(source, copy.copy) == _family(source, copy.original)]
    planted = sum(number is not None for number in source.values())
    on = f"{len(made)} generated texts of 200 units, {planted} copies with new byline and first paragraph"
    recall, false = len(true) / planted, len(found) - len(related)
    yield Row("copies", "copies found, with the right original", recall, "", "≥ 0.95", recall >= 0.95, on=on)
    yield Row("copies", "false copies (shared heads, feet, quotes, notices)", false, "texts", "0", not false, on=on)
    yield Row("copies", "speed, fingerprint and search", len(made) / seconds, "texts/CPU-s", "none", True, on=on)


def _family(source: dict[int, int | None], number: int) -> int:
    first = source[number]
    return number if first is None else first


def _mix(made: list[Post]) -> Iterator[Row]:
    ours = _macro_f1([(post.kind, classify(post.title, post.text).content.value) for post in made])
    theirs = _macro_f1([(post.kind, _count(post)) for post in made])
    on = f"{len(made)} generated headlines and openings, grammar written apart from the cues"
    yield Row(
        "copies", "content mix, macro-F1", ours, "", "printed", True, "keyword counting", theirs, ours / theirs, on
    )


def _count(post: Post) -> str:
    """The peer: the kind with most of its six words in the text."""
    text = f"{post.title} {post.text}".lower()
    return max(KINDS, key=lambda kind: sum(word in text for word in KEYWORDS[kind]))


def _macro_f1(pairs: list[tuple[str, str]]) -> float:
    total = 0.0
    for kind in KINDS:
        hits = sum(truth == said == kind for truth, said in pairs)
        wrong = sum((truth == kind) != (said == kind) for truth, said in pairs)
        total += 2 * hits / (2 * hits + wrong) if hits else 0.0
    return total / len(KINDS)
