"""What TikTok takes by its Content Posting API."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import utf16_units
from suluh.platforms.media_rules import FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Codecs, Duration, Measure, Pixels
from suluh.platforms.text_rules import TextLength

ON = date(2026, 11, 22)
POST = Fact("developers.tiktok.com/doc/content-posting-api-reference-direct-post", ON)
MEDIA = Fact("developers.tiktok.com/doc/content-posting-api-media-transfer-guide", ON, recalled=True)
LENGTH = Fact(
    "creator_info max_video_post_duration_sec is read live; ten minutes is the longest seen", ON, recalled=True
)

RULES = Rules(
    "TikTok",
    (
        MediaCount(POST, most=1, least=1, kind=Kind.VIDEO),
        TextLength(2200, utf16_units, POST),
        Formats(("video/mp4", "video/quicktime"), MEDIA, into=("video/mp4",)),
        FileSize(4 * 1024**3, MEDIA, Kind.VIDEO),
        Pixels(Measure.WIDTH, MEDIA, least=360, most=4096, kind=Kind.VIDEO),
        Pixels(Measure.HEIGHT, MEDIA, least=360, most=4096, kind=Kind.VIDEO),
        Duration(600, LENGTH, least=3),
        Codecs(("h264", "hevc"), ("aac",), MEDIA),
    ),
)
