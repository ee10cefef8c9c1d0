"""The legal clock of an exclusion: a warning thirty working days before it ends (PP 61/2010 art. 8; EXP)."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.selectors import open_clock
from suluh.deadlines.services.clocks import finish_clock, start_clock
from suluh.disclosure.models import Exclusion
from suluh.disclosure.selectors.decrees import body_unit

KIND = "exclusion"


def warning_start(exclusion: Exclusion) -> None:
    """Warn the PPID's body in time; an exclusion without a last day never ends by itself.

    The clock's name tells the number alone: whoever sees clocks need not be trusted with what is excluded.
    """
    if exclusion.ends_on is None:
        return
    start_clock(
        code="EXP",
        subject_kind=KIND,
        subject_id=exclusion.pk,
        unit=body_unit(exclusion.unit),
        title=_("Exclusion %(number)s ends") % {"number": exclusion.number},
        start=exclusion.ends_on,
        by=None,
        page=reverse("disclosure:exclusion", args=[exclusion.pk]),
    )


def warning_stop(exclusion: Exclusion) -> None:
    """The exclusion was changed or opened: nothing is left to warn of."""
    clock = open_clock(KIND, exclusion.pk, "EXP")
    if clock is not None:
        finish_clock(clock=clock, on=timezone.localdate(), by=None)
