"""What an instance of Mastodon takes as shipped; an instance may allow more."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import graphemes_with_short_links
from suluh.platforms.media_rules import AltLength, AltNeeded, FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Measure, Pixels
from suluh.platforms.text_rules import TextLength, TextNeeded

ON = date(2026, 11, 22)
STATUS = Fact("docs.joinmastodon.org/user/posting; mastodon/app/validators/status_length_validator.rb", ON)
MEDIA = Fact("docs.joinmastodon.org/user/posting#attachments", ON)
PIXELS = Fact("docs.joinmastodon.org/entities/Instance, image_matrix_limit", ON, recalled=True)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

RULES = Rules(
    "Mastodon",
    (
        TextLength(500, graphemes_with_short_links, STATUS),
        TextNeeded(STATUS),
        MediaCount(MEDIA, most=4),
        Formats(("image/jpeg", "image/png", "image/webp", "image/gif"), MEDIA),
        FileSize(16_000_000, MEDIA, Kind.IMAGE),
        Pixels(Measure.AREA, PIXELS, most=16_777_216, kind=Kind.IMAGE),
        AltNeeded(READERS),
        AltLength(1500, MEDIA),
    ),
)
