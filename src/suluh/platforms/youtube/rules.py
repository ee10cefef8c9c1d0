"""What YouTube takes from an office's channel."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import code_points, utf8_bytes
from suluh.platforms.media_rules import FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Duration
from suluh.platforms.text_rules import SignsNot, TextLength, TitleLength, TitleNeeded

ON = date(2026, 11, 22)
SNIPPET = Fact("developers.google.com/youtube/v3/docs/videos#snippet", ON)
SIZE = Fact("youtube v3 discovery document, revision 20261104, maxSize", ON)
LENGTH = Fact("support.google.com/youtube/answer/71673: 12 hours with a verified account", ON, recalled=True)
FORMATS = Fact("support.google.com/youtube/troubleshooter/2888402", ON, recalled=True)

RULES = Rules(
    "YouTube",
    (
        MediaCount(SNIPPET, most=1, least=1, kind=Kind.VIDEO),
        TitleNeeded(SNIPPET),
        TitleLength(100, SNIPPET, code_points),
        TextLength(5000, utf8_bytes, SNIPPET, unit="bita"),
        SignsNot("<>", SNIPPET),
        Formats(("video/mp4", "video/quicktime", "video/webm"), FORMATS, into=("video/mp4",)),
        FileSize(256 * 1024**3, SIZE, Kind.VIDEO),
        Duration(12 * 3600, LENGTH),
    ),
)
