"""A story as the writing help reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from suluh.kernel.prose import Advice, Bounds, Draft, Facts, Picture, advise

NEWS = frozenset({"news", "programme"})
CALLS = frozenset({"announcement", "service", "invitation"})
"""Kinds after which citizens have something to do or to ask."""
BESIDE = 40
"""Signs that are shown on either side of a place."""


@dataclass(frozen=True, slots=True)
class Told:
    """An advice with the words it is about: those before, those meant, those after."""

    advice: Advice
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Help:
    """What the writing help says of a story: questions answered, personal data, everything else."""

    facts: Facts
    private: tuple[Told, ...]
    others: tuple[Told, ...]


def help_for(told: Mapping[str, Any], today: date, bounds: Bounds) -> Help:
    """Read a story as `Words.as_json` gives it, or the fields of a form that is being filled in.

    `bounds` are those of the charter in force.
    """
    draft = draft_of(told, today)
    report = advise(draft, bounds)
    parts = draft.parts
    shown = [_shown(one, parts[one.field]) for one in report.advice]
    return Help(
        report.facts,
        tuple(one for one in shown if one.advice.confirm),
        tuple(one for one in shown if not one.advice.confirm),
    )


def draft_of(told: Mapping[str, Any], today: date) -> Draft:
    """The parts of a story that are read; what is missing is empty."""
    kind = told.get("kind", "")
    plain = {name: str(told.get(name) or "") for name in ("title", "text", "benefit", "who", "place", "contact")}
    return Draft(
        **plain,
        today=today,
        news=kind in NEWS,
        wants_contact=kind in CALLS,
        happens_on=_day(told.get("happens_on")),
        versions=tuple((told.get("variants") or {}).items()),
        pictures=tuple(
            Picture(str(one.get("name") or ""), str(one.get("alt") or "")) for one in told.get("media") or ()
        ),
    )


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _shown(advice: Advice, text: str) -> Told:
    before = text[max(0, advice.start - BESIDE) : advice.start]
    after = text[advice.end : advice.end + BESIDE]
    words = text[advice.start : advice.end]
    if len(words) > 3 * BESIDE:
        words = f"{words[: 2 * BESIDE].rsplit(' ', 1)[0]} … {words[-BESIDE:].split(' ', 1)[-1]}"
    return Told(advice, before.rsplit("\n", 1)[-1], words, after.split("\n", 1)[0])
