"""What the front page for citizens tells."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure.models import Item
from suluh.disclosure.selectors.search import SearchQuery, search_page
from suluh.newsroom.models import Publication
from suluh.newsroom.selectors.public_notices import PublicNotice, notices_found
from suluh.newsroom.selectors.publications import agenda, published
from suluh.organization.models import Unit
from suluh.organization.naming import fold
from suluh.portal.selectors.units import units_shown

NEWEST, ITEMS, NAMED = 5, 5, 5


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


@dataclass(frozen=True, slots=True)
class Beside:
    """What matches besides stories: the newest notices, offices by name, the best items of public information."""

    notices: list[PublicNotice]
    units: list[Unit]
    items: list[Item]

    @property
    def any(self) -> bool:
        """True when there is something."""
        return bool(self.notices or self.units or self.items)


def found_beside(words: str) -> Beside:
    """The first of each that match."""
    return Beside(
        notices=notices_found(words),
        units=units_shown(words=words, rows=NAMED).units if fold(words).split() else [],
        items=list(search_page(SearchQuery.from_address({"q": words})).items)[:ITEMS],
    )
