"""Stories as the public reads them: approved, their hour come, not withdrawn; nothing of drafts or writers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from suluh.kernel.row_keys import row_key
from suluh.newsroom.models import Publication
from suluh.organization.models import Unit

ROWS = 20
PUBLIC = (
    "id",
    "section",
    "title",
    "text",
    "happens_on",
    "words",
    "appears_at",
    "changed_at",
    "unit__name",
    "unit__slug",
)
"""The columns that public pages read; who withdrew what and why is asked for by its own address alone."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """One page of publications; `after` is the key of the next one."""

    rows: list[Publication]
    after: str = ""


def publications_public() -> QuerySet[Publication]:
    """What is public at this moment, newest first."""
    rows = Publication.objects.filter(appears_at__lte=timezone.now(), withdrawn_at=None).select_related("unit")
    return rows.only(*PUBLIC).order_by("-appears_at", "-id")


def published(
    *, section: str = "", unit: Unit | None = None, words: str = "", after: str = "", rows: int = ROWS
) -> PublicPage:
    """Publications by section, unit or words, from behind the key `after` ("time|id")."""
    found = publications_public()
    if section:
        found = found.filter(section=section)
    if unit is not None:
        found = found.filter(unit=unit)
    if words.strip():
        found = found.filter(search=SearchQuery(words[:200], config="indonesian", search_type="websearch"))
    moment, _, number = after.rpartition("|")
    at, last_seen = _moment(moment), row_key(number)
    if at is not None and last_seen is not None:
        found = found.filter(Q(appears_at__lt=at) | Q(appears_at=at, id__lt=last_seen))
    kept = list(found[: rows + 1])
    last = kept[rows - 1] if len(kept) > rows else None
    return PublicPage(kept[:rows], f"{last.appears_at.isoformat()}|{last.pk}" if last else "")


def agenda(*, after: str = "", rows: int = ROWS, today: date | None = None) -> PublicPage:
    """What is to come, soonest first, from behind the key `after` ("day|id")."""
    found = publications_public().filter(section=Publication.Section.AGENDA)
    found = found.filter(happens_on__gte=today or timezone.localdate()).order_by("happens_on", "id")
    day, _, number = after.rpartition("|")
    on, last_seen = _day(day), row_key(number)
    if on is not None and last_seen is not None:
        found = found.filter(Q(happens_on__gt=on) | Q(happens_on=on, id__gt=last_seen))
    kept = list(found[: rows + 1])
    last = kept[rows - 1] if len(kept) > rows else None
    return PublicPage(kept[:rows], f"{last.happens_on}|{last.pk}" if last else "")


def publication_at(pk: int) -> Publication | None:
    """What stands at an address: public, or withdrawn; None where nothing was ever public."""
    rows = Publication.objects.filter(pk=pk, appears_at__lte=timezone.now()).select_related("unit")
    return rows.only(*PUBLIC, "withdrawn_at", "reason").first()


def pictures_of(publication: Publication) -> Sequence[dict[str, Any]]:
    """What is shown with it: name in the store, kind, and what it shows in words."""
    words = publication.words
    return [one for one in words.get("media", ()) if one.get("name") and one["mime"].startswith("image/")]


def _moment(text: str) -> datetime | None:
    try:
        # a plus sign in an address is read as a blank
        found = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        return None
    return found if found is None or timezone.is_aware(found) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
