"""How the simulated platforms count signs: each in its own words, without looking at how the product does it."""

from __future__ import annotations

import re
import unicodedata

import regex

_HOST = r"(?:[a-z0-9][a-z0-9_-]*\.)+(?:com|org|net|id|info|gov|edu|io|co|me|my|sg|tv|be|ly|gl)(?![a-z0-9@-])"
_ADDRESS = re.compile(
    rf"https?://{_HOST}(?::[0-9]+)?(?:/(?:[a-z0-9!*';:=+,.$/%#\[\]_~@|&-]|\([a-z0-9/_.=-]*\))*(?<=[a-z0-9=_#/+)-]))?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*[a-z0-9_&=#/-])?",
    re.IGNORECASE,
)
_NAKED = re.compile(rf"(?<![a-z0-9@./_-]){_HOST}", re.IGNORECASE)


def big_signs(text: str) -> int:
    """Signs as a reader sees them."""
    return sum(1 for _ in regex.finditer(r"\X", text))


def toots(text: str) -> int:
    """Signs as a reader sees them, addresses as 23."""
    return big_signs(_ADDRESS.sub("-" * 23, text))


def threads_signs(text: str) -> int:
    """Signs, where an emoji is as long as its bytes."""
    total = 0
    for found in regex.finditer(r"\X", text):
        sign = found.group()
        emoji = any(ord(point) >= 0x1F000 or unicodedata.category(point) == "So" for point in sign)
        total += len(sign.encode("utf-8")) if emoji else len(sign)
    return total


def tweets(text: str) -> int:
    """Half signs up to U+10FF and for common punctuation, whole ones for the rest, addresses as 23; halved up."""
    text = unicodedata.normalize("NFC", text)
    addresses = 0
    for pattern in (_ADDRESS, _NAKED):
        text, found = pattern.subn("", text)
        addresses += found
    total = 0
    for found_sign in regex.finditer(r"\X", text):
        sign = found_sign.group()
        if regex.search(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3", sign) and not sign.isascii():
            total += 2
            continue
        for point in sign:
            number = ord(point)
            narrow = number <= 0x10FF or 0x2000 <= number <= 0x200D or 0x2010 <= number <= 0x201F
            total += 1 if narrow or 0x2032 <= number <= 0x2037 else 2
    return total + 23 * addresses
