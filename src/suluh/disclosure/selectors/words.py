"""What a question means: its stems, mended where mistyped, with the words that stand for the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from string import ascii_lowercase

from django.db import connection

from suluh.disclosure.models import Lexeme
from suluh.law.everyday import everyday

MENDED, SYNONYM = 0.8, 0.6
"""What a hit counts when it is not the word itself."""
LEAST_LENGTH, MOST_LENGTH = 4, 30
"""Letters of a word that is looked for among its neighbours; what is longer is none, and has too many of them."""
NEAREST = 12
LEAST_REREAD, MOST_REREAD = 6, 3
"""Letters that a word has at least, and words of a question at most, that are typed anew with one slip mended."""
STEMS = """
SELECT number, array_agg(word ORDER BY place) FROM (
    SELECT texts.number, found.lexeme AS word, min(spot) AS place
    FROM unnest(%s::text[]) WITH ORDINALITY AS texts(text, number),
         unnest(ts_delete(to_tsvector('public.suluh', texts.text), public.suluh_stop()))
             AS found(lexeme, spots, weights),
         unnest(found.spots) AS spot
    GROUP BY texts.number, found.lexeme) AS words
GROUP BY number
"""

NEAR = """
SELECT asked.stem, near.word, near.items FROM unnest(%s::text[]) AS asked (stem) CROSS JOIN LATERAL
    (SELECT word, items FROM disclosure_lexeme ORDER BY word <-> asked.stem LIMIT %s) AS near
"""


@dataclass(slots=True)
class Term:
    """One stem of a question and everything that counts as it, with its weight from 0 to 1."""

    stem: str
    counts_as: dict[str, float] = field(default_factory=dict)
    mended: str = ""

    @property
    def itself(self) -> list[str]:
        """The word, or what it was mended to."""
        return [word for word, weight in self.counts_as.items() if weight >= MENDED]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as terms; `codes` are mandatory items it is likely about."""

    terms: tuple[Term, ...]
    codes: frozenset[str]

    @property
    def mended(self) -> list[str]:
        """Stems that were put in place of mistyped ones."""
        return [term.mended for term in self.terms if term.mended]


@dataclass(frozen=True, slots=True)
class _Group:
    phrases: tuple[frozenset[str], ...]
    codes: tuple[str, ...]


def stems(texts: Iterable[str]) -> list[list[str]]:
    """The stems of each text in its order, without stop words, as the search column holds them."""
    given = list(texts)
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [given])
        found = dict(cursor.fetchall())
    return [[word for word in found.get(place, []) if word.isalnum()] for place in range(1, len(given) + 1)]


@cache
def _groups() -> tuple[_Group, ...]:
    groups = everyday()
    flat = stems(phrase for group in groups for phrase in group.phrases)
    words = iter(flat)
    made = []
    for group in groups:
        phrases = (frozenset(next(words)) for _ in group.phrases)
        made.append(_Group(tuple(phrase for phrase in phrases if phrase), group.codes))
    return tuple(made)


def question(text: str) -> Question:
    """Read a question: three queries, four more where words are mistyped in their prefix, whatever its length."""
    (asked,) = stems([text[:1000]])
    asked = asked[:40]
    mended = _mended(asked)
    asked = [stem for stem in asked if mended.get(stem) != ""] or asked
    mended = {stem: word for stem, word in mended.items() if word}
    terms = [Term(stem, {stem: 1.0} | ({mended[stem]: MENDED} if stem in mended else {}), mended.get(stem, ""))
             for stem in asked]  # fmt: skip
    heard = {word for term in terms for word in term.counts_as}
    codes: set[str] = set()
    for group in _groups():
        for phrase in group.phrases:
            if phrase <= heard:
                codes.update(group.codes)
                _add_synonyms(terms, phrase, group)
    return Question(tuple(terms), frozenset(codes))


def _add_synonyms(terms: Iterable[Term], phrase: frozenset[str], group: _Group) -> None:
    others = {word: SYNONYM / len(other) ** 0.5 for other in group.phrases for word in other}
    for term in terms:
        if phrase & term.counts_as.keys():
            for word, weight in others.items():
                term.counts_as[word] = max(term.counts_as.get(word, 0.0), weight)


def _mended(asked: Iterable[str]) -> Mapping[str, str]:
    """For stems that the list does not know: the nearest one that it knows, where one is near enough."""
    doubtful = [
        stem for stem in asked if LEAST_LENGTH <= len(stem) <= MOST_LENGTH and not any(sign.isdigit() for sign in stem)
    ]
    known = set(Lexeme.objects.filter(word__in=doubtful).values_list("word", flat=True))
    listed = {word for group in _groups() for phrase in group.phrases for word in phrase}
    unknown = [stem for stem in doubtful if stem not in known and stem not in listed]
    found = _nearest(unknown) if unknown else {}
    lost = [stem for stem in unknown if stem not in found and len(stem) >= LEAST_REREAD]
    return found | _reread(lost[:MOST_REREAD])


def _reread(lost: list[str]) -> dict[str, str]:
    """Known stems of words that were mistyped in their prefix, which therefore was not taken off: "pnegangkut".

    Each word is typed anew with one slip mended; what comes out is stemmed again and looked up. "" stands for a stop
    word; a word that nothing comes of is left out.
    """
    found: dict[str, str] = {}
    for slips_of in (_swapped_or_doubled, _changed_or_missed):
        left = [stem for stem in lost if stem not in found]
        slips = [(stem, slip) for stem in left for slip in slips_of(stem)]
        if not slips:
            break
        again = stems(slip for _stem, slip in slips)
        held = dict(Lexeme.objects.filter(word__in={words[0] for words in again if words}).values_list("word", "items"))
        for stem in left:
            mine = [words for (typed, _slip), words in zip(slips, again, strict=True) if typed == stem]
            known = [(held[words[0]], words[0]) for words in mine if len(words) == 1 and words[0] in held]
            if known or [] in mine:
                found[stem] = max(known)[1] if known else ""
    return found


def _swapped_or_doubled(word: str) -> list[str]:
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    return swapped + [word[:at] + word[at + 1 :] for at in range(len(word))]


def _changed_or_missed(word: str) -> list[str]:
    changed = [word[:at] + sign + word[at + 1 :] for at in range(len(word)) for sign in ascii_lowercase]
    return changed + [word[:at] + sign + word[at:] for at in range(len(word)) for sign in ascii_lowercase]


def _nearest(unknown: list[str]) -> dict[str, str]:
    """For each stem the nearest one that the list knows, where one is near enough."""
    with connection.cursor() as cursor:
        cursor.execute(NEAR, [unknown, NEAREST])
        rows = cursor.fetchall()
    near: dict[str, list[tuple[int, int, str]]] = {}
    for stem, word, items in rows:
        if (apart := distance(stem, word)) <= (1 if len(stem) < 7 else 2):
            near.setdefault(stem, []).append((apart, -items, word))
    return {stem: min(fits)[2] for stem, fits in near.items()}


def distance(one: str, other: str) -> int:
    """Letters to change, add, leave out, or swap with their neighbour, to make one word the other."""
    rows = [list(range(len(other) + 1))]
    for i, mine in enumerate(one, 1):
        row = [i]
        for j, yours in enumerate(other, 1):
            best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (mine != yours))
            if i > 1 and j > 1 and mine == other[j - 2] and one[i - 2] == yours:
                best = min(best, rows[i - 2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
