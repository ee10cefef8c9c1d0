"""How a medium is made to fit a platform: which part is kept, how large it may be. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from suluh.kernel.pictures import Crop
from suluh.platforms.values import Rendition

WHOLE = 1600
"""Longest side in pixels where the platform asks for no less."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What the studio is asked for: a part of some shape or the whole, bytes (0 for any), longest side in pixels."""

    crop: Crop | None
    within: int
    side: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a picture that is kept, in its own pixels."""

    left: int
    top: int
    width: int
    height: int


def fit_for(wish: Rendition, *, width: int, height: int, across: float, down: float) -> Fit:
    """What a medium of this size needs; `across` and `down` say where its focus lies, from 0 to 1."""
    crop = Crop(*wish.ratio, across, down) if wish.ratio else None
    kept = frame_of(width, height, wish.ratio, across, down)
    bounds = [1.0]
    bounds += [wish.most_width / kept.width] if wish.most_width else []
    bounds += [wish.most_height / kept.height] if wish.most_height else []
    bounds += [sqrt(wish.most_area / (kept.width * kept.height))] if wish.most_area else []
    side = WHOLE if min(bounds) >= 1 else int(max(kept.width, kept.height) * min(bounds))
    return Fit(crop, wish.most_bytes, side)


def frame_of(width: int, height: int, ratio: tuple[int, int] | None, across: float, down: float) -> Frame:
    """The largest part of a ratio, its middle as near the focus as the edges allow; the whole without a ratio."""
    if ratio is None:
        return Frame(0, 0, width, height)
    wide, high = ratio
    kept_width, kept_height = min(width, height * wide // high), min(height, width * high // wide)
    left = min(max(round(width * across - kept_width / 2), 0), width - kept_width)
    top = min(max(round(height * down - kept_height / 2), 0), height - kept_height)
    return Frame(left, top, kept_width, kept_height)
