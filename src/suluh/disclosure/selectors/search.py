"""Searching the public list: words, filters, pages by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery as TextQuery
from django.contrib.postgres.search import SearchRank
from django.db.models import F, QuerySet

from suluh.disclosure.models import Category, Item
from suluh.organization.models import Unit

from .pages import Choice, page_by_title
from .suggestions import suggestions_for
from .visible import items_public
from .words import Question, question

PAGE = 20
BEST = 400
"""Hits that are ranked and paged; whoever has more asks for another word."""
RANKED = 600
"""Hits that are looked at for ranking, so that a word of every item does not read the whole list."""
DOWNLOADS = (
    ("xlsx", "Excel"), ("pdf", "PDF"), ("csv", "CSV"), ("json", "JSON"), ("jsonld", "DCAT JSON-LD"),
    ("ttl", "DCAT Turtle"),
)  # fmt: skip
"""Forms in which the list is taken away, with their names."""


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
            unit=given.get("unit", "")[:80].replace("\x00", ""),
            after=given.get("setelah", "")[:400].replace("\x00", ""),
        )

    @property
    def address(self) -> str:
        """The query for an address, without the place in the list."""
        given = {"q": self.words, "jenis": self.category, "unit": self.unit}
        return urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of the public list. `near` are suggestions where no item holds every word."""

    query: SearchQuery
    items: list[Item]
    after: str
    unit: Unit | None
    categories: list[Choice]
    mended: str = ""
    near: bool = False
    downloads: tuple[tuple[str, str], ...] = DOWNLOADS


def search_page(query: SearchQuery) -> SearchPage:
    """What matches: by title where no word is given, else the best first."""
    unit = asked_unit(query)
    rows = filtered(query, unit)
    choices = [
        Choice(label, "?" + replace(query, category=code).address, query.category == code)
        for code, label in (("", ""), *Category.choices)
    ]
    if not query.words:
        items, after = page_by_title(rows, query.after, size=PAGE)
        return SearchPage(query, items, after, unit, choices)
    asked = question(query.words)
    items, after = _ranked(rows, asked, query.after)
    if items or query.after:
        return SearchPage(query, items, after, unit, choices, ", ".join(asked.mended))
    near = [one.item for one in suggestions_for(asked, limit=PAGE) if _fits(one.item, query, unit)]
    return SearchPage(query, near, "", unit, choices, ", ".join(asked.mended) if near else "", near=bool(near))


def asked_unit(query: SearchQuery) -> Unit | None:
    """The unit that the reader narrowed the list to."""
    return Unit.objects.filter(slug=query.unit).first() if query.unit else None


def filtered(query: SearchQuery, unit: Unit | None) -> QuerySet[Item]:
    """Public items that fit the filters of a query, whatever its words."""
    rows = items_public()
    if query.category:
        rows = rows.filter(category=query.category)
    return rows.filter(unit__path__startswith=unit.path) if unit else rows


def _fits(item: Item, query: SearchQuery, unit: Unit | None) -> bool:
    return (not query.category or item.category == query.category) and (unit is None or item.unit.is_below(unit))


def _ranked(rows: QuerySet[Item], asked: Question, after: str) -> tuple[list[Item], str]:
    """Items that hold every word, best first, from the place `after`."""
    if not asked.terms:
        return [], ""
    parts = ("(" + " | ".join(f"'{word}'" for word in term.itself) + ")" for term in asked.terms)
    words = TextQuery(" & ".join(parts), config="pg_catalog.simple", search_type="raw")
    start = int(after) if after.isdecimal() and len(after) < 6 else 0
    looked_at = rows.filter(search=words).values("pk")[:RANKED]
    ranked = (
        Item.objects.filter(pk__in=looked_at)
        .annotate(rank=SearchRank(F("search"), words))
        .select_related("unit")
        .order_by("-rank", "sort_key", "pk")
    )
    found: list[Item] = list(ranked[start : min(start + PAGE + 1, BEST)])
    return found[:PAGE], str(start + PAGE) if len(found) > PAGE else ""
