"""Dates that a page gives for machines, and how far they are to be believed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import islice
from urllib.parse import urlsplit

from suluh.kernel.page.head import Head, Node
from suluh.kernel.page.reading import Dated
from suluh.kernel.page.stamps import Stamp, latest_allowed, read_stamp

_META_NAMES = """
article:published_time og:article:published_time article:published og:published_time published_time
datepublished date_published datepublish publish_date publishdate publish-date pubdate pub_date publication_date
publication-date publicationdate published-date published_at publishtime publish_time sailthru.date
parsely-pub-date cxenseparse:recs:publishtime shareaholic:article_published_time article.published
article_date_original originalpublicationdate og:pubdate bt:pubdate rnews:datepublished displaydate
article:post_date ptime dc.date.issued dcterms.issued dc.date.published dcterms.date dc.date dc:date
dcterms.created dc.date.created dc.created citation_publication_date citation_date citation_online_date
datecreated date.created created creation_date article:created article.created og:release_date release_date
dateposted posted date eprints.date wp.published
"""
"""Meta fields that give a day of publication, the surest first."""
_ORDERED_META = tuple(_META_NAMES.split())
_RISKY_UTC_HOURS = frozenset((*range(14, 24), *range(9)))
_IN_SCRIPTS = re.compile(
    r"\"(?:datePublished|publishedAt|published_at|publishDate|publish_date|firstPublished\w{0,10}|published_time"
    r"|publicationDate|publication_date|date_published|publishedDate|pubDate)\\?\"\s{0,3}:\s{0,3}\\?\"?([^\",}\\]{8,40})"
)
_MOST_YEARS = 80
_MONTHS = tuple(
    tuple(names.split())
    for names in (
        "January February March April May June July August September October November December",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
)


def settle(source: str, stamp: Stamp, in_address: date | None, url: str, html: str, now: datetime) -> Dated:
    """Weighs a structured date against the address and, near midnight in UTC, against what the page prints."""
    if in_address == stamp.day:
        return Dated(stamp.day, source, "day", 0.99)
    if in_address and slashed(url):
        return Dated(in_address, "url", "day", 0.9)
    if stamp.utc_hour in _RISKY_UTC_HOURS:
        shifted = _local_day(stamp, html)
        if shifted != stamp.day and shifted <= latest_allowed(now):
            return Dated(shifted, "text", "day", 0.9)
    return Dated(stamp.day, source, "day", 0.95)


def _local_day(stamp: Stamp, html: str) -> date:
    """The day readers see for a time given in UTC: the neighbour, where the page prints that and not the day itself."""
    other = stamp.day + timedelta(days=1 if (stamp.utc_hour or 0) >= 12 else -1)
    beside_years = "\n".join(
        html[max(0, found.start() - 24) : found.end() + 14]
        for year in {stamp.day.year, other.year}
        for found in islice(re.finditer(str(year), html), _MOST_YEARS)
    )
    return stamp.day if _prints(beside_years, stamp.day) or not _prints(beside_years, other) else other


def _prints(text: str, day: date) -> bool:
    """True when a text holds a day in one of the commonest forms."""
    forms = [f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day.month}/{day.day}/{day.year}", f"{day:%d-%m-%Y}"]
    for names in _MONTHS:
        long, short = names[day.month - 1], names[day.month - 1][:3]
        forms += (f"{day.day} {long} {day.year}", f"{day:%d} {long} {day.year}", f"{day.day}. {long} {day.year}")
        forms += (f"{long} {day.day}, {day.year}", f"{short} {day.day}, {day.year}", f"{short}. {day.day}, {day.year}")
        forms += (f"{day:%d} {short} {day.year}", f"{day.day} de {long} de {day.year}", f"{long} {day:%d}, {day.year}")
    return any(form in text for form in forms)


def slashed(url: str) -> bool:
    """True when an address carries a day as folders, which only a publishing system makes."""
    return (
        re.search(r"/(?:19|20)\d\d/\w{1,9}/\d{1,2}(?:/|$)|/(?:19|20)\d\d-\d\d-\d\d(?:/|$)", urlsplit(url).path)
        is not None
    )


def structured_date(head: Head, url: str, now: datetime) -> tuple[str, Stamp] | None:
    """Source and day from JSON-LD of the page's own article, else from meta fields."""
    return _from_json(head, url, now) or _from_meta(head, now)


def hidden_date(html: str, now: datetime) -> Stamp | None:
    """The day in the page's own scripts, where a client builds the page from data."""
    for found in islice(_IN_SCRIPTS.finditer(html), 3):
        if stamp := read_stamp(found[1], now):
            return stamp
    return None


def _from_json(head: Head, url: str, now: datetime) -> tuple[str, Stamp] | None:
    own = [node for node in head.articles if _is_own(node, head, url)] or head.articles[:1]
    if len(head.articles) > 4 and own == head.articles[:1]:
        own = []
    for nodes in (own, head.pages):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            for node in nodes:
                stamp = read_stamp(node.get(key), now)
                if stamp:
                    return "json-ld", stamp
    return None


def _is_own(node: Node, head: Head, url: str) -> bool:
    """True when an article node names this page's address or its title."""
    page = node.get("mainEntityOfPage")
    identity = page.get("@id") if isinstance(page, dict) else page
    path = urlsplit(url).path.rstrip("/")
    for address in (identity, node.get("url"), node.get("@id")):
        if isinstance(address, str) and path and urlsplit(address).path.rstrip("/") == path:
            return True
    headline = node.get("headline")
    return (
        isinstance(headline, str)
        and len(headline) > 12
        and headline[:40].lower() in f"{head.title} {head.metas.get('og:title')}".lower()
    )


def _from_meta(head: Head, now: datetime) -> tuple[str, Stamp] | None:
    for name in _ORDERED_META:
        value = head.metas.get(name)
        stamp = read_stamp(value, now) if value else None
        if stamp:
            return "meta", stamp
    return None
