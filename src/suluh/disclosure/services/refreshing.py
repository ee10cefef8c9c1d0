"""The duty to refresh: periodic items every six months, the list by a decree as often (Perki 1/2021 art. 18, 45(7)).

Each item bears its own date. One clock a unit runs to the nearest of them, so that a unit has one duty and one reminder
for its list and not one an item; one clock a public body runs from its last decree.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import F, Min
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import open_clock
from suluh.deadlines.services.clocks import drop_clock, finish_clock, start_clock
from suluh.disclosure.models import Category, Decree, Item
from suluh.kernel.workdays.calendar import national_calendar
from suluh.law.clocks import clocks, deadline
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import Deed, record_many

UNIT_LIST = "unit-list"
BODY_LIST = "body-list"
DUE = Item.objects.filter(state=Item.State.PUBLISHED, refresh_due__isnull=False)
"""Items that have to be refreshed from time to time."""


def refresh_day(start: date) -> date | None:
    """When what is made public on a day has to be refreshed: within six months (Perki 1/2021 art. 18)."""
    return deadline(clocks()["BK"], start, national_calendar()).due


@transaction.atomic
def items_refresh(*, items: Collection[Item], by: Actor) -> int:
    """Confirm that published periodic items still hold; their six months begin anew. The number confirmed.

    What was confirmed today already stays as it is, so a second click does nothing.

    Raises:
        NotAllowed: `by` works neither for the unit of each item nor as PPID of its body.
    """
    today = timezone.localdate()
    keys = [item.pk for item in items]
    rows = list(
        DUE.select_for_update(of=("self",)).filter(pk__in=keys).exclude(refreshed_on=today).select_related("unit")
    )
    units = {item.unit_id: item.unit for item in rows}
    for unit in units.values():
        permit(by, "item.propose", unit)
    Item.objects.filter(pk__in=[item.pk for item in rows]).update(
        refreshed_on=today, refresh_due=refresh_day(today), changed_at=timezone.now()
    )
    deeds = [
        Deed(f"{Item._meta.model_name}:{item.pk}", item.unit, {"code": item.code, "title": item.title}) for item in rows
    ]
    record_many("item.refreshed", deeds, by=by)
    unit_clocks_keep(units=list(units))
    return len(rows)


@transaction.atomic
def unit_clocks_keep(*, units: Collection[int] | None = None) -> int:
    """Hold the clock of each unit against the oldest item of its list, for some units or for all; how many moved.

    A clock whose items were all refreshed ends, in time or late, and the next one begins.
    """
    rows, running = DUE.order_by(), Clock.objects.filter(subject_kind=UNIT_LIST, code="BK", state__in=Clock.OPEN)
    if units is not None:
        rows, running = rows.filter(unit__in=units), running.filter(subject_id__in=units)
    oldest: dict[int, date] = dict(rows.values_list("unit_id").annotate(Min("refreshed_on")))
    open_now = {clock.subject_id: clock for clock in running.select_related("unit")}
    moved = [
        key for key in oldest.keys() | open_now.keys()
        if key not in open_now or open_now[key].start != oldest.get(key)
    ]  # fmt: skip
    for unit in Unit.objects.filter(pk__in=moved):
        _unit_clock_move(unit, open_now.get(unit.pk), oldest.get(unit.pk))
    return len(moved)


def body_clock_restart(*, decree: Decree) -> None:
    """A decree has fixed the list of a body: the six months to the next one begin."""
    if running := open_clock(BODY_LIST, decree.body_id, "DIP"):
        finish_clock(clock=running, on=max(timezone.localdate(), running.start), by=None)
    start_clock(
        code="DIP",
        subject_kind=BODY_LIST,
        subject_id=decree.body_id,
        unit=decree.body,
        title=_("List of public information, %(body)s") % {"body": decree.body.name[:110]},
        start=decree.day,
        by=None,
        page=reverse("disclosure:decrees"),
    )


def refresh_keep() -> int:
    """Every night: what became public or periodic by other ways has its date, and every unit its clock."""
    bare = Item.objects.filter(state=Item.State.PUBLISHED, category=Category.PERIODIC, refresh_due__isnull=True)
    for day in set(bare.order_by().annotate(day=TruncDate("published_at")).values_list("day", flat=True)):
        of_day = bare.filter(published_at__date=day)
        of_day.update(refreshed_on=day, refresh_due=refresh_day(day), changed_at=F("changed_at"))
    return unit_clocks_keep()


def _unit_clock_move(unit: Unit, running: Clock | None, oldest: date | None) -> None:
    today = timezone.localdate()
    if running is not None and oldest is not None and oldest > running.start:
        finish_clock(clock=running, on=max(today, running.start), by=None)
    elif running is not None:
        drop_clock(clock=running, on=today, reason=_("the periodic items of the unit are others now"), by=None)
    if oldest is not None:
        start_clock(
            code="BK",
            subject_kind=UNIT_LIST,
            subject_id=unit.pk,
            unit=unit,
            title=_("Periodic information, %(unit)s") % {"unit": unit.name[:110]},
            start=oldest,
            by=None,
            page=f"{reverse('disclosure:refresh')}?unit={unit.slug}",
        )
