"""What search engines may find, in parts of five thousand addresses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.models import NoticeVersion, Publication
from suluh.newsroom.selectors.public_notices import told_versions
from suluh.organization.models import Unit

PAGES = ("front", "news", "announcements", "agenda", "notices", "accounts", "units", "home")


class PageMap(Sitemap):  # type: ignore[type-arg]
    """The standing pages."""

    def items(self) -> list[str]:
        """Names of pages."""
        return list(PAGES)

    def location(self, item: Any) -> str:
        """The address of a page."""
        return reverse(f"portal:{item}")


class StoryMap(Sitemap):  # type: ignore[type-arg]
    """Stories."""

    limit = 5000

    def items(self) -> QuerySet[Publication]:
        """Everything public, oldest first, so that parts stay as they are."""
        rows = Publication.objects.filter(appears_at__lte=timezone.now(), withdrawn_at=None)
        return rows.only("id", "appears_at", "changed_at").order_by("id")

    def location(self, item: Any) -> str:
        """The address of a story."""
        return reverse("portal:story", args=[item.pk])

    def lastmod(self, item: Publication) -> datetime:
        """When it was shown or corrected."""
        return item.changed_at or item.appears_at


class NoticeMap(Sitemap):  # type: ignore[type-arg]
    """Notices."""

    limit = 5000

    def items(self) -> QuerySet[NoticeVersion]:
        """The newest version of each."""
        return told_versions().filter(number=F("notice__version")).order_by("notice_id")

    def location(self, item: Any) -> str:
        """The address of a notice."""
        return reverse("portal:notice", args=[item.notice_id])

    def lastmod(self, item: NoticeVersion) -> datetime:
        """When it was last told."""
        return item.issued_at


class UnitMap(Sitemap):  # type: ignore[type-arg]
    """Pages of units."""

    limit = 5000

    def items(self) -> QuerySet[Unit]:
        """Running units."""
        return Unit.objects.filter(active_until__isnull=True).order_by("id")

    def location(self, item: Any) -> str:
        """The address of a unit."""
        return reverse("portal:unit", args=[item.slug])


SITEMAPS: dict[str, type[Sitemap[Any]]] = {
    "laman": PageMap,
    "kabar": StoryMap,
    "pemberitahuan": NoticeMap,
    "unit": UnitMap,
}
