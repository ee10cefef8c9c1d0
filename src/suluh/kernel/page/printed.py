"""Dates printed on a page for its readers: found by their years, weighed by where and beside what they stand.

No parse: a page has some hundred four-digit years at most, and the tags before each say what it is. The title's
place, bylines and class names speak for a date; footers, sidebars, comments, clocks and prose against it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from html import unescape
from itertools import islice
from typing import NamedTuple

from suluh.kernel.lexicon.absolute import make_day
from suluh.kernel.lexicon.dates import read_dates
from suluh.kernel.lexicon.world import WORLD_MONTHS
from suluh.kernel.page.stamps import EARLIEST, latest_allowed, read_stamp
from suluh.kernel.page.weight import weigh

_YEARS = (re.compile(r"20[0-4]\d(?!\d)"), re.compile(r"19[89]\d(?!\d)"))
_TAGS = re.compile(r"<[^>]*>?")
_NEVER_DATED = ("<a ", "<img", "<link", "<source", "<option", "<iframe")
_DATED_ATTRIBUTES = ("datetime", "dateTime", "content", "title", "data-", "pubdate")
_ATTRIBUTE_BEFORE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)$")
_YEAR_FIRST = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)|(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})"
)
_FIGURES_END = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?$")
_WORTH_READING = re.compile(r"\d")
_ENDS = ('id="comment', 'class="comment', "disqus_thread", 'id="respond', 'class="related', 'id="related', "<footer",
         'id="footer', 'class="footer', 'class="sidebar', 'id="sidebar', "related-posts",
         "related-articles")  # fmt: skip
_MOST, _MOST_YEARS = 60, 2000
_HEADER_REACH = 800
_LAST_ZONE = timezone(timedelta(hours=9))
_LISTED, _NEAR = 2.5, 4.0


class Printed(NamedTuple):
    """A date seen on the page: where, how much speaks for it, whether for machines, the tag it stands in,
    and whether many other days stand in such tags."""

    at: int
    day: date
    score: float
    machine: bool = False
    around: str = ""
    listed: bool = False


def printed_dates(body: str, anchor: tuple[int, int] | None, month_first: bool, now: datetime) -> list[Printed]:
    """Every full date in a page's body (scripts taken out), in order of appearance.

    `anchor` is the place of the page's title; `month_first` reads 03/04/2015 as in the United States.
    """
    places = sorted({found.start() for years in _YEARS for found in islice(years.finditer(body), _MOST_YEARS)})
    today = now.astimezone(_LAST_ZONE).date()
    end = _article_end(body, anchor[1] if anchor else 0)
    seen: list[Printed] = []
    for at in places:
        if at and (body[at - 1].isalnum() or body[at - 1] in "_=%$€£"):
            continue
        found = _at(body, at, month_first, now)
        if found is None or not EARLIEST <= found[0] <= latest_allowed(now):
            continue
        day, machine = found
        if not machine and day > today:
            continue
        seen.append(Printed(at, day, weigh(body, at, machine, anchor, end), machine, _tag_around(body, at)))
        if len(seen) >= _MOST:
            break
    return _without_lists(seen)


def _tag_around(body: str, at: int) -> str:
    opened = body.rfind("<", max(0, at - 300), at)
    return body[opened : min(at, body.find(">", opened) + 1)][:60] if opened >= 0 else ""


def _without_lists(seen: list[Printed]) -> list[Printed]:
    """Three or more different days in the same kind of tag are a list of other pieces, save the one by the title."""
    days: dict[str, set[date]] = {}
    for one in seen:
        days.setdefault(one.around, set()).add(one.day)
    first = {tag: max((one for one in seen if one.around == tag), key=lambda one: one.score) for tag in days}
    return [
        one._replace(
            score=one.score - (_LISTED if one is not first[one.around] or one.score < _NEAR else 0),
            listed=len(days[one.around]) > 3,
        )
        if len(days[one.around]) > 2 and not one.machine
        else one
        for one in seen
    ]


def _article_end(body: str, after: int) -> int:
    """Where comments, related articles or the footer begin."""
    ends = [found for mark in _ENDS if (found := body.find(mark, after + _HEADER_REACH)) > 0]
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
    if body.startswith(_NEVER_DATED, opened):
        return None
    inside = body[opened:at]
    if not any(name in inside for name in _DATED_ATTRIBUTES):
        return None
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
