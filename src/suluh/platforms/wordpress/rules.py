"""What a site of WordPress takes; each host may allow less."""

from __future__ import annotations

from datetime import date

from suluh.platforms.kinds import Kind
from suluh.platforms.media_rules import FileSize, Formats, MediaCount
from suluh.platforms.rules import Fact, Rules
from suluh.platforms.text_rules import TextNeeded, TitleLength, TitleNeeded

ON = date(2026, 11, 22)
EDITOR = Fact("developer.wordpress.org/rest-api/reference/posts", ON)
UPLOADS = Fact("wordpress.org/documentation/article/accepted-file-types", ON)
PHP = Fact("php.net/manual/ini.core.php, post_max_size as shipped; a host may set less", ON)
COLUMN = Fact("the site's own lists, which cut longer titles", ON, ours=True)

RULES = Rules(
    "WordPress",
    (
        TitleNeeded(EDITOR),
        TitleLength(200, COLUMN),
        TextNeeded(EDITOR, media_do=False),
        MediaCount(COLUMN, most=20),
        Formats(("image/jpeg", "image/png", "image/webp", "image/gif"), UPLOADS),
        FileSize(8_000_000, PHP, Kind.IMAGE),
    ),
    words=lambda post: post.text,
)
