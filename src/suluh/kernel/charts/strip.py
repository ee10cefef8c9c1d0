"""Strip with dot: where one unit stands among its kind; grey band = middle half, tick = median."""

from __future__ import annotations

from dataclasses import dataclass

from .svg import number, picture


@dataclass(frozen=True, slots=True)
class Group:
    """How the units of one kind are spread: least, first quarter, median, third quarter, most."""

    least: float
    first: float
    median: float
    third: float
    most: float


def strip(value: float | None, group: Group, *, label: str, width: int = 200, height: int = 20) -> str:
    """Draw the strip; without a value only the group is drawn."""
    span = (group.most - group.least) or 1
    middle = height / 2

    def at(point: float) -> float:
        return 8 + (width - 16) * min(max((point - group.least) / span, 0), 1)

    left, wide = at(group.first), max(at(group.third) - at(group.first), 2)
    body = [
        f'<path class="line" d="M8 {number(middle)}h{width - 16}"/>',
        f'<rect class="half" x="{number(left)}" y="{number(middle - 4)}" width="{number(wide)}" height="8" rx="2"/>',
        f'<path class="median" d="M{number(at(group.median))} 3v{height - 6}"/>',
    ]
    if value is not None:
        body.append(f'<circle class="dot" cx="{number(at(value))}" cy="{number(middle)}" r="5.5"/>')
    return picture(css="strip", width=width, height=height, label=label, body="".join(body), stretch=False)
