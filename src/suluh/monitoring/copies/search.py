"""Finding copies among many articles: runs that only few share point to pairs, whole sets decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from suluh.monitoring.copies.fingerprint import runs_of

_ENOUGH_SHARE = 0.5
_ENOUGH_RUNS = 30
_OFTEN_IN_ONE_UNIT = 3
_SHARE_OF_UNIT = 0.08
_SMALL = 24
_SAMPLE = 4
_POINTERS = 3
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)

Runs = NDArray[np.uint32]
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

    Runs that one unit uses in three articles or more, and in one of twelve (letterheads, closing lines), do not count;
    the middle half of the shorter text must be shared: heads and feet of press releases alone make no copy.
    Each copy names one original: the earliest text that holds at least half of it.
    """
    fresh = {article.id for article in articles}
    everything = sorted((article for article in (*articles, *known) if article.fingerprint), key=_age)
    if len(everything) < 2:
        return []
    news = _without_boilerplate(everything)
    best: dict[int, tuple[Article, Copy]] = {}
    for first, second in _pointed_at(news, everything):
        one, other = everything[first], everything[second]
        if one.id in fresh or other.id in fresh:
            _keep_earliest(best, _compare((one, news[first]), (other, news[second])))
    return sorted((copy for _, copy in best.values()), key=lambda copy: (copy.original, copy.copy))


def _without_boilerplate(articles: list[Article]) -> list[Runs]:
    """Runs of each article less those that one of the units uses in several articles."""
    each = [runs_of(article.fingerprint) for article in articles]
    runs, sizes = np.concatenate(each).astype(np.uint64), [len(some) for some in each]
    _, which, published = np.unique([a.unit for a in articles], return_inverse=True, return_counts=True)
    often = np.maximum(_OFTEN_IN_ONE_UNIT, _SHARE_OF_UNIT * published)
    units = np.repeat(which.astype(np.uint64), sizes)
    in_unit, times = np.unique((runs << _HALF) | units, return_counts=True)
    enough = often[(in_unit & _LOW).astype(int)]
    boilerplate = np.unique((in_unit[times >= enough] >> _HALF).astype(np.uint32))
    kept = ~np.isin(runs.astype(np.uint32), boilerplate)
    ends = np.cumsum(sizes)[:-1]
    return [some[keep] for some, keep in zip(each, np.split(kept, ends), strict=True)]


def _pointed_at(news: list[Runs], articles: list[Article]) -> Iterator[tuple[int, int]]:
    """Places of articles (oldest first) of different units that share several runs of a sample."""
    runs = np.concatenate(news).astype(np.uint64)
    places = np.repeat(np.arange(len(news), dtype=np.uint64), [len(some) for some in news])
    sample = runs % _SAMPLE == 0
    postings = np.sort((runs[sample] << _HALF) | places[sample])
    edges = np.flatnonzero(np.diff(postings >> _HALF)) + 1
    pointers: Counter[tuple[int, int]] = Counter()
    for group in np.split((postings & _LOW).astype(int), edges):
        if len(group) > 1:
            pointers.update(_pairs(group.tolist()))
    for (first, second), count in pointers.items():
        if count >= _POINTERS and articles[first].unit != articles[second].unit:
            yield first, second


def _pairs(group: list[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a small group; in a large one the oldest with each, and neighbours in age."""
    if len(group) <= _SMALL:
        return combinations(group, 2)
    return [*((group[0], other) for other in group[1:]), *pairwise(group[1:])]


def _compare(older: tuple[Article, Runs], younger: tuple[Article, Runs]) -> tuple[Article, Copy] | None:
    (original, theirs), (copy, mine) = older, younger
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


def _age(article: Article) -> tuple[date, float, int]:
    return article.published, article.first_seen, article.id


def _keep_earliest(best: dict[int, tuple[Article, Copy]], found: tuple[Article, Copy] | None) -> None:
    if found is None:
        return
    original, copy = found
    known = best.get(copy.copy)
    if known is None or _age(original) < _age(known[0]):
        best[copy.copy] = (original, copy)
