"""What a Facebook page takes through the Graph interface."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import code_points
from suluh.platforms.media_rules import AltNeeded, FileSize, Formats, MediaCount, NotMixed
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.shape_rules import Duration
from suluh.platforms.text_rules import TextLength, TextNeeded

ON = date(2026, 11, 22)
INTO = ("image/jpeg", "video/mp4")
POST = Fact("developers.facebook.com/docs/pages-api/posts", ON)
PHOTO = Fact("developers.facebook.com/docs/graph-api/reference/page/photos", ON, recalled=True)
VIDEO = Fact("developers.facebook.com/docs/graph-api/reference/page/videos, one upload", ON, recalled=True)
MIX = Fact("reports of publishers whose posts with photo and video failed", ON)
READERS = Fact("WCAG 2.2, 1.1.1: pictures say what they show", ON, ours=True)

RULES = Rules(
    "Facebook",
    (
        TextLength(63_206, code_points, POST),
        TextNeeded(POST),
        MediaCount(POST, most=10),
        MediaCount(POST, most=1, kind=Kind.VIDEO),
        NotMixed(MIX),
        Formats(("image/jpeg", "image/png", "video/mp4", "video/quicktime"), PHOTO, into=INTO),
        FileSize(4_000_000, PHOTO, Kind.IMAGE),
        FileSize(1_000_000_000, VIDEO, Kind.VIDEO),
        Duration(1200.0, VIDEO, least=1.0),
        AltNeeded(READERS, Kind.IMAGE),
    ),
    fetches=(Kind.VIDEO,),
)
