"""Which public items answer a question best; asked before a request is sent, and by `suluh suggest`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, TextField
from django.db.models.functions import Cast

from suluh.disclosure.models import Item, Lexeme

from .visible import items_public
from .words import Question, Term, question

CANDIDATES = 300
LOOKED_AT = 1500
READ = (
    "code", "title", "summary", "category", "law_code", "sort_key", "changed_at", "unit__name", "unit__sort_key",
    "unit__path",
)  # fmt: skip
"""Columns that a suggestion is scored by and shown with."""
TITLE, SUMMARY = 1.0, 0.55
CODE_BONUS = 0.35
NUMBER = 1.0
"""What a year or another number counts for, beside words that are weighed by how rare they are."""
LEXEME = re.compile(r"'((?:[^']|'')+)':([0-9A-D,]+)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A public item that may answer a question, with its score: 0 to 1 is the share of the question it covers."""

    item: Item
    score: float


def suggestions(text: str, *, limit: int = 5) -> list[Suggestion]:
    """Public items that may answer a question in everyday words, best first; four or five queries."""
    return suggestions_for(question(text), limit=limit)


def suggestions_for(asked: Question, *, limit: int = 5) -> list[Suggestion]:
    """The same for a question that has been read already."""
    if not asked.terms:
        return []
    held = _held(asked)
    rarity = _rarity(asked, held)
    rows = _candidates(_telling(asked, held))
    scored = [(_score(asked, row, rarity), row) for row in rows]
    best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].sort_key))
    return [Suggestion(row, round(score, 4)) for score, row in best[:limit]]


def any_of(words: Iterable[str]) -> SearchQuery:
    """A query for rows that hold any of the stems."""
    return SearchQuery(" | ".join(f"'{word}'" for word in words), config="pg_catalog.simple", search_type="raw")


def _held(asked: Question) -> Mapping[str, int]:
    """In how many public items each stem that counts is found."""
    words = {word for term in asked.terms for word in term.counts_as}
    return dict(Lexeme.objects.filter(word__in=words).values_list("word", "items"))


def _telling(asked: Question, held: Mapping[str, int]) -> list[str]:
    """The rarest stems, up to as many items as are worth looking at; what half the list holds tells little."""
    chosen: list[str] = []
    looked_at = 0
    for word in sorted(held, key=lambda word: (held[word], word)):
        looked_at += held[word]
        if chosen and looked_at > LOOKED_AT:
            break
        chosen.append(word)
    return chosen or [term.stem for term in asked.terms]


def _candidates(words: Iterable[str]) -> list[Item]:
    """Items that hold one of the words, best first; of a word that very many hold, the first ones found are ranked."""
    query = any_of(words)
    looked_at = items_public().filter(search=query).values("pk")[:LOOKED_AT]
    rows = Item.objects.filter(pk__in=looked_at).annotate(
        rank=SearchRank(F("search"), query), found=Cast("search", TextField())
    )  # fmt: skip
    return list(rows.select_related("unit").only(*READ).order_by("-rank", "pk")[:CANDIDATES])


def _rarity(asked: Question, held: Mapping[str, int]) -> Mapping[str, float]:
    """Inverse document frequency of every stem that counts, at least 0.2."""
    words = {word for term in asked.terms for word in term.counts_as}
    total = max([*held.values(), 1]) * 4 + 20
    return {
        word: NUMBER if any(sign.isdigit() for sign in word) else max(math.log(total / (1 + held.get(word, 0))), 0.2)
        for word in words
    }


def _score(asked: Question, row: Item, rarity: Mapping[str, float]) -> float:
    fields = _fields(getattr(row, "found", ""))
    unit = dict.fromkeys(row.unit.sort_key.split(), TITLE * 0.5)
    got = sum(_term_score(term, fields, unit, rarity) for term in asked.terms)
    whole = sum(rarity[term.stem] for term in asked.terms)
    return got / whole + (CODE_BONUS / len(asked.terms) if row.law_code in asked.codes and got else 0.0)


def _term_score(
    term: Term, fields: Mapping[str, float], unit: Mapping[str, float], rarity: Mapping[str, float]
) -> float:
    hits = [
        weight * max(fields.get(word, 0.0), unit.get(word, 0.0)) * min(rarity[word], rarity[term.stem] * 1.5)
        for word, weight in term.counts_as.items()
    ]
    strongest = sorted(hits, reverse=True)[:3]
    return sum(hit / 3.0**place for place, hit in enumerate(strongest))


def _fields(vector: str) -> dict[str, float]:
    """Stems of a search column with the weight of the best field they stand in."""
    return {word: TITLE if "A" in spots else SUMMARY for word, spots in LEXEME.findall(vector)}
