"""What one saved page says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIELDS = (
    "title", "date", "date_source", "date_precision", "confidence", "author", "language", "text", "kind",
)  # fmt: skip
"""Everything that can be asked of a page, in the order in which `suluh read` prints it."""


class Kind(StrEnum):
    """What sort of page it is: one published piece, a list of pieces, or a standing page of information."""

    ARTICLE = "article"
    LISTING = "listing"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PageReading:
    """Answers to the fields that were asked for; the others stay None.

    `date` is the day of first publication as printed for the reader. `date_source` is one of json-ld, meta, time,
    url, text; `date_precision` day, month, year or relative; `confidence` 0–1 speaks of the date. `language` is
    ISO 639-1. `text` holds the paragraphs of an article joined by newlines.
    """

    title: str | None = None
    date: date | None = None
    date_source: str | None = None
    date_precision: str | None = None
    confidence: float | None = None
    author: str | None = None
    language: str | None = None
    text: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date and how it was established."""

    day: date
    source: str
    precision: str
    confidence: float
