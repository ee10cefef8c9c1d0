"""What X takes from an account without the paid mark."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import weighted
from suluh.platforms.media_rules import AltLength, AltNeeded, FileSize, Formats, MediaCount, NotMixed
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Codecs, Duration
from suluh.platforms.text_rules import TextLength, TextNeeded

ON = date(2026, 11, 22)
TEXT = Fact("docs.x.com/fundamentals/counting-characters (twitter-text, configuration 3)", ON)
MEDIA = Fact("docs.x.com/x-api/media/quickstart/best-practices", ON, recalled=True)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

RULES = Rules(
    "X",
    (
        TextLength(280, weighted, TEXT),
        TextNeeded(TEXT),
        MediaCount(MEDIA, most=4, kind=Kind.IMAGE),
        MediaCount(MEDIA, most=1, kind=Kind.VIDEO),
        NotMixed(MEDIA),
        Formats(
            ("image/jpeg", "image/png", "image/webp", "video/mp4", "video/quicktime"),
            MEDIA,
            into=("image/jpeg", "video/mp4"),
        ),
        FileSize(5_000_000, MEDIA, Kind.IMAGE),
        FileSize(512_000_000, MEDIA, Kind.VIDEO),
        Duration(140, MEDIA, least=0.5),
        Codecs(("h264",), ("aac",), MEDIA),
        AltNeeded(READERS, Kind.IMAGE),
        AltLength(1000, MEDIA, kind=Kind.IMAGE),
    ),
)
