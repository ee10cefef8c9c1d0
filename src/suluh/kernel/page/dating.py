"""When was a page first published? Structured data, address, printed dates, and an outside library at the end."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from suluh.kernel.lexicon.dates import read_date
from suluh.kernel.page.head import Head
from suluh.kernel.page.kind import Judged, looks_like_list
from suluh.kernel.page.printed import Printed, printed_dates
from suluh.kernel.page.reading import Dated, Kind
from suluh.kernel.page.stamps import EARLIEST, address_day, address_month, latest_allowed, read_stamp
from suluh.kernel.page.structured import hidden_date, settle, slashed, structured_date
from suluh.kernel.page.title import title_place

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
_SURE, _DOUBTFUL, _DESPERATE, _LAST_RESORT = 2.0, 0.5, -0.5, -3.0
_EVEN = 0.5
_BESIDE = 200
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOW = re.compile(r"hari ini|sekarang|\btoday\b|\bnow\b", re.IGNORECASE)
_SPOKEN_WITHIN = 500
_INLINE = re.compile(r"</?(?:span|b|i|strong|em|small|font)\b[^>]*>")
_CHUNK = re.compile(r">([^<>]{3,90})<")
_TEXT_ENDS = re.compile(r"\s+")


def publication_date(html: str, head: Head, url: str, judged: Judged, now: datetime) -> tuple[Dated | None, Judged]:
    """The date of a page, and its kind as it looks after the dates were seen."""
    if judged.clear and judged.kind is not Kind.ARTICLE:
        return None, judged
    in_address = address_day(url, now)
    structured = structured_date(head, url, now)
    if structured is not None:
        source, stamp = structured
        return settle(source, stamp, in_address, url, html, now), Judged(Kind.ARTICLE, True)
    if in_address and slashed(url):
        return Dated(in_address, "url", "day", 0.95), Judged(Kind.ARTICLE, True)
    return _from_page(html, head, url, judged, in_address, now)


def _from_page(
    html: str, head: Head, url: str, judged: Judged, in_address: date | None, now: datetime
) -> tuple[Dated | None, Judged]:
    """The date by what is printed on the page."""
    body = without_scripts(html[head.body_start :])
    anchor = title_place(body, head)
    seen = printed_dates(body, anchor, _month_first(head, url), now)
    month = address_month(url)
    best = _best(seen, in_address, month)
    near = anchor is not None and best is not None and not best.listed and anchor[0] - 1500 < best.at < anchor[1] + 6000
    if not judged.clear and not near and looks_like_list(body, sum(one.score > 0 for one in seen)):
        return None, Judged(Kind.LISTING, False)
    if best and best.score >= _SURE:
        confidence = min(0.9, 0.5 + best.score / 12)
        return Dated(best.day, "time" if best.machine else "text", "day", confidence), judged
    if in_address:
        return Dated(in_address, "url", "day", 0.75), judged
    at_home = _is_indonesian(head, url)
    dated = _spoken(body, anchor, month, now) or _hidden(html, now) or _doubtful(best, month, head, at_home, now)
    if not judged.clear and (dated is None or (dated.confidence < _EVEN and at_home)):
        return None, Judged(Kind.PAGE, False)
    return dated, judged


def _hidden(html: str, now: datetime) -> Dated | None:
    stamp = hidden_date(html, now)
    return Dated(stamp.day, "meta", "day", 0.7) if stamp else None


def _is_indonesian(head: Head, url: str) -> bool:
    """Indonesian sites are asked for every page, standing ones too: there a doubtful date is no date."""
    return head.language in ("id", "in") or (urlsplit(url).hostname or "").endswith(".id")


def _doubtful(
    best: Printed | None, month: tuple[int, int] | None, head: Head, at_home: bool, now: datetime
) -> Dated | None:
    """What is left where nothing speaks clearly; its confidence says so."""
    if best and best.day >= now.date():
        best = None
    if best and best.score >= _DOUBTFUL:
        return Dated(best.day, "time" if best.machine else "text", "day", 0.4)
    if month:
        return Dated(date(*month, 1), "url", "month", 0.4)
    for name in ("article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified"):
        if stamp := read_stamp(head.metas.get(name), now):
            return Dated(stamp.day, "meta", "day", 0.25)
    if best and best.score >= (_DESPERATE if at_home else _LAST_RESORT):
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
    best = max(weighed, key=lambda one: one.score, default=None)
    if best is None or not best.machine:
        return best
    # A machine's stamp in UTC may be a day off what stands beside it for readers.
    beside = (one for one in weighed if not one.machine and best.at < one.at < best.at + _BESIDE)
    return next((one._replace(score=best.score) for one in beside if abs((one.day - best.day).days) == 1), best)


def _spoken(body: str, anchor: tuple[int, int] | None, month: tuple[int, int] | None, now: datetime) -> Dated | None:
    """A relative date or one without a year, in a short line near the title; the address may supply the year."""
    if anchor is None:
        return None
    read = 0
    for chunk in _CHUNK.findall(_INLINE.sub(" ", body[max(0, anchor[0] - 500) : anchor[1] + 3000])):
        text = _TEXT_ENDS.sub(" ", chunk).strip()
        read += len(text)
        if read > _SPOKEN_WITHIN:
            break
        if len(text) > 60 or not text or _YEAR.search(text) or _NOW.search(text):
            continue
        reading = read_date(text, now)
        if reading.date and reading.precision in ("relative", "day") and reading.label not in ("updated", "event"):
            allowed = EARLIEST <= reading.date <= latest_allowed(now)
            if month and reading.precision == "day" and reading.date.month == month[1]:
                return Dated(reading.date.replace(year=month[0]), "text", "day", 0.7)
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
