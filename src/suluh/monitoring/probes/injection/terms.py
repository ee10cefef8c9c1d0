"""The word list as a table, and the undoing of digits that stand for letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from suluh.monitoring.probes.injection.data import word_list
from suluh.monitoring.probes.injection.fold import unleet


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


@cache
def terms() -> dict[str, list[Term]]:
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
def hard_words() -> frozenset[str]:
    """Words of gambling terms that a disguise is worth undoing for."""
    roles = ("promo", "topic", "product", "sell", "soft", "other")
    entries = [term for entries in terms().values() for term in entries if term.role in roles]
    return frozenset(word for term in entries for word in term.words if len(word) > 2 and word.isalpha())


@lru_cache(maxsize=20_000)
def undisguise(word: str) -> str:
    """The word, or the known term that its digits spell."""
    if word.isalpha() or word.isdigit() or word in hard_words():
        return word
    return next((read for read in unleet(word) if read in hard_words()), word)


@cache
def words_of(role: str) -> dict[str, float]:
    """Single words of one role with their weights."""
    return {
        term.phrase: term.weight
        for entries in terms().values()
        for term in entries
        if term.role == role and len(term.words) == 1
    }
