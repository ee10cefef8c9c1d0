"""A government's own colour: how well it reads, the nearest that does, and the tokens that come of it."""

from __future__ import annotations

import re

PAPER = "#fbfaf6"
WHITE = "#ffffff"
BLACK = "#000000"
LEAST = 4.5
COLOUR = re.compile(r"#[0-9a-f]{6}")


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it."""
    pairs = zip(
        (int(colour[place : place + 2], 16) for place in (1, 3, 5)),
        (int(other[place : place + 2], 16) for place in (1, 3, 5)),
        strict=True,
    )
    return "#" + "".join(f"{round(mine * (1 - share) + yours * share):02x}" for mine, yours in pairs)


def least_contrast(colour: str) -> float:
    """The worse of two ratios: text in the colour on paper, and white on the colour."""
    return min(contrast(colour, PAPER), contrast(colour, WHITE))


def readable(colour: str) -> bool:
    """True for "#rrggbb" in lower case that can be read on paper and under white text, both at 4.5:1."""
    return bool(COLOUR.fullmatch(colour)) and least_contrast(colour) >= LEAST


def nearest_readable(colour: str) -> str:
    """The colour itself, darkened in small steps until it can be read."""
    return next(found for share in range(0, 101, 2) if readable(found := mixed(colour, BLACK, share / 100)))


def stylesheet(colour: str) -> str:
    """CSS that replaces the first block of tokens."""
    return (
        f":root{{--su-primary:{colour};--su-primary-strong:{mixed(colour, BLACK, 0.25)};"
        f"--su-primary-soft:{mixed(colour, WHITE, 0.88)};--su-on-primary:{WHITE}}}\n"
    )
