"""What Bluesky takes: the lexicons of app.bsky, and blobs of at most a million bytes for pictures."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import graphemes, utf8_bytes
from suluh.platforms.media_rules import AltNeeded, FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.text_rules import TextLength, TextNeeded

ON = date(2026, 11, 22)
POST = Fact("lexicon app.bsky.feed.post; 301 graphemes tried on a real server", ON)
IMAGES = Fact("lexicon app.bsky.embed.images", ON)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

RULES = Rules(
    "Bluesky",
    (
        TextLength(300, graphemes, POST),
        TextLength(3000, utf8_bytes, POST, unit="bita", code="text-bytes"),
        TextNeeded(POST),
        MediaCount(IMAGES, most=4),
        Formats(("image/jpeg", "image/png", "image/webp"), IMAGES),
        FileSize(1_000_000, IMAGES, Kind.IMAGE),
        AltNeeded(READERS),
    ),
)
