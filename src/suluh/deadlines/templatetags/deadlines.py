"""A clock on a page: the table of its days, and the small form with boxes."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors.clocks import Pace, pace
from suluh.deadlines.selectors.days import DayTable, table_of
from suluh.deadlines.wording import left_words, length_words, said_day
from suluh.law.clocks import Acts
from suluh.law.clocks import Clock as Rule

register = template.Library()

OTHERS = {
    Acts.REQUESTER: _("for the requester to act"),
    Acts.COMMISSION: _("for the Komisi Informasi to act"),
    Acts.ORGANISER: _("for the organiser of SP4N-LAPOR! to act"),
}
"""Whose the clocks are on which nobody in the office can act."""
MOST_BOXES = 20
"""More working days than this are told in words alone."""


@register.inclusion_tag("deadlines/parts/days.html")
def clock_days(clock: Clock) -> dict[str, Any]:
    """The day table of a stored clock, nothing where no days are counted."""
    return {"table": table_of(clock), "week": clock.week}


@register.inclusion_tag("deadlines/parts/days.html")
def day_rows(table: DayTable | None, week: int | None = 5) -> dict[str, Any]:
    """A day table that is at hand already."""
    return {"table": table, "week": week}


@register.inclusion_tag("deadlines/parts/bar.html")
def clock_bar(clock: Clock, how: Pace | None = None) -> dict[str, Any]:
    """The small form: a box a working day, the days left, the date. A list gives the pace of `paces_of` along."""
    return bar_parts(clock, how or pace(clock))


def bar_parts(clock: Clock, how: Pace) -> dict[str, Any]:
    """What the small form is drawn from. On a clock that is somebody else's nothing alarms; it says whose it is."""
    others, boxes = OTHERS.get(clock.rule.acts, ""), _boxes(clock, how.left)
    if others:
        boxes = ["d" if box == "x" else box for box in boxes]
    return {"clock": clock, "pace": how, "left": left_words(how), "boxes": boxes, "others": others}


def _boxes(clock: Clock, left: int | None) -> list[str]:
    """The class of each box: `d` passed, `x` passed and late, `e` to come by the extension, "" to come."""
    total = clock.running.length
    if not clock.rule.counts_working_days or total > MOST_BOXES:
        return []
    if left is not None and left < 0:
        return ["x"] * total
    gone = total - (left or 0) if clock.is_open else total
    own = clock.running.segments[0].length
    return ["d" if place < gone else "e" if place >= own else "" for place in range(total)]


@register.filter
def said(day: Any) -> str:
    """A day with its weekday, for headings."""
    return said_day(day)


@register.filter
def length(rule: Rule) -> str:
    """How long a legal clock runs."""
    return length_words(rule)
