"""Finding copies among many articles: runs that only few share point to pairs, whole sets decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from suluh.monitoring.copies.fingerprint import runs_of

_ENOUGH_SHARE = 0.5
_ENOUGH_RUNS = 30
_OFTEN_IN_ONE_UNIT = 3
_TOO_MANY = 400
_SAMPLE = 4
_POINTERS = 3
_ENOUGH_OF_MIDDLE = 0.55


@dataclass(frozen=True, slots=True)
class Article:
    """One dated text of a unit. `first_seen` breaks ties within a day; ids are the caller's."""

    id: int
    unit: int
    published: date
    fingerprint: bytes
    first_seen: float = 0.0


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that stands on another unit's site too. `share` is the part of the copy found in the original."""

    original: int
    copy: int
    share: float
    certain_order: bool


def find_copies(articles: Sequence[Article], known: Iterable[Article] = ()) -> list[Copy]:
    """Copies among `articles`, and of or by what is `known` from before; pairs within `known` are not told again.

    Runs that one unit uses in three articles or more (letterheads, closing lines, legal notes) do not count, and
    the middle half of the shorter text must be shared: heads and feet of press releases alone make no copy.
    Each copy names one original: the earliest text that holds at least half of it.
    """
    fresh = {article.id for article in articles}
    everything = [article for article in (*articles, *known) if article.fingerprint]
    if len(everything) < 2:
        return []
    boilerplate, rare = _sorted_runs(everything)
    best: dict[int, tuple[Article, Copy]] = {}
    for one, other in _pointed_at(rare, everything):
        if one.id in fresh or other.id in fresh:
            _keep_earliest(best, _compare(one, other, boilerplate))
    return sorted((copy for _, copy in best.values()), key=lambda copy: (copy.original, copy.copy))


def _sorted_runs(articles: list[Article]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """Runs that are boilerplate of some unit; and (run, place of article) of a sample of the others, by run."""
    runs = np.concatenate([runs_of(article.fingerprint) for article in articles]).astype(np.uint64)
    sizes = [len(article.fingerprint) // 4 for article in articles]
    places = np.repeat(np.arange(len(articles), dtype=np.uint64), sizes)
    units = np.repeat(np.array([article.unit for article in articles], dtype=np.uint64), sizes)
    in_unit, times = np.unique((runs << np.uint64(32)) | (units & np.uint64(0xFFFFFFFF)), return_counts=True)
    boilerplate = np.unique((in_unit[times >= _OFTEN_IN_ONE_UNIT] >> np.uint64(32)).astype(np.uint32))
    sampled = (runs % _SAMPLE == 0) & ~np.isin(runs, boilerplate)
    return boilerplate, np.sort((runs[sampled] << np.uint64(32)) | places[sampled])


def _pointed_at(rare: NDArray[np.uint64], articles: list[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of articles of different units that share several sampled runs."""
    keys, places = rare >> np.uint64(32), (rare & np.uint64(0xFFFFFFFF)).astype(int)
    edges = np.flatnonzero(np.diff(keys)) + 1
    pointers: Counter[tuple[int, int]] = Counter()
    for group in np.split(places, edges):
        if 2 <= len(group) <= _TOO_MANY:
            pointers.update(combinations(group.tolist(), 2))
    for (first, second), count in pointers.items():
        if count >= _POINTERS and articles[first].unit != articles[second].unit:
            yield articles[first], articles[second]


def _compare(one: Article, other: Article, boilerplate: NDArray[np.uint32]) -> tuple[Article, Copy] | None:
    original, copy = sorted((one, other), key=_age)
    mine, theirs = _news_of(copy, boilerplate), _news_of(original, boilerplate)
    short, long = sorted((mine, theirs), key=len)
    shared = np.isin(short, long)
    common = int(shared.sum())
    if common < _ENOUGH_RUNS or common < _ENOUGH_SHARE * len(short):
        return None
    middle = shared[len(shared) // 4 : -(len(shared) // 4) or None]
    if middle.mean() < _ENOUGH_OF_MIDDLE:
        return None
    certain = original.published != copy.published
    return original, Copy(original.id, copy.id, round(float(np.isin(mine, theirs).mean()), 3), certain)


def _news_of(article: Article, boilerplate: NDArray[np.uint32]) -> NDArray[np.uint32]:
    runs = runs_of(article.fingerprint)
    return runs[~np.isin(runs, boilerplate)]


def _age(article: Article) -> tuple[date, float, int]:
    return article.published, article.first_seen, article.id


def _keep_earliest(best: dict[int, tuple[Article, Copy]], found: tuple[Article, Copy] | None) -> None:
    if found is None:
        return
    original, copy = found
    known = best.get(copy.copy)
    if known is None or _age(original) < _age(known[0]):
        best[copy.copy] = (original, copy)
