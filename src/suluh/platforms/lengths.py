"""How long a text is by each platform's own way of counting."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import regex

Count = Callable[[str], int]

_ENDINGS = "id|com|net|org|info|gov|edu|int|be|co|gl|io|ly|me|my|sg|tl|to|tv"
LINK = regex.compile(
    rf"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{_ENDINGS})(?![\w.-]*\w)(?::\d+)?"
    r"(?:[/?][\w\-.~:/?#\[\]@!$&'*+,;=%|]*[\w\-/=]|/)?",
    regex.IGNORECASE | regex.ASCII,
)
"""An address that every platform takes for one; what only some take for one counts as the longer of both."""

_ODD = regex.compile(r"https?://\S+|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@])", regex.IGNORECASE | regex.ASCII)
_EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Regional_Indicator}\uFE0F\u20E3]")
_SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that X counts once (twitter-text, configuration 3); all others count twice."""

SHORT_LINK = 23
"""Signs that an address counts on X and Mastodon, however long it is."""


def code_points(text: str) -> int:
    """Signs of Unicode."""
    return len(text)


def graphemes(text: str) -> int:
    """What a reader takes for one sign: a flag or a family of emoji counts once (Bluesky)."""
    return len(regex.findall(r"\X", text))


def utf8_bytes(text: str) -> int:
    """Bytes of UTF-8 (Bluesky's second limit)."""
    return len(text.encode())


def utf16_units(text: str) -> int:
    """Code units of UTF-16: an emoji counts twice (Telegram)."""
    return len(text.encode("utf-16-le")) // 2


def graphemes_with_short_links(text: str) -> int:
    """Graphemes, where each address counts 23 however long it is (Mastodon)."""
    return graphemes(_with_short_links(text))


def emoji_as_bytes(text: str) -> int:
    """Code points, where an emoji counts as many as its bytes of UTF-8 (Threads)."""
    signs = regex.findall(r"\X", text)
    return sum(utf8_bytes(sign) if _EMOJI.search(sign) else len(sign) for sign in signs)


def weighted(text: str) -> int:
    """X: Latin and most other letters once, all else twice, an emoji twice, an address 23."""
    plain = _with_short_links(unicodedata.normalize("NFC", text))
    return sum(_weight(sign) for sign in regex.findall(r"\X", plain))


def _with_short_links(text: str) -> str:
    """Each address as 23 signs; what may be one and is shorter, as 23 too."""
    return _ODD.sub(lambda found: found[0].ljust(SHORT_LINK, "x"), LINK.sub("x" * SHORT_LINK, text))


def _weight(sign: str) -> int:
    if _EMOJI.search(sign):
        return 2
    return sum(1 if any(first <= ord(point) <= last for first, last in _SINGLE) else 2 for point in sign)
