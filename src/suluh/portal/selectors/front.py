"""What the front page for citizens tells."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure.models import Item
from suluh.disclosure.selectors.search import SearchQuery, search_page
from suluh.newsroom.models import Publication
from suluh.newsroom.selectors.publications import agenda, published

NEWEST, ITEMS = 5, 5


@dataclass(frozen=True, slots=True)
class Front:
    """The newest of each section; what is to come, soonest first."""

    news: list[Publication]
    announcements: list[Publication]
    agenda: list[Publication]


def front_page() -> Front:
    """Read the front page in three queries."""
    return Front(
        news=published(section="news", rows=NEWEST).rows,
        announcements=published(section="announcements", rows=NEWEST).rows,
        agenda=agenda(rows=NEWEST).rows,
    )


def items_found(words: str) -> list[Item]:
    """The first items of public information that match."""
    return list(search_page(SearchQuery.from_address({"q": words})).items)[:ITEMS]
