"""How dates and days left are said."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors.clocks import Pace
from suluh.law.clocks import Clock as Rule
from suluh.law.clocks import Counts


def said_day(day: object) -> str:
    """A day with its weekday, day, month and year kept on one line: "Selasa, 7 April 2026"."""
    return date_format(day, "l, j\u00a0F\u00a0Y")  # type: ignore[arg-type]


def length_words(rule: Rule) -> str:
    """How long a clock runs: "10 working days"."""
    length = rule.length or 0
    if rule.counts is Counts.WORKING:
        return ngettext("%(n)d working day", "%(n)d working days", length) % {"n": length}
    if rule.counts is Counts.BACK:
        return ngettext("%(n)d working day before", "%(n)d working days before", length) % {"n": length}
    if rule.counts is Counts.CALENDAR:
        return ngettext("%(n)d day", "%(n)d days", length) % {"n": length}
    if rule.counts is Counts.MONTHS:
        return ngettext("%(n)d month", "%(n)d months", length) % {"n": length}
    return _("31 March of the next year") if rule.counts is Counts.MARCH else _("at once")


def left_words(how: Pace) -> str:
    """How many days are left, or how long the date has passed."""
    if how.left is None:
        return ""
    if how.left < 0:
        return ngettext("%(n)d day late", "%(n)d days late", -how.left) % {"n": -how.left}
    if how.left == 0:
        return _("today")
    if how.working:
        return ngettext("%(n)d working day left", "%(n)d working days left", how.left) % {"n": how.left}
    return ngettext("%(n)d day left", "%(n)d days left", how.left) % {"n": how.left}


def headline(clock: Clock) -> str:
    """The sentence of a clock's page."""
    given = {"label": clock.rule.label, "due": said_day(clock.due) if clock.due else ""}
    if clock.ended_on is not None:
        given["day"] = said_day(clock.ended_on)
    if clock.state == Clock.State.PAUSED:
        return _("%(label)s is paused.") % given
    if clock.state == Clock.State.FROZEN:
        return _("%(label)s was stopped without a result on %(day)s.") % given
    if clock.state == Clock.State.LATE:
        return _("%(label)s was done on %(day)s, after the date of %(due)s.") % given
    if clock.state == Clock.State.MET:
        return _("%(label)s was done in time, on %(day)s.") % given
    if clock.due is None:
        return _("%(label)s: at once.") % given
    if clock.due < timezone.localdate():
        return _("The date of %(label)s has passed: %(due)s.") % given
    return _("%(label)s: %(due)s at the latest.") % given
