"""What the simulated platforms refuse, written down from the platforms' own pages and knowing nothing of the product.

The product has a table of its own (`suluh.platforms.*.rules`); only because the two were written apart does it mean
something that a post which passed the one is never refused by the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .counting import big_signs, threads_signs, toots, tweets
from .footage import Footage, seen_in

MEGA = 1_000_000
STILLS = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
CLIPS = frozenset({"video/mp4", "video/quicktime"})


@dataclass(frozen=True)
class Limit:
    """One platform's limits. Ratios are width divided by height; None is no limit."""

    text: tuple[tuple[Callable[[str], int], int], ...]
    files: int
    takes: frozenset[str]
    picture_bytes: float = float("inf")
    clip_bytes: float = float("inf")
    picture_ratio: tuple[float, float] | None = None
    clip_ratio: tuple[float, float] | None = None
    clip_seconds: tuple[float, float] = (0.0, float("inf"))
    clip_width: int | None = None
    clip_codecs: frozenset[str] | None = None
    side_sum: int | None = None
    area: int | None = None
    caption: int | None = None
    needs_file: bool = False
    needs_title: bool = False
    title: int | None = None
    signs: str = ""
    clip_sides: tuple[int, int] | None = None
    mixes: bool = True
    clips: int = 99
    tags: int | None = None
    names: int | None = None
    links: int | None = None
    alt: int | None = None


LIMITS = {
    "wordpress": Limit(text=(), files=99, takes=STILLS, picture_bytes=8.3 * MEGA, needs_title=True),
    "bluesky": Limit(
        text=((big_signs, 300), (lambda text: len(text.encode("utf-8")), 3000)),
        files=4,
        takes=STILLS,
        picture_bytes=1 * MEGA,
    ),
    "mastodon": Limit(
        text=((toots, 500),), files=4, takes=STILLS, picture_bytes=16.7 * MEGA, area=16_777_216, alt=1500
    ),
    "telegram": Limit(
        text=((lambda text: len(text.encode("utf-16-be")) // 2, 4096),),
        caption=1024,
        files=10,
        takes=frozenset({"image/jpeg", "image/png"}),
        picture_bytes=10.4 * MEGA,
        side_sum=10_000,
        picture_ratio=(0.05, 20.0),
    ),
    "facebook": Limit(
        text=((len, 63_206),),
        files=10,
        takes=frozenset({"image/jpeg", "image/png"}) | CLIPS,
        picture_bytes=4 * MEGA,
        clip_bytes=1000 * MEGA,
        clip_seconds=(1.0, 1200.0),
        mixes=False,
        clips=1,
    ),
    "instagram": Limit(
        text=((len, 2200),),
        files=10,
        needs_file=True,
        takes=frozenset({"image/jpeg"}) | CLIPS,
        picture_bytes=8 * 1024 * 1024,
        picture_ratio=(0.8, 1.911),
        clip_bytes=300 * MEGA,
        clip_seconds=(3.0, 900.0),
        clip_width=1920,
        clip_ratio=(0.01, 10.0),
        clip_codecs=frozenset({"h264", "hevc", "aac"}),
        tags=30,
        names=20,
        alt=1000,
    ),
    "threads": Limit(
        text=((threads_signs, 500),),
        files=20,
        takes=frozenset({"image/jpeg", "image/png"}) | CLIPS,
        picture_bytes=8 * 1024 * 1024,
        picture_ratio=(0.1, 10.0),
        clip_bytes=1000 * MEGA,
        clip_seconds=(0.1, 300.0),
        clip_width=1920,
        clip_codecs=frozenset({"h264", "hevc", "aac"}),
        links=5,
        alt=1000,
    ),
    "x": Limit(
        text=((tweets, 280),),
        files=4,
        takes=STILLS | CLIPS,
        picture_bytes=5 * MEGA,
        clip_bytes=512 * MEGA,
        clip_seconds=(0.5, 140.0),
        clip_codecs=frozenset({"h264", "aac"}),
        mixes=False,
        clips=1,
        alt=1000,
    ),
    "youtube": Limit(
        text=((lambda text: len(text.encode("utf-8")), 5000),),
        files=1,
        takes=CLIPS | {"video/webm"},
        clip_bytes=256 * 1024**3,
        clip_seconds=(0.0, 43_200.0),
        needs_file=True,
        needs_title=True,
        title=100,
        signs="<>",
    ),
    "tiktok": Limit(
        text=((lambda text: len(text.encode("utf-16-be")) // 2, 2200),),
        files=1,
        takes=CLIPS,
        clip_bytes=4 * 1024**3,
        clip_seconds=(3.0, 600.0),
        clip_sides=(360, 4096),
        clip_codecs=frozenset({"h264", "hevc", "aac"}),
        needs_file=True,
    ),
}


def refused_file(platform: str, mime: str, content: bytes, alt: str = "", size: int = 0) -> str:
    """Why the platform refuses a file; "" when it takes it. `content` may be the head of one of `size` bytes."""
    limit, footage = LIMITS[platform], seen_in(content)
    if mime not in limit.takes:
        return "unsupported format"
    if limit.alt is not None and len(alt) > limit.alt:
        return "alternative text is too long"
    size = size or len(content)
    return _refused_clip(limit, footage, size) if mime.startswith("video/") else _refused_picture(limit, footage, size)


def refused_post(platform: str, text: str, mimes: list[str], title: str = "") -> str:
    """Why the platform refuses a post; "" when it takes it."""
    limit = LIMITS[platform]
    clips = sum(mime.startswith("video/") for mime in mimes)
    if limit.needs_title and not title.strip():
        return "title is empty"
    if limit.title is not None and len(title) > limit.title:
        return "title is too long"
    if any(sign in title + text for sign in limit.signs):
        return "invalid character"
    if not text.strip() and not mimes:
        return "text is empty"
    if limit.needs_file and not mimes:
        return "media is missing"
    if len(mimes) > limit.files or clips > limit.clips or (clips and clips < len(mimes) and not limit.mixes):
        return "media do not go together"
    for count, most in limit.text:
        if count(text) > (limit.caption if mimes and limit.caption else most):
            return "text is too long"
    return _refused_marks(limit, text)


def _refused_marks(limit: Limit, text: str) -> str:
    words = [word.strip("()[]\"'.,;:!?") for word in text.split()]
    if limit.tags is not None and sum(word.startswith("#") and len(word) > 1 for word in words) > limit.tags:
        return "too many hashtags"
    if limit.names is not None and sum(word.startswith("@") and len(word) > 1 for word in words) > limit.names:
        return "too many mentions"
    if limit.links is not None and len({word for word in words if word.startswith("http")}) > limit.links:
        return "too many links"
    return ""


def _refused_picture(limit: Limit, footage: Footage, size: int) -> str:
    if size > limit.picture_bytes:
        return "picture is too large"
    if limit.side_sum is not None and footage.width + footage.height > limit.side_sum:
        return "picture has invalid dimensions"
    if limit.area is not None and footage.width * footage.height > limit.area:
        return "picture has too many pixels"
    return "" if _between(limit.picture_ratio, footage) else "aspect ratio is not supported"


def _refused_clip(limit: Limit, footage: Footage, size: int) -> str:
    shortest, longest = limit.clip_seconds
    if size > limit.clip_bytes:
        return "video is too large"
    if not shortest <= footage.seconds <= longest:
        return "video duration is not supported"
    if limit.clip_codecs is not None and {footage.video, footage.sound} - {""} - limit.clip_codecs:
        return "video codec is not supported"
    sides = limit.clip_sides
    if sides is not None and not (
        sides[0] <= min(footage.width, footage.height) <= max(footage.width, footage.height) <= sides[1]
    ):
        return "video has unsupported dimensions"
    if limit.clip_width is not None and footage.width > limit.clip_width:
        return "video is too wide"
    return "" if _between(limit.clip_ratio, footage) else "aspect ratio is not supported"


def _between(bounds: tuple[float, float] | None, footage: Footage) -> bool:
    if bounds is None:
        return True
    return footage.height > 0 and bounds[0] <= footage.width / footage.height <= bounds[1]
