"""When was a page first published? Structured data, address, printed dates, and an outside library at the end."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from suluh.kernel.lexicon.dates import read_date
from suluh.kernel.page.head import Head, Node
from suluh.kernel.page.kind import Judged, looks_like_list
from suluh.kernel.page.printed import Printed, printed_dates
from suluh.kernel.page.reading import Dated, Kind
from suluh.kernel.page.stamps import EARLIEST, Stamp, address_day, address_month, latest_allowed, read_stamp
from suluh.kernel.page.title import title_place

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
_DAY_FIRST_DOMAINS = (
    "uk",
    "au",
    "nz",
    "ie",
    "in",
    "za",
    "my",
    "sg",
    "id",
    "ng",
    "ke",
    "gh",
    "pk",
    "bd",
    "lk",
    "hk",
    "mt",
)
_SURE, _DOUBTFUL, _DESPERATE = 2.0, 0.5, -0.5
_EVEN = 0.5
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOW = re.compile(r"hari ini|sekarang|\btoday\b|\bnow\b", re.IGNORECASE)
_SPOKEN_WITHIN = 500
_CHUNK = re.compile(r">([^<>]{3,90})<")
_TEXT_ENDS = re.compile(r"\s+")
_RISKY_UTC_HOURS = frozenset((*range(14, 24), *range(9)))


def publication_date(html: str, head: Head, url: str, judged: Judged, now: datetime) -> tuple[Dated | None, Judged]:
    """The date of a page, and its kind as it looks after the dates were seen."""
    if judged.clear and judged.kind is not Kind.ARTICLE:
        return None, judged
    in_address = address_day(url, now)
    structured = _from_json(head, url, now) or _from_meta(head, now)
    if structured is not None:
        source, stamp = structured
        return _settle(source, stamp, in_address, url, html, now), Judged(Kind.ARTICLE, True)
    if in_address and _slashed(url):
        return Dated(in_address, "url", "day", 0.95), Judged(Kind.ARTICLE, True)
    return _from_page(html, head, url, judged, in_address, now)


def _settle(source: str, stamp: Stamp, in_address: date | None, url: str, html: str, now: datetime) -> Dated:
    """Weighs a structured date against the address and, near midnight in UTC, against what the page prints."""
    if in_address == stamp.day:
        return Dated(stamp.day, source, "day", 0.99)
    if in_address and _slashed(url):
        return Dated(in_address, "url", "day", 0.9)
    if stamp.utc_hour in _RISKY_UTC_HOURS:
        shifted = _local_day(stamp, html)
        if shifted != stamp.day and shifted <= latest_allowed(now):
            return Dated(shifted, "text", "day", 0.9)
    return Dated(stamp.day, source, "day", 0.95)


def _local_day(stamp: Stamp, html: str) -> date:
    """The day readers see for a time given in UTC: the neighbour, where the page prints that and not the day itself."""
    if _prints(html, stamp.day):
        return stamp.day
    other = stamp.day + timedelta(days=1 if (stamp.utc_hour or 0) >= 12 else -1)
    return other if _prints(html, other) else stamp.day


def _prints(html: str, day: date) -> bool:
    """True when a page prints a day in one of the forms usual in English, German and Indonesian."""
    long, short = f"{day:%B}", f"{day:%b}"
    forms = (
        f"{long} {day.day}, {day.year}", f"{short} {day.day}, {day.year}", f"{short}. {day.day}, {day.year}",
        f"{long} {day:%d}, {day.year}", f"{day.day} {long} {day.year}", f"{day.day} {short} {day.year}",
        f"{day:%d} {long} {day.year}", f"{day:%d} {short} {day.year}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}",
        f"{day.month}/{day.day}/{day.year}", f"{day:%d-%m-%Y}", f"{day.day}. {long} {day.year}",
    )  # fmt: skip
    return any(form in html for form in forms)


def _slashed(url: str) -> bool:
    return (
        re.search(r"/(?:19|20)\d\d/\w{1,9}/\d{1,2}(?:/|$)|/(?:19|20)\d\d-\d\d-\d\d(?:/|$)", urlsplit(url).path)
        is not None
    )


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


def _from_page(
    html: str, head: Head, url: str, judged: Judged, in_address: date | None, now: datetime
) -> tuple[Dated | None, Judged]:
    """The date by what is printed on the page."""
    body = without_scripts(html[head.body_start :])
    anchor = title_place(body, head)
    seen = printed_dates(body, anchor, _month_first(head, url), now)
    best = _best(seen, in_address, address_month(url))
    near = anchor is not None and best is not None and not best.listed and anchor[0] - 1500 < best.at < anchor[1] + 6000
    if not judged.clear and not near and looks_like_list(body, sum(one.score > 0 for one in seen)):
        return None, Judged(Kind.LISTING, False)
    if best and best.score >= _SURE:
        confidence = min(0.9, 0.5 + best.score / 12)
        return Dated(best.day, "time" if best.machine else "text", "day", confidence), judged
    if in_address:
        return Dated(in_address, "url", "day", 0.75), judged
    dated = _spoken(body, anchor, now) or _doubtful(best, head, url, now)
    if not judged.clear and (dated is None or (dated.confidence < _EVEN and _is_indonesian(head, url))):
        return None, Judged(Kind.PAGE, False)
    return dated, judged


def _is_indonesian(head: Head, url: str) -> bool:
    """Indonesian sites are asked for every page, standing ones too: there a doubtful date is no date."""
    return head.language in ("id", "in") or (urlsplit(url).hostname or "").endswith(".id")


def _doubtful(best: Printed | None, head: Head, url: str, now: datetime) -> Dated | None:
    """What is left where nothing speaks clearly; its confidence says so."""
    if best and best.day >= now.date():
        best = None
    if best and best.score >= _DOUBTFUL:
        return Dated(best.day, "time" if best.machine else "text", "day", 0.4)
    if month := address_month(url):
        return Dated(date(*month, 1), "url", "month", 0.4)
    for name in ("article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified"):
        if stamp := read_stamp(head.metas.get(name), now):
            return Dated(stamp.day, "meta", "day", 0.25)
    if best and best.score >= _DESPERATE:
        return Dated(best.day, "time" if best.machine else "text", "day", 0.2)
    return None


def _best(seen: list[Printed], in_address: date | None, month: tuple[int, int] | None) -> Printed | None:
    """The weightiest date; the address, where it names a day or month, adds its weight; the first of equals."""
    weighed = [
        one._replace(
            score=one.score + 3 * (one.day == in_address) + (2 if month == (one.day.year, one.day.month) else 0)
        )
        for one in seen
    ]
    return max(weighed, key=lambda one: one.score, default=None)


def _spoken(body: str, anchor: tuple[int, int] | None, now: datetime) -> Dated | None:
    """A relative date or one without a year, in a short line near the title."""
    if anchor is None:
        return None
    read = 0
    for chunk in _CHUNK.findall(body, max(0, anchor[0] - 500), anchor[1] + 3000):
        text = _TEXT_ENDS.sub(" ", chunk).strip()
        read += len(text)
        if read > _SPOKEN_WITHIN:
            break
        if len(text) > 60 or not text or _YEAR.search(text) or _NOW.search(text):
            continue
        reading = read_date(text, now)
        if reading.date and reading.precision in ("relative", "day") and reading.label not in ("updated", "event"):
            allowed = EARLIEST <= reading.date <= latest_allowed(now)
            if allowed and (len(text) <= 40 or reading.label):
                return Dated(reading.date, "text", reading.precision, 0.5)
    return None


def _month_first(head: Head, url: str) -> bool:
    """Whether 03/04/2015 means 4 March: English pages outside the domains of day-first countries."""
    host = urlsplit(url).hostname or ""
    locale = head.metas.get("og:locale", "").lower()
    if locale.startswith("en_") and locale != "en_us":
        return False
    return (head.language in (None, "en")) and host.rsplit(".", 1)[-1] not in _DAY_FIRST_DOMAINS


def without_scripts(html: str) -> str:
    """The page without scripts, styles and comments."""
    for begin, end in (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")):
        if begin in html:
            first, *rest = html.split(begin)
            html = first + "".join([part.partition(end)[2] for part in rest])
    return html
