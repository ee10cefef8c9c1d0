"""What the deadlines lay on a person's table: dates that are near or have passed, and the year to confirm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.deadlines.acting import WHO, acts_on
from suluh.deadlines.models import Clock
from suluh.deadlines.selectors.clocks import Pace, due_soon
from suluh.deadlines.selectors.year import years_to_confirm
from suluh.deadlines.wording import left_words
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.rights import grants_of
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def dates_waiting(person: Person) -> Iterable[Duty]:
    """Clocks on which the person has to act and whose date is near or has passed."""
    held = {grant.role for grant in grants_of(person)}
    acts = tuple(who for who, roles in WHO.items() if held & set(roles))
    if not acts:
        return
    near = [(clock, how) for clock, how in due_soon(person, acts=acts) if acts_on(person, clock)]
    own = {grant.unit_id for grant in grants_of(person)}
    near.sort(key=lambda one: one[0].unit_id not in own)  # what others have to do never hides what is one's own
    for clock, how in near[:MOST]:
        yield _duty(clock, how)


def _duty(clock: Clock, how: Pace) -> Duty:
    return Duty(
        title=f"{clock.title}: {clock.rule.label}",
        reason=_("%(left)s · %(law)s") % {"left": left_words(how).capitalize(), "law": clock.rule.law},
        url=clock.page or reverse("deadlines:clock", args=[clock.pk]),
        action=_("Open the case"),
        due=clock.due,
        urgent=how.late or how.left == 0,
    )


def years_waiting(person: Person) -> Iterable[Duty]:
    """Years whose free days nobody has held against the joint decree."""
    if not may(person, "calendar.edit"):
        return
    for year in years_to_confirm(timezone.localdate()):
        yield Duty(
            title=_("Confirm the free days of %(year)s") % {"year": year},
            reason=_("Hold the calendar against the joint decree, so that dates are no estimates."),
            url=reverse("deadlines:calendar-year", args=[year]),
            action=_("Open the calendar"),
            due=date(year - 1, 12, 31) if year > timezone.localdate().year else None,
        )


DUTIES = [
    DutySource("deadlines.dates", dates_waiting, gettext_lazy("Deadlines")),
    DutySource("deadlines.years", years_waiting, gettext_lazy("Calendar of working days")),
]
