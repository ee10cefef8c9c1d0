"""Pita nyala: a band of night, one cell a week, lit by how many items were published.

The drawing has one rectangle and one path per step, at most eight elements for a run of unwatched weeks, and takes
its colours from the classes `band n0 n1 n2 n3 n4 nx nx-edge`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from itertools import groupby

from .svg import number, picture
from .weeks import Week

ITEM_STEPS = (1, 2, 4, 7)
"""Least items for the steps 1 to 4; none at all is step 0."""

EDGE = 2.0
GAP = 1.0


def step_of(value: float, steps: Sequence[float] = ITEM_STEPS) -> int:
    """The step, 0 to 4, of one week's value."""
    return bisect_right(steps, value)


def pita(
    weeks: Sequence[Week | float],
    *,
    label: str,
    width: int = 132,
    height: int = 24,
    steps: Sequence[float] = ITEM_STEPS,
    css: str = "pita",
) -> str:
    """Draw the weeks, oldest on the left.

    Args:
        weeks: value a week; None where it was not watched (the band is cut away and dashed there).
        label: what a screen reader says instead of the picture.
        width: px; the picture stretches sideways when CSS asks for it.
        height: px.
        steps: least values of the steps 1 to 4.
        css: classes of the picture.
    """
    cells: list[list[str]] = [[] for _ in range(len(steps) + 1)]
    for value, cell in zip(weeks, _cells(len(weeks), width, height), strict=True):
        if value is not None:
            cells[bisect_right(steps, value)].append(cell)
    paths = "".join(f'<path class="n{step}" d="{"".join(lit)}"/>' for step, lit in enumerate(cells) if lit)
    band = f'<rect class="band" width="{width}" height="{height}" rx="3"/>'
    body = band + paths + _unwatched(weeks, _pitch(len(weeks), width), height)
    return picture(css=css, width=width, height=height, label=label, body=body)


def _pitch(weeks: int, width: int) -> float:
    return (width - 2 * EDGE) / max(weeks, 1)


@lru_cache(maxsize=64)
def _cells(weeks: int, width: int, height: int) -> tuple[str, ...]:
    """A cell for each week; the rows of a list share them."""
    pitch = _pitch(weeks, width)
    wide = number(pitch - GAP)
    lefts = (number(EDGE + GAP / 2 + place * pitch) for place in range(weeks))
    return tuple(f"M{left} 2h{wide}v{height - 4}h-{wide}z" for left in lefts)


def _unwatched(weeks: Sequence[Week | float], pitch: float, height: int) -> str:
    """Where nobody watched, one path cuts the band away and one draws the dashed edge of each run."""
    if None not in weeks:
        return ""
    holes, edges = [], []
    place = 0
    for missing, run in groupby(weeks, key=lambda value: value is None):
        length = sum(1 for _ in run)
        if missing:
            left, wide = EDGE + place * pitch, length * pitch
            left, wide = (0.0, wide + EDGE) if place == 0 else (left, wide)
            wide += EDGE if place + length == len(weeks) else 0
            holes.append(f"M{number(left)} -1h{number(wide)}v{height + 2}h-{number(wide)}z")
            edges.append(f"M{number(left + 1)} .5h{number(wide - 2)}v{height - 1}h-{number(wide - 2)}z")
        place += length
    return f'<path class="nx" d="{"".join(holes)}"/><path class="nx-edge" d="{"".join(edges)}"/>'


def axis(names: Sequence[str], *, end: str = "", height: int = 18) -> str:
    """Words under a pita, one entry a week, empty where nothing is written; `end` stands at the right edge.

    The text stands at percent positions, so it keeps its size while the pita stretches.
    """
    width = 100 / max(len(names), 1)
    texts = [
        f'<text x="{number(place * width)}%" y="14">{escape(name)}</text>' for place, name in enumerate(names) if name
    ]
    if end:
        texts.append(f'<text x="100%" y="14" text-anchor="end">{escape(end)}</text>')
    return f'<svg class="axis wide" width="100%" height="{height}" aria-hidden="true">{"".join(texts)}</svg>'
