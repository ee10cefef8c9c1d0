"""What stands on a public page, for search engines, as schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from suluh.disclosure.exports.schema_org import ESCAPES
from suluh.newsroom.models import Publication
from suluh.newsroom.selectors.public_notices import PublicNotice
from suluh.organization.models import Account, Site, Unit


def announcement(page: PublicNotice, *, root: str) -> SafeString:
    """A notice."""
    version, words = page.version, page.words
    return block(
        {
            "@type": "SpecialAnnouncement",
            "@id": root + reverse("portal:notice", args=[version.notice_id]),
            "url": root + reverse("portal:notice", args=[version.notice_id]),
            "name": words.title,
            "text": "\n".join((words.told("hazard"), *words.deeds)),
            "datePosted": version.issued_at.isoformat(),
            "expires": words.ends_at.isoformat() if words.ends_at else None,
            "inLanguage": "id",
            "spatialCoverage": [{"@type": "AdministrativeArea", "name": area.name} for area in words.areas],
            "provider": {"@type": "GovernmentOrganization", "name": version.notice.unit.name},
        }
    )


def article(story: Publication, *, root: str) -> SafeString:
    """A story: an event where it is one with its day, else an article."""
    address = root + reverse("portal:story", args=[story.pk])
    office = {"@type": "GovernmentOrganization", "name": story.unit.name}
    told: dict[str, Any] = {"@id": address, "url": address, "inLanguage": "id"}
    told["image"] = root + reverse("portal:story-card", args=[story.pk])
    if story.section == Publication.Section.AGENDA and story.happens_on:
        place = {"@type": "Place", "name": story.words.get("place") or story.unit.name}
        told |= {"@type": "Event", "name": story.title, "startDate": story.happens_on.isoformat(), "location": place}
        return block(told | {"organizer": office, "description": story.text[:500]})
    times = {
        "datePublished": story.appears_at.isoformat(),
        "dateModified": (story.changed_at or story.appears_at).isoformat(),
    }
    return block(told | times | {"@type": "NewsArticle", "headline": story.title[:110], "author": office})


def website(name: str, *, root: str) -> SafeString:
    """The front page: whose site it is, and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": f"{root}{reverse('portal:search')}?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    told = {"@type": "WebSite", "url": root + reverse("portal:front"), "name": name, "inLanguage": "id"}
    return block(told | {"publisher": {"@type": "GovernmentOrganization", "name": name}, "potentialAction": search})


def office(unit: Unit, site: Site | None, accounts: Iterable[Account], *, root: str) -> SafeString:
    """An office with its own site and the accounts that are really its own."""
    address = root + reverse("portal:unit", args=[unit.slug])
    known = [site.url] if site else []
    return block(
        {
            "@type": "GovernmentOrganization",
            "@id": address,
            "url": address,
            "name": unit.name,
            "email": unit.contact_mail or None,
            "sameAs": [*known, *(account.url for account in accounts if account.url)],
        }
    )


def block(told: dict[str, Any]) -> SafeString:
    """JSON-LD that may stand in a page: nothing in it can end the block."""
    data = {"@context": "https://schema.org"} | {name: value for name, value in told.items() if value is not None}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped above
