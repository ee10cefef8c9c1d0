"""Which item a title, a heading, a menu entry or an address names: longest names win, decoys included."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from suluh.law.items import Item, decoys, hubs, items_for
from suluh.law.kinds import UnitKind

HUB = "hub"
REMEMBERED = 4096
NOTHING: frozenset[str] = frozenset()
"""One for all the texts that name nothing, which are most."""
TOKEN = re.compile(r"[a-z]+|\d+|[,;:/()|+]")
VERB = re.compile(r"(?!direksi|divisi|disposisi|dimensi)(di|me[mnl]?)[a-z]{2,}(kan|i)$")
"""A verb of a headline that no name explains."""
JOINT = "&"
JOINTS = frozenset(("dan", "and", "atau", "or", "serta", "beserta"))
CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")


def _words(key: str) -> frozenset[str]:
    return frozenset(_LISTS[key].split())


_LISTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
STOP = _words("stop")
GENERIC = _words("generic")
NEWSY = _words("newsy")
HEADS = _words("heads")


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]  # it loads thirty languages: only once a page is read

    return snowballstemmer.stemmer("indonesian")


@lru_cache(maxsize=20_000)
def stem(token: str) -> str:
    """Indonesian stem of a folded token; short tokens stay as they are."""
    return str(_stemmer().stemWord(token)) if len(token) > 4 else token


def fold(text: str) -> str:
    """Text in lower case without accents, with joined words set apart."""
    apart = CAMEL.sub(" ", text.replace("&", " dan "))
    return unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().casefold()


def tokens(text: str) -> list[str]:
    """Folded words of a text without stop words."""
    return [word for word in _parts(text) if word != JOINT]


def _parts(text: str) -> list[str]:
    """Folded words without stop words, with a mark where "and", a comma or the like joins two names."""
    parts: list[str] = []
    for word in TOKEN.findall(fold(text)):
        if word in JOINTS or not word.isalnum():
            if parts and parts[-1] != JOINT:
                parts.append(JOINT)
        elif word not in STOP:
            parts.append(word)
    return parts[:-1] if parts and parts[-1] == JOINT else parts


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the vocabulary. `codes` is empty for a decoy; `hint` names only lead towards a page."""

    words: tuple[str, ...]
    codes: frozenset[str]
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """What a text names. `share` is how much of its telling words is explained by names, 0–1."""

    codes: frozenset[str] = frozenset()
    hints: frozenset[str] = frozenset()
    share: float = 0.0
    words: int = 0  # words in names
    newsy: bool = False

    @property
    def firm(self) -> bool:
        """True when the text is a name rather than a sentence that mentions one."""
        return bool(self.codes) and not self.newsy and (self.share >= 0.75 or (self.words >= 2 and self.share > 0.5))

    def only(self, code: str) -> bool:
        """True when it names this one item firmly."""
        return self.firm and code in self.codes


class Vocabulary:
    """Names of the items of one kind of unit, matched longest first with one foreign word allowed inside long ones."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._read_before: dict[tuple[str, frozenset[str]], Naming] = {}
        self.single: dict[str, Name] = {}
        self.long: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        codes: dict[tuple[str, ...], set[str]] = {}
        hints: dict[tuple[str, ...], set[str]] = {}
        for entry in items:
            for text in entry.names:
                codes.setdefault(tuple(tokens(text)), set()).add(entry.code)
            for text in entry.hints:
                hints.setdefault(tuple(tokens(text)), set()).add(entry.code)
        for text in hubs():
            hints.setdefault(tuple(tokens(text)), set()).add(HUB)
        for text in decoys():
            codes.setdefault(tuple(tokens(text)), set())
        for words in codes.keys() | hints.keys():
            self._add(words, codes.get(words), hints.get(words, set()))

    def _add(self, words: tuple[str, ...], codes: set[str] | None, hints: set[str]) -> None:
        if codes is None:
            name = Name(words, frozenset(hints), hint=True)
        else:
            name = Name(words, frozenset(codes) | (hints & {HUB}))
        if len(words) == 1:
            self.single[words[0]] = name
            return
        self.single.setdefault("".join(words), name)
        stems = tuple(stem(word) for word in words)
        self.long.setdefault(stems[0], []).append((stems, name))

    def read(self, text: str, known: frozenset[str] = frozenset()) -> Naming:
        """What a text names; words of the unit's own name (`known`) neither help nor harm. It remembers."""
        key = (text, known)
        found = self._read_before.get(key)
        if found is None:
            if len(self._read_before) >= REMEMBERED:
                self._read_before.clear()
            found = self._read_before[key] = self._read(text, known)
        return found

    def _read(self, text: str, known: frozenset[str]) -> Naming:
        words = _parts(text)
        if not words or len(words) > 40:
            return Naming()
        stems = [stem(word) for word in words]
        used = [False] * len(words)
        codes: set[str] = set()
        hints: set[str] = set()
        start = 0
        explained = 0
        named = False  # whether the part of the text being read has named something: then one word is its attribute
        while start < len(words):
            if used[start]:
                start += 1
                continue
            named = named and words[start] != JOINT
            name, places = self._at(words, stems, start)
            if name is None:
                start += 1
                continue
            for place in places:
                used[place] = True
            explained += 0 if name.hint else len(places)
            if not (codes and words[0] in HEADS) and (len(places) > 1 or not named):
                codes |= set() if name.hint else name.codes
                hints |= name.codes if name.hint else name.codes & {HUB}
                named = named or not name.hint
            start = places[-1] + 1 if places[-1] - places[0] == len(places) - 1 else places[0] + 1
        left = [
            word for word, taken in zip(words, used, strict=True)
            if not taken and word != JOINT and word not in GENERIC and word not in known and not word.isdigit()
        ]  # fmt: skip
        matched = sum(used)
        telling = explained or matched
        share = telling / (telling + len(left)) if telling else 0.0
        newsy = any(word in NEWSY or VERB.match(word) for word in left)
        return Naming(frozenset(codes - {HUB}) or NOTHING, frozenset(hints) or NOTHING, share, explained, newsy)

    def _at(self, words: list[str], stems: list[str], start: int) -> tuple[Name | None, list[int]]:
        """Longest name that begins at a word, and the places of its words."""
        best: tuple[Name | None, list[int]] = (None, [])
        rank = (0, 0)
        for pattern, name in self.long.get(stems[start], ()):
            places = _fit(pattern, stems, start)
            if places and (len(places), -places[-1]) > rank:
                best, rank = (name, places), (len(places), -places[-1])
        if best[0] is None and words[start] in self.single:
            return self.single[words[start]], [start]
        return best


def _fit(pattern: tuple[str, ...], stems: list[str], start: int) -> list[int] | None:
    """Places of a pattern's words in order, with at most one foreign word between them; joints are free."""
    places = [start]
    skipped = 0
    at = start + 1
    for wanted in pattern[1:]:
        while at < len(stems) and stems[at] != wanted:
            skipped += stems[at] != JOINT
            at += 1
            if skipped > 1:
                return None
        if at >= len(stems):
            return None
        places.append(at)
        at += 1
    return places


@cache
def vocabulary(kind: UnitKind) -> Vocabulary:
    """Vocabulary of the items that apply to a kind of unit."""
    return Vocabulary(items_for(kind))
