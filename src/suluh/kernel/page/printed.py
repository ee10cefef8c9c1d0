"""Dates printed on a page for its readers: found by their years, weighed by where and beside what they stand.

No parse: a page has some hundred four-digit years at most, and the tags before each say what it is. The title's
place, bylines and class names speak for a date; footers, sidebars, comments, clocks and prose against it.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from typing import NamedTuple

from suluh.kernel.lexicon.absolute import make_day
from suluh.kernel.lexicon.dates import read_dates
from suluh.kernel.lexicon.world import WORLD_MONTHS
from suluh.kernel.page.stamps import EARLIEST, latest_allowed, read_stamp

_YEARS = (re.compile(r"20[0-4]\d(?!\d)"), re.compile(r"19[89]\d(?!\d)"))
_TAGS = re.compile(r"<[^>]*>?")
_ATTRIBUTE_BEFORE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)$")
_YEAR_FIRST = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)|(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})"
)
_FIGURES_END = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?$")
_WORTH_READING = re.compile(r"\d")
_STRONG = re.compile(
    r"publish|pubdate|publi|entry-date|post-date|post_date|postdate|article-date|article__date|articledate"
    r"|date-line|dateline|posted|byline|datecreated|created|postmeta|post-meta|entry-meta|article-meta"
    r"|postmetadata|datum|fecha|tanggal|timestamp|date-time|datetime|submitted|field-date|news-date|newsdate"
    r"|blog-date|date-header|diterbitkan"
)
_WEAK = re.compile(r"date|time|meta|info|author|autor|byline|tgl|calendar-alt|fa-clock|header|detail|sub")
_AGAINST = re.compile(
    r"updat|modif|copyright|footer|widget|sidebar|side-|related|comment|kommentar|event|agenda|archiv|popular"
    r"|recent|latest|terkini|terbaru|terpopuler|trending|next|prev|nav|menu|marquee|ticker|breaking|today|clock"
    r"|jam-|current|teaser|more-|aside|pagination|expire|deadline|birth|<option|<select|carousel|slider|promo"
    r"|banner|recommend"
)
_CLOCK = re.compile(
    r"hari-?ini|today|clock|current-?date|date-?now|jam\b|topbar|top-bar|top_bar|header-date|date-today"
)
_SAID_PUBLISHED = re.compile(
    r"publish|posted|post(?:ed)? on|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|geplaatst"
    r"|publicerad|publisert|udgivet|diterbitkan|dipublikasikan|diposting|tayang|rilis|written|created|first|datum"
    r"|date:|am:|опубликован|opublikowano|dodano|gepostet|eingestellt|online seit|le :|fecha|tanggal|tgl|發布|发布|发表"
)
_SAID_UPDATED = re.compile(
    r"updat|modif|edited|revis|aktualis|geändert|bearbeitet|mis à jour|màj|actualiz|aggiornat|bijgewerkt|oppdatert"
    r"|uppdater|diperbarui|diperbaharui|pembaruan|diubah|zuletzt|stand:|обновлен|last "
)
_NOT_PUBLICATION = re.compile(
    r"copyright|©|&copy;|all rights|since |established|gültig|expires|deadline|born|lahir|berlaku|event|agenda"
    r"|pelaksanaan|retrieved|accessed|abgerufen|joined|member since|registered|version"
)
_ENDS = ('id="comment', 'class="comment', "disqus_thread", 'id="respond', 'class="related', 'id="related', "<footer",
         'id="footer', 'class="footer', 'class="sidebar', 'id="sidebar', "related-posts",
         "related-articles")  # fmt: skip
_NEAR_TITLE = 2500
_BEFORE_TITLE = 1200
_MOST = 60


class Printed(NamedTuple):
    """A date seen on the page: where, how much speaks for it, and whether a tag gives it for machines too."""

    at: int
    day: date
    score: float
    machine: bool = False


def printed_dates(body: str, anchor: tuple[int, int] | None, month_first: bool, now: datetime) -> list[Printed]:
    """Every full date in a page's body (scripts taken out), in order of appearance.

    `anchor` is the place of the page's title; `month_first` reads 03/04/2015 as in the United States.
    """
    places = sorted({found.start() for years in _YEARS for found in years.finditer(body)})
    end = _article_end(body, anchor[1] if anchor else 0)
    seen: list[Printed] = []
    for at in places:
        if at and (body[at - 1].isalnum() or body[at - 1] in "_=%$€£"):
            continue
        found = _at(body, at, month_first, now)
        if found is None or not EARLIEST <= found[0] <= latest_allowed(now):
            continue
        day, machine = found
        seen.append(Printed(at, day, _weigh(body, at, machine, anchor, end), machine))
        if len(seen) >= _MOST:
            break
    return seen


def _article_end(body: str, after: int) -> int:
    """Where comments, related articles or the footer begin."""
    ends = [found for mark in _ENDS if (found := body.find(mark, after)) > 0]
    return min(ends, default=len(body))


def _at(body: str, at: int, month_first: bool, now: datetime) -> tuple[date, bool] | None:
    """The full date that the year at `at` belongs to, and whether it stands in an attribute."""
    opened, closed = body.rfind("<", max(0, at - 600), at), body.rfind(">", max(0, at - 600), at)
    if opened > closed:
        return _in_tag(body, opened, at, now)
    if (found := _YEAR_FIRST.match(body, at)) is not None:
        groups = [int(group) for group in found.groups() if group]
        day = make_day(*groups)
        return (day, False) if day else None
    before = body[max(0, at - 160) : at]
    if not _WORTH_READING.search(before):
        return None
    cut = before.find(">") if ">" in before and ("<" not in before or before.find(">") < before.find("<")) else -1
    words = unescape(_TAGS.sub(" ", before[cut + 1 :]))[-48:]
    if (figures := _FIGURES_END.search(words)) is not None:
        return _in_figures(figures, int(body[at : at + 4]), month_first)
    window = words[words.find(" ") + 1 :] + body[at : at + 4]
    readings = read_dates(window, now, WORLD_MONTHS)
    year = int(body[at : at + 4])
    day = next(
        (one.date for one in reversed(readings) if one.precision == "day" and one.date and one.date.year == year), None
    )
    return (day, False) if day else None


def _in_figures(found: re.Match[str], year: int, month_first: bool) -> tuple[date, bool] | None:
    first, second = int(found[1]), int(found[3])
    if (month_first and found[2] == "/" and first <= 12) or second > 12:
        first, second = second, first
    day = make_day(year, second, first)
    return (day, False) if day else None


def _in_tag(body: str, opened: int, at: int, now: datetime) -> tuple[date, bool] | None:
    attribute = _ATTRIBUTE_BEFORE.search(body, opened, at)
    if attribute is None:
        return None
    name = attribute[1].lower()
    tag = body[opened : opened + 8].lower()
    dated = name in ("datetime", "pubdate") or (name == "content" and "date" in body[opened:at].lower())
    titled = name == "title" and tag.startswith(("<abbr", "<time", "<span"))
    if not dated and not titled and not (name.startswith("data-") and ("date" in name or "publ" in name)):
        return None
    closing = body.find(attribute[0][len(attribute[1]) :].strip("= ")[0], at)
    stamp = read_stamp(body[at - len(attribute[2]) : closing if closing > 0 else at + 30], now)
    return (stamp.day, True) if stamp else None


def _weigh(body: str, at: int, machine: bool, anchor: tuple[int, int] | None, end: int) -> float:
    """How much speaks for the date at `at` being the day of publication."""
    opened = body.rfind("<", max(0, at - 400), at)
    before = body[max(0, at - 320) : at].lower()
    near = before[-160:]
    said = _TAGS.sub(" ", near[near.find(">") + 1 :])[-60:] if not machine else ""
    score = _by_place(at, anchor, end)
    if _STRONG.search(near):
        score += 2
    elif _WEAK.search(near) or _STRONG.search(before):
        score += 1
    if machine and body.startswith(("<time", "<abbr"), opened):
        score += 1.5 if "pubdate" in body[opened : opened + 160] else 1
    tag = near[near.rfind("<") :] if "<" in near else near
    against = _AGAINST.search(before)
    if against:
        score -= 2 if _AGAINST.search(tag) or _AGAINST.search(near) else 0.75
    if _CLOCK.search(near):
        score -= 2
    if _SAID_UPDATED.search(said):
        score -= 2.5
    elif _SAID_PUBLISHED.search(said):
        score += 1.5
    if _NOT_PUBLICATION.search(said) or _NOT_PUBLICATION.search(near[-40:]):
        score -= 3
    return score + _by_company(body, at, machine)


def _by_place(at: int, anchor: tuple[int, int] | None, end: int) -> float:
    if anchor is None:
        return 0.5 if at < 6000 else -0.5
    start, stop = anchor
    if at >= end:
        return -2.0
    if stop <= at <= stop + _NEAR_TITLE:
        return 3.0 - 1.5 * (at - stop) / _NEAR_TITLE
    if start - _BEFORE_TITLE <= at < stop:
        return 1.5
    return -1.0 if at < start else 0.25


def _by_company(body: str, at: int, machine: bool) -> float:
    """A date alone in its element speaks for itself; one in the middle of prose is about something else."""
    if machine:
        return 0.0
    begin, stop = body.rfind(">", max(0, at - 1200), at) + 1, body.find("<", at)
    length = (stop if stop > 0 else len(body)) - begin
    if length <= 40:
        return 1.0
    if length <= 110:
        return 0.25
    return -1.0 if at - begin < 40 else -2.5
