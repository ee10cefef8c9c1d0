"""Event socket: every action code with the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

from .registry import Registry

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""How a day is kept among the values of an event."""


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of deed. The sentence goes on from the doer's name and may name values: "registered the site %(url)s"."""

    code: str
    sentence: Any
    """Text or lazy translation; the timeline puts the doer before it and the time beside it."""

    def tell(self, values: Mapping[str, Any] | None) -> str:
        """The sentence with its values, days in words; erased or missing ones read as "…"."""
        return str(self.sentence) % _Gaps({name: _in_words(value) for name, value in (values or {}).items()})


class _Gaps(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def _in_words(value: Any) -> Any:
    if not (isinstance(value, str) and DAY.fullmatch(value)):
        return value
    try:
        return date_format(date.fromisoformat(value), "j F Y")
    except ValueError:
        return value


events: Registry[EventKind] = Registry("event")


def event_kind(code: str) -> EventKind:
    """The registered kind.

    Raises:
        LookupError: no feature has registered the code.
    """
    return events.get(code)


def register_events(sentences: Mapping[str, Any]) -> None:
    """Offer event kinds as {code: sentence}."""
    events.register(*(EventKind(code, sentence) for code, sentence in sentences.items()))
