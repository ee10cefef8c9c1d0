"""What a channel takes through Telegram's Bot API."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import utf16_units
from suluh.platforms.media_rules import FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Measure, Pixels, Ratio
from suluh.platforms.text_rules import TextLength, TextNeeded, When

ON = date(2026, 11, 22)
MESSAGE = Fact("core.telegram.org/bots/api#sendmessage", ON)
PHOTO = Fact("core.telegram.org/bots/api#sendphoto", ON)
ALBUM = Fact("core.telegram.org/bots/api#sendmediagroup", ON)

RULES = Rules(
    "Telegram",
    (
        TextLength(4096, utf16_units, MESSAGE, when=When.WITHOUT_MEDIA),
        TextLength(1024, utf16_units, PHOTO, when=When.WITH_MEDIA, code="caption-long"),
        TextNeeded(MESSAGE),
        MediaCount(ALBUM, most=10),
        Formats(("image/jpeg", "image/png"), PHOTO),
        FileSize(10_000_000, PHOTO, Kind.IMAGE),
        Pixels(Measure.SUM, PHOTO, most=10_000, kind=Kind.IMAGE),
        Ratio((1, 20), (20, 1), PHOTO, Kind.IMAGE),
    ),
)
