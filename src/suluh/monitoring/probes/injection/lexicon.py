"""What a short text sells, names or warns of: gambling terms weighed against words of news, complaint and study."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from suluh.monitoring.probes.injection.affix import forms
from suluh.monitoring.probes.injection.coined import coined, is_numbered
from suluh.monitoring.probes.injection.data import alternatives, words
from suluh.monitoring.probes.injection.fold import fold, latin
from suluh.monitoring.probes.injection.reading import Reading, note_named_door
from suluh.monitoring.probes.injection.terms import Term, terms, undisguise, words_of

_SURE_STEMS = frozenset(words("sure_stems"))
_NEGATIONS = frozenset(("anti", "bebas", "tanpa", "tidak", "no", "non", "gak", "ga", "nggak", "bukan"))
_NEVER_NEGATED = frozenset(("bebas judi", "bebas judol", "tanpa judi", "anti judi", "anti judol"))
_TOPICS = frozenset(("judi", "togel", "taruhan", "casino", "kasino", "betting", "lotre", "lottery"))
_TALK = frozenset(("situs", "bandar", "online", "agen", "slot", "main", "bermain", "permainan", "game", "akun"))
_LOGIN = frozenset(words("log_in_words"))
_HINT = re.compile(alternatives("hints"))
_TOKEN = re.compile(r"[a-z0-9$@!]+")
_SPACED_OUT = 6
_REACH = 3
_SHORT = 300
"""Characters of a title, menu entry or description; such are met again, whole pages hardly ever."""


def read(text: str) -> Reading:
    """Find every term in a text of any length. The reading is shared: copy it before you change it."""
    return _remembered(text) if len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> Reading:
    return _read(text)


def _read(text: str) -> Reading:
    folded = fold(text)
    words = [undisguise(word) for word in folded.words] + [piece for run in folded.joined for piece in _pieces(run)]
    reading = Reading(words=len(words))
    roles: list[str] = [""] * len(words)
    for start, term in _matches(words):
        for at in range(start, start + len(term.words)):
            roles[at] = term.role
        _note(reading, term, words, start)
    _coin(reading, words, roles)
    _warn(reading, words)
    _pair(reading, words)
    _name_and_login(reading, words)
    reading.disguised = _disguised(reading, words, folded.plain)
    return reading


def hints(text: str) -> int:
    """Words that could belong to gambling, counted cheaply; a run of single letters counts as one."""
    counts = Counter(_TOKEN.findall(text.lower() if text.isascii() else latin(text)))
    single = sum(count for token, count in counts.items() if len(token) == 1)
    found = sum(count for token, count in counts.items() if _is_hint(token))
    return found + (single >= _SPACED_OUT or single * 2 > counts.total())


@lru_cache(maxsize=20_000)
def _is_hint(token: str) -> bool:
    return bool(_HINT.search(token))


def _pieces(run: str) -> list[str]:
    """Known stems inside a run of letters that stood apart."""
    return [stem for stem in _SURE_STEMS if stem in run]


def _matches(words: list[str]) -> Iterator[tuple[int, Term]]:
    """Longest entries from left to right; the look-alikes of daily life are taken out first."""
    table = terms()
    heads = [at for at, word in enumerate(words) if word in table]
    for at in heads:
        for term in table.get(words[at], ()):
            if term.role == "benign" and tuple(words[at : at + len(term.words)]) == term.words:
                words[at : at + len(term.words)] = [""] * len(term.words)
                break
    free = 0
    for at in heads:
        if at < free:
            continue
        for term in table.get(words[at], ()):
            size = len(term.words)
            if term.role != "benign" and (size == 1 or tuple(words[at : at + size]) == term.words):
                yield at, term
                free = at + size
                if size > 1:
                    break


def _note(reading: Reading, term: Term, words: list[str], start: int) -> None:
    if term.role in ("strong_guard", "weak_guard"):
        negated = start and words[start - 1] in _NEGATIONS and term.phrase not in _NEVER_NEGATED
        if not negated:
            getattr(reading, term.role).append(term.phrase)
    elif term.role in ("promo", "topic", "other", "soft"):
        getattr(reading, term.role)[term.phrase] = term.weight


@cache
def _warnings() -> frozenset[str]:
    return forms(words("guard_roots"))


def _warn(reading: Reading, words: list[str]) -> None:
    """Enforcement, complaint and prevention in any form of their roots, unless negated: `anti blokir`."""
    for at, word in enumerate(words):
        if word in _warnings() and not (at and words[at - 1] in _NEGATIONS):
            reading.strong_guard.append(word)


def _coin(reading: Reading, words: list[str], roles: list[str]) -> None:
    for word, role in zip(words, roles, strict=True):
        if not role and word and (term := coined(word)):
            _note(reading, term, words, 0)


def _pair(reading: Reading, words: list[str]) -> None:
    """Products of gambling beside words that sell: `slot … terpercaya`, `agen … poker`, `zeus … slot`."""
    products = words_of("product")
    for at in [at for at, word in enumerate(words) if word in products]:
        for near in range(max(0, at - _REACH), min(len(words), at + _REACH + 1)):
            one, other = sorted((words[at], words[near]))
            weight = _weight_beside(words[at], words[near]) if one != other else 0.0
            if weight and f"{one} {other}" not in reading.promo and f"{other} {one}" not in reading.promo:
                key = f"{one} + {other}"
                reading.promo[key] = max(weight, reading.promo.get(key, 0.0))


def _name_and_login(reading: Reading, words: list[str]) -> None:
    """A numbered name beside words of a log-in page: `bima77 … login`; alone it may be anything."""
    reading.names = {word for word in words if word in reading.soft and is_numbered(word)}
    reading.doors = {word for word in words if word in _LOGIN}
    note_named_door(reading)


def _weight_beside(product: str, near: str) -> float:
    if product in _TOPICS and near in _TALK:
        return 0.3
    if near in words_of("product"):
        return 1.0 if {product, near} & _SURE_STEMS and not {product, near} & _TOPICS else 0.0
    weight = words_of("sell").get(near) or words_of("sell_weak").get(near, 0.0)
    return weight * (1.0 if product in _SURE_STEMS else 0.6)


def _disguised(reading: Reading, words: list[str], plain: frozenset[str]) -> list[str]:
    """Terms of gambling that were only found after undoing a disguise."""
    counted = {part for phrase in (*reading.promo, *reading.topic, *reading.other) for part in phrase.split()}
    return sorted({word for word in words if word in counted and word not in plain and len(word) > 2})
