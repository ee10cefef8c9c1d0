"""What a professional Instagram account takes through the interface for publishing."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import utf16_units
from suluh.platforms.media_rules import AltLength, AltNeeded, FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Codecs, Duration, Measure, Pixels, Ratio
from suluh.platforms.text_rules import Marked, MostMarked, TextLength

ON = date(2026, 11, 22)
INTO = ("image/jpeg", "video/mp4")
PUBLISHING = Fact("developers.facebook.com/docs/instagram-platform/content-publishing", ON)
MEDIA = Fact("developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media", ON)
ALT = Fact("the same page, alt_text", ON, recalled=True)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

# the page says "characters"; units of UTF-16 are the strictest way to read that
RULES = Rules(
    "Instagram",
    (
        TextLength(2200, utf16_units, MEDIA),
        MostMarked(Marked.TAGS, 30, MEDIA),
        MostMarked(Marked.NAMES, 20, MEDIA),
        MediaCount(PUBLISHING, most=10, least=1),
        Formats(("image/jpeg", "video/mp4", "video/quicktime"), PUBLISHING, into=INTO),
        FileSize(8_000_000, MEDIA, Kind.IMAGE),
        Ratio((4, 5), (191, 100), MEDIA, Kind.IMAGE),
        FileSize(300_000_000, MEDIA, Kind.VIDEO),
        Duration(900.0, MEDIA, least=3.0),
        Codecs(("h264", "hevc"), ("aac",), MEDIA),
        Pixels(Measure.WIDTH, MEDIA, most=1920, kind=Kind.VIDEO),
        Ratio((1, 100), (10, 1), MEDIA, Kind.VIDEO),
        AltNeeded(READERS, Kind.IMAGE),
        AltLength(1000, ALT, kind=Kind.IMAGE),
    ),
    fetches=(Kind.IMAGE, Kind.VIDEO),
)
