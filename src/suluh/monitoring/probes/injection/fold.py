"""Spelling made plain: what a reader sees, whatever alphabet, digit or spacing a spammer wrote it in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0f\ufeff")
)

_CYRILLIC = dict(zip("асеорхуіјѕԁһӏкмтвнгпилбязѡɡѵ", "aceopxyijsdhlkmtbhrnunbrzwgv", strict=True))
_GREEK = dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True))
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_LOOKALIKE = str.maketrans(_CYRILLIC | _GREEK | _SMALL_CAPITALS | {"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
_LEET = tuple(str.maketrans("0134578@$!", letters) for letters in ("oieastbasi", "oleastbasl"))

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[a-z0-9]+")
_SIGN_INSIDE = re.compile(r"(?<=[a-z])[@$!](?=[a-z])")
_SPACED = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ .\-_*|~+]{1,2}[a-z0-9]){3,}(?![a-z0-9])")
_GAPS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Words as a reader understands them, and words as a machine reads them without help."""

    words: tuple[str, ...]
    plain: frozenset[str]
    joined: tuple[str, ...]  # runs of single letters written apart, put together


def latin(text: str) -> str:
    """Lower-case text with look-alike letters, ornaments, accents and invisible characters made plain Latin."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_plain_run, text).lower()


def _plain_run(run: re.Match[str]) -> str:
    flat = unicodedata.normalize("NFKD", run.group().translate(_INVISIBLE)).lower()
    return "".join(letter for letter in flat if not unicodedata.combining(letter)).translate(_LOOKALIKE)


def unleet(word: str) -> tuple[str, ...]:
    """Readings of the word with digits and signs as the letters they stand for: `s10t` → `siot`, `slot`."""
    return tuple(word.translate(table) for table in _LEET)


def fold(text: str) -> Folded:
    """Split into plain words; `plain` holds those that stood there without disguise."""
    seen = _SIGN_INSIDE.sub(lambda sign: unleet(sign.group())[0], latin(text))
    joined = tuple(_GAPS.sub("", run) for run in _SPACED.findall(seen))
    plain = frozenset(_WORD.findall(text.lower()))
    return Folded(tuple(_WORD.findall(seen)), plain, joined)


def mixed_alphabets(text: str) -> list[str]:
    """Words that mix Latin with Cyrillic or Greek letters, or carry invisible characters between letters."""
    if text.isascii():
        return []
    return [word for word in text.split() if _mixes(word)]


def _mixes(word: str) -> bool:
    if word.isascii():
        return False
    alphabets = {_alphabet(letter) for letter in word if letter.isalpha()}
    return len(alphabets & {"LATIN", "CYRILLIC", "GREEK"}) > 1 or any(
        ord(letter) in _INVISIBLE for letter in word[1:-1]
    )


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]
