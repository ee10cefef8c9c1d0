"""Deeds on clocks and the calendar, each with the sentence that the timeline shows after the doer's name."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "clock.started": _("started the clock “%(label)s” on %(start)s, due %(due)s"),
    "clock.paused": _("paused the clock “%(label)s” from %(day)s with %(left)s working days left: %(reason)s"),
    "clock.resumed": _("let the clock “%(label)s” go on from %(day)s, due %(due)s"),
    "clock.extended": _("extended the clock “%(label)s” from %(old)s to %(due)s: %(ground)s"),
    "clock.finished": _("ended the clock “%(label)s” on %(day)s, due %(due)s: %(result)s"),
    "clock.dropped": _("stopped the clock “%(label)s” without a result: %(reason)s"),
    "clock.moved": _(
        "moved the date of “%(label)s” from %(old)s to %(new)s by calendar version %(version)s (%(decree)s)"
    ),
    "clock.lapsed": _("noted that the clock “%(label)s” ran out on %(due)s"),
    "calendar.seeded": _("set up the calendar from %(source)s"),
    "calendar.changed": _(
        "changed the calendar to version %(version)s (%(decree)s): %(edits)s; dates moved: %(moved)s"
    ),
}
