"""Doing to a post what the remedies of its breaches say, on made media: as the studio would, without a pixel drawn."""

from __future__ import annotations

from dataclasses import replace

from bench.drafts import film, still
from suluh.demo.platforms.footage import Footage
from suluh.platforms.rules import Rules, renditions
from suluh.platforms.values import Breach, Deed, Medium, Post, Rendition

ROUNDS = 3
"""What one change brings about, such as a width after a crop, the next one mends."""


def mended(post: Post, rules: Rules) -> Post:
    """The post after everything was done that a machine can do."""
    for _ in range(ROUNDS):
        breaches = rules.breaches(post)
        if not any(breach.remedy for breach in breaches):
            return post
        wanted = renditions(breaches)
        media = [_anew(medium, wanted[at]) if at in wanted else medium for at, medium in enumerate(post.media)]
        post = rules.shortened(replace(post, media=tuple(media[: _kept(breaches)])))
    return post


def _kept(breaches: list[Breach]) -> int | None:
    return min((one.remedy.keep for one in breaches if one.remedy and one.remedy.deed is Deed.DROP), default=None)


def _anew(medium: Medium, wanted: Rendition) -> Medium:
    width, height = _sides(medium, wanted)
    size = min(medium.size, wanted.most_bytes) if wanted.most_bytes else medium.size
    if medium.mime.startswith("video/"):
        seconds = min(medium.seconds, wanted.seconds or medium.seconds)
        footage = Footage(width, height, seconds, wanted.video or medium.video, wanted.sound or medium.sound)
        return film(footage, wanted.mime or medium.mime, size)
    return still(wanted.mime or medium.mime, width, height, size, medium.alt)


def _sides(medium: Medium, wanted: Rendition) -> tuple[int, int]:
    width, height = medium.width, medium.height
    if wanted.ratio is not None:
        wide, high = wanted.ratio
        width, height = min(width, height * wide // high), min(height, width * high // wide)
    shrink = min(
        1.0,
        (wanted.most_width or width) / width,
        (wanted.most_height or height) / height,
        ((wanted.most_area or width * height) / (width * height)) ** 0.5,
    )
    return max(1, int(width * shrink)), max(1, int(height * shrink))
