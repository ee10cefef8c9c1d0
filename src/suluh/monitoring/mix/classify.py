"""Deterministic weights of cue words; the title speaks twice as loud as the text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(
    r"\d+[.,]?\d*\s*(?:%|persen|ribu|juta|miliar|ton|hektare|orang|kasus|jiwa|unit|kk)\b", re.IGNORECASE
)
_NUMBERED_RULE = re.compile(r"\bnomor\s+[\w/.-]+\s+tahun\s+\d{4}", re.IGNORECASE)
_TEXT_WORDS = 80
_LONGEST = 4


class Content(StrEnum):
    """Six kinds of content; the first is what most units publish and nothing else."""

    ACTIVITY = "kegiatan"
    SERVICE = "layanan"
    POLICY = "kebijakan"
    FIGURES = "data"
    ANNOUNCEMENT = "pengumuman"
    CALL = "ajakan"


@dataclass(frozen=True, slots=True)
class Classified:
    """The kind, how far it leads the next (0 to 1), and the cues that decided."""

    content: Content
    lead: float
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    content: Content
    weight: float


def classify(title: str, text: str = "") -> Classified:
    """Kind of one post. Without any cue it is an activity: that is what an unmarked headline tells of."""
    scores = dict.fromkeys(Content, 0.0)
    scores[Content.ACTIVITY] = 0.6
    cues: dict[str, Content] = {}
    _add(scores, cues, _words(title), 2.0)
    _add(scores, cues, _words(text)[:_TEXT_WORDS], 0.5)
    for content, phrase in _openings(_words(title)):
        scores[content] += 3.0
        cues[phrase] = content
    _shape(scores, title)
    best, second = sorted(scores, key=lambda content: -scores[content])[:2]
    lead = (scores[best] - scores[second]) / (scores[best] or 1.0)
    return Classified(best, round(lead, 3), tuple(phrase for phrase, content in cues.items() if content is best))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shape(scores: dict[Content, float], title: str) -> None:
    """Marks that are no words: figures, the number of a rule, an exclamation, a question."""
    scores[Content.FIGURES] += 2.0 * bool(_FIGURE.search(title))
    scores[Content.POLICY] += 4.0 * bool(_NUMBERED_RULE.search(title))
    scores[Content.CALL] += 1.5 * title.rstrip().endswith("!")
    scores[Content.SERVICE] += 0.8 * title.rstrip().endswith("?")


def _add(scores: dict[Content, float], cues: dict[str, Content], words: list[str], loudness: float) -> None:
    table, place, seen = _cues(), 0, set[str]()
    while place < len(words):
        step = 1
        for size in range(min(_LONGEST, len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + size])
            found = table.get(phrase)
            if found:
                if phrase not in seen:
                    for cue in found:
                        scores[cue.content] += cue.weight * loudness
                        cues[phrase] = cue.content
                seen.add(phrase)
                step = size
                break
        place += step


def _openings(words: list[str]) -> list[tuple[Content, str]]:
    starts = {" ".join(words[:size]) for size in range(1, _LONGEST)}
    return [(content, phrase) for content, phrases in _firsts().items() for phrase in phrases & starts]


@cache
def _list() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))


def _phrases(content: Content, strength: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in _list()[content.value][strength].split(",")]


@cache
def _cues() -> dict[str, list[_Cue]]:
    table: dict[str, list[_Cue]] = {}
    for strength, weight in (("strong", 1.5), ("weak", 0.4)):
        for content in Content:
            for phrase in _phrases(content, strength):
                table.setdefault(phrase, []).append(_Cue(content, weight))
    return table


@cache
def _firsts() -> dict[Content, set[str]]:
    return {content: set(_phrases(content, "first")) for content in Content}
