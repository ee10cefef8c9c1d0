"""What a short text sells, names or warns of: gambling terms weighed against words of news, complaint and study."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from suluh.monitoring.probes.injection.data import alternatives, word_list, words
from suluh.monitoring.probes.injection.fold import fold, unleet

_LUCKY = alternatives("lucky_numbers")
_BRAND = re.compile(rf"(?=.*(?:{alternatives('brand_stems')}))[a-z]{{2,16}}(?:{_LUCKY})(?:slot|bet|d)?")
_NUMBERED = re.compile(rf"[a-z]{{4,12}}(?:{_LUCKY})")
_COMPOUND = re.compile(
    r"[a-z0-9]{2,14}(?:slot|togel|gacor|casino|kasino|poker|maxwin|toto|sbobet|bet|4d|qq)"
    r"|(?:slot|togel|gacor|judi|casino|kasino|poker|maxwin|toto|rtp|bandar|sbobet|mpo|idn)[a-z0-9]{3,14}"
)
_COMMON = re.compile(alternatives("ordinary_words"))
_SCHOOLISH = re.compile(rf"(?:{alternatives('numbered_words')})\d+.*")
_SURE_STEMS = frozenset(words("sure_stems"))
_NEGATIONS = frozenset(("anti", "bebas", "tanpa", "tidak", "no", "non", "gak", "ga", "nggak", "bukan"))
_NEVER_NEGATED = frozenset(("bebas judi", "bebas judol", "tanpa judi", "anti judi", "anti judol"))
_REACH = 3
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the word list."""

    words: tuple[str, ...]
    role: str
    weight: float

    @property
    def phrase(self) -> str:
        """As it is written."""
        return " ".join(self.words)


@dataclass(slots=True)
class Reading:
    """What was found in one text, by role; weights of distinct terms."""

    promo: dict[str, float] = field(default_factory=dict)
    topic: dict[str, float] = field(default_factory=dict)
    other: dict[str, float] = field(default_factory=dict)
    soft: dict[str, float] = field(default_factory=dict)
    strong_guard: list[str] = field(default_factory=list)
    weak_guard: list[str] = field(default_factory=list)
    disguised: list[str] = field(default_factory=list)
    words: int = 0

    @property
    def selling(self) -> float:
        """Weight of what only a seller would write."""
        return sum(self.promo.values()) + sum(self.other.values())

    @property
    def total(self) -> float:
        """Weight of the text once the words of news, complaint and study are taken into account."""
        return judge_reading(self)


def judge_reading(reading: Reading) -> float:
    """Weigh a reading: enforcement and complaint silence it, study silences the mere topic."""
    selling, topic = reading.selling, sum(reading.topic.values())
    soft = min(2.0, sum(reading.soft.values())) if selling + topic else 0.0
    guards = len(set(reading.strong_guard))
    if guards:
        return max(0.0, 0.35 * selling - 2.0) if guards == 1 and selling >= 12 else 0.0
    weak = len(set(reading.weak_guard))
    if weak:
        return max(0.0, selling - 1.5 * weak) + (0.4 * soft if selling > 3 else 0.0)
    return selling + topic + soft


@cache
def _terms() -> dict[str, list[Term]]:
    """Entries by first word, longest first; read once."""
    by_first: dict[str, list[Term]] = {}
    for group in word_list()["group"]:
        for phrase in group["words"].split(","):
            words = tuple(phrase.split())
            by_first.setdefault(words[0], []).append(Term(words, group["class"], group["weight"]))
    for entries in by_first.values():
        entries.sort(key=lambda term: -len(term.words))
    return by_first


@cache
def _hard_words() -> frozenset[str]:
    """Single words that a disguise is worth undoing for."""
    roles = ("promo", "topic", "product", "sell", "soft", "other")
    return frozenset(
        term.words[0]
        for entries in _terms().values()
        for term in entries
        if term.role in roles and len(term.words) == 1 and len(term.words[0]) > 2
    )


@lru_cache(maxsize=50_000)
def undisguise(word: str) -> str:
    """The word, or the known term that its digits spell."""
    if word.isalpha() or word.isdigit() or word in _hard_words():
        return word
    return next((read for read in unleet(word) if read in _hard_words()), word)


@lru_cache(maxsize=50_000)
def coined(word: str) -> Term | None:
    """A coined name such as `hoki88`, `indoslot`, `totomacau`; None for an ordinary word."""
    if len(word) < 5 or word in _terms() or _COMMON.fullmatch(word) or _SCHOOLISH.fullmatch(word):
        return None
    if _BRAND.fullmatch(word):
        return Term((word,), "promo", 3.0)
    if _COMPOUND.fullmatch(word):
        return Term((word,), "promo", 2.0)
    return Term((word,), "soft", 0.5) if _NUMBERED.fullmatch(word) else None


def read(text: str) -> Reading:
    """Find every term in a text of any length."""
    folded = fold(text)
    words = [undisguise(word) for word in folded.words] + [piece for run in folded.joined for piece in _pieces(run)]
    reading = Reading(words=len(words))
    roles: list[str] = [""] * len(words)
    for start, term in _matches(words):
        for at in range(start, start + len(term.words)):
            roles[at] = term.role
        _note(reading, term, words, start)
    _coin(reading, words, roles)
    _pair(reading, words)
    reading.disguised = _disguised(reading, words, folded.plain)
    return reading


def _pieces(run: str) -> list[str]:
    """Known stems inside a run of letters that stood apart."""
    return [stem for stem in _SURE_STEMS if stem in run]


def _matches(words: list[str]) -> Iterator[tuple[int, Term]]:
    """Longest entries from left to right; the look-alikes of daily life are taken out first."""
    terms, taken, place = _terms(), [False] * len(words), 0
    for at in range(len(words)):
        for term in terms.get(words[at], ()):
            if term.role == "benign" and tuple(words[at : at + len(term.words)]) == term.words:
                taken[at : at + len(term.words)] = [True] * len(term.words)
    while place < len(words):
        step = 1
        if not taken[place]:
            for term in terms.get(words[place], ()):
                size = len(term.words)
                if (
                    term.role != "benign"
                    and not any(taken[place : place + size])
                    and tuple(words[place : place + size]) == term.words
                ):
                    yield place, term
                    step = size if size > 1 else 1
                    if size > 1:
                        break
        place += step
    for at, hidden in enumerate(taken):
        if hidden:
            words[at] = ""


def _note(reading: Reading, term: Term, words: list[str], start: int) -> None:
    if term.role in ("strong_guard", "weak_guard"):
        negated = start and words[start - 1] in _NEGATIONS and term.phrase not in _NEVER_NEGATED
        if not negated:
            getattr(reading, term.role).append(term.phrase)
    elif term.role in ("promo", "topic", "other", "soft"):
        getattr(reading, term.role)[term.phrase] = term.weight


def _coin(reading: Reading, words: list[str], roles: list[str]) -> None:
    for word, role in zip(words, roles, strict=True):
        if not role and word and (term := coined(word)):
            _note(reading, term, words, 0)


def _pair(reading: Reading, words: list[str]) -> None:
    """Products of gambling beside words that sell: `slot … terpercaya`, `agen … poker`."""
    products = [at for at, word in enumerate(words) if word in _words_of("product")]
    for at in products:
        for near in range(max(0, at - _REACH), min(len(words), at + _REACH + 1)):
            weight = _weight_beside(words[near]) if near != at and words[near] != words[at] else 0.0
            if weight:
                reading.promo.setdefault(
                    f"{words[at]} + {words[near]}", weight * (1.0 if words[at] in _SURE_STEMS else 0.6)
                )


@cache
def _words_of(role: str) -> dict[str, float]:
    return {
        term.phrase: term.weight
        for entries in _terms().values()
        for term in entries
        if term.role == role and len(term.words) == 1
    }


def _weight_beside(word: str) -> float:
    return _words_of("sell").get(word) or _words_of("sell_weak").get(word, 0.0)


def _disguised(reading: Reading, words: list[str], plain: frozenset[str]) -> list[str]:
    """Terms of gambling that were only found after undoing a disguise."""
    counted = {part for phrase in (*reading.promo, *reading.topic, *reading.other) for part in phrase.split()}
    return sorted({word for word in words if word in counted and word not in plain and len(word) > 2})
