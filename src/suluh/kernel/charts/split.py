"""Split bar: one row divided by how many belong to each part; the words stand beside it as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .svg import number, picture


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the row: the class that colours it, and how many it holds."""

    css: str
    value: int


def split_bar(parts: Sequence[Part], *, label: str, width: int = 1300, height: int = 28) -> str:
    """Draw the row. A part that holds anything is at least 6 units wide, so that it can be seen."""
    shown = [part for part in parts if part.value > 0]
    total = sum(part.value for part in shown)
    least = 6.0
    free = width - least * len(shown)
    left = 0.0
    rects = []
    for part in shown:
        wide = least + free * part.value / total
        rects.append(
            f'<rect class="{part.css}" x="{number(left + 1)}" width="{number(wide - 2)}" height="{height}" rx="2"/>'
        )
        left += wide
    return picture(css="split", width=width, height=height, label=label, body="".join(rects))
