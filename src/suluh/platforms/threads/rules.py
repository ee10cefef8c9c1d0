"""What a Threads account takes through its interface."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import emoji_as_bytes
from suluh.platforms.media_rules import AltLength, AltNeeded, FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Codecs, Duration, Measure, Pixels, Ratio
from suluh.platforms.text_rules import Marked, MostMarked, TextLength, TextNeeded

ON = date(2026, 11, 22)
INTO = ("image/jpeg", "video/mp4")
POSTS = Fact("developers.facebook.com/docs/threads/posts", ON)
OVERVIEW = Fact("developers.facebook.com/docs/threads/overview", ON)
CAROUSEL = Fact("the strictest of two public readings, 10 and 20", ON, recalled=True, ours=True)
LINKS = Fact("developers.facebook.com/docs/threads/posts, links", ON, recalled=True)
ALT = Fact("developers.facebook.com/docs/threads/posts/accessibility", ON)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

RULES = Rules(
    "Threads",
    (
        TextLength(500, emoji_as_bytes, OVERVIEW),
        TextNeeded(POSTS),
        MostMarked(Marked.LINKS, 5, LINKS),
        MediaCount(CAROUSEL, most=10),
        Formats(("image/jpeg", "image/png", "video/mp4", "video/quicktime"), OVERVIEW, into=INTO),
        FileSize(8_000_000, OVERVIEW, Kind.IMAGE),
        Ratio((1, 10), (10, 1), OVERVIEW, Kind.IMAGE),
        FileSize(1_000_000_000, OVERVIEW, Kind.VIDEO),
        Duration(300.0, OVERVIEW),
        Codecs(("h264", "hevc"), ("aac",), OVERVIEW),
        Pixels(Measure.WIDTH, OVERVIEW, most=1920, kind=Kind.VIDEO),
        AltNeeded(READERS, Kind.IMAGE),
        AltLength(1000, ALT, kind=Kind.IMAGE),
    ),
    fetches=(Kind.IMAGE, Kind.VIDEO),
)
