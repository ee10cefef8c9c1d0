"""Searching the public list: words, filters, pages by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery as TextQuery
from django.contrib.postgres.search import SearchRank
from django.db.models import F, QuerySet

from suluh.disclosure.models import Category, Item
from suluh.organization.models import Unit

from .lists import page_by_title
from .visible import items_public

PAGE = 20
BEST = 200
"""Hits that are ranked; whoever has more is asked for another word."""
CONFIG = "public.suluh"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a reader asked of the list."""

    words: str = ""
    category: str = ""
    unit: str = ""
    after: str = ""

    @classmethod
    def from_address(cls, given: Mapping[str, str]) -> SearchQuery:
        """Read the query of an address; what is unknown is left out."""
        category = given.get("jenis", "")
        return cls(
            words=given.get("q", "").replace("\x00", " ").strip()[:200],
            category=category if category in Category.values else "",
            unit=given.get("unit", "")[:80],
            after=given.get("setelah", "")[:400].replace("\x00", ""),
        )

    @property
    def address(self) -> str:
        """The query for an address, without the place in the list."""
        given = {"q": self.words, "jenis": self.category, "unit": self.unit}
        return urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter above the list."""

    words: Any
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of the public list."""

    query: SearchQuery
    items: list[Item]
    after: str
    unit: Unit | None
    categories: list[Choice]


def search_page(query: SearchQuery) -> SearchPage:
    """What matches: by title where no word is given, else the best first."""
    unit = Unit.objects.filter(slug=query.unit).first() if query.unit else None
    rows = items_public()
    if query.category:
        rows = rows.filter(category=query.category)
    if unit:
        rows = rows.filter(unit__path__startswith=unit.path)
    items, after = _ranked(rows, query) if query.words else page_by_title(rows, query.after, size=PAGE)
    choices = [
        Choice(label, "?" + replace(query, category=code).address, query.category == code)
        for code, label in (("", ""), *Category.choices)
    ]
    return SearchPage(query, items, after, unit, choices)


def _ranked(rows: QuerySet[Item], query: SearchQuery) -> tuple[list[Item], str]:
    words = TextQuery(query.words, config=CONFIG, search_type="websearch")
    start = int(query.after) if query.after.isdigit() else 0
    ranked = (
        rows.filter(search=words)
        .annotate(rank=SearchRank(F("search"), words))
        .select_related("unit")
        .order_by("-rank", "sort_key", "pk")
    )
    found: list[Item] = list(ranked[start : min(start + PAGE + 1, BEST)])
    return found[:PAGE], str(start + PAGE) if len(found) > PAGE else ""
