"""Puts Arunika's list of public information into the database: items in sets, the decree by its own services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from suluh.deadlines.models import Clock
from suluh.demo.ppid.contents import contents_of
from suluh.demo.ppid.office import Office
from suluh.demo.ppid.plan import last_worked
from suluh.demo.units import DemoUnit
from suluh.disclosure.content import ItemContent
from suluh.disclosure.models import Decree, Item, ItemVersion
from suluh.disclosure.services.decrees import decree_approve, decree_prepare, decree_send
from suluh.disclosure.services.items import content_columns
from suluh.disclosure.services.lexemes import lexemes_refresh
from suluh.disclosure.services.numbering import next_codes
from suluh.disclosure.services.refreshing import UNIT_LIST, refresh_day, unit_clocks_keep
from suluh.organization.models import Unit

DECREED_BEFORE = timedelta(days=120)
LET_LIE = timedelta(days=90)
"""So much older is what every ninth office has not looked at since: its six months are over."""
WAITING = 3
"""Proposals a few offices have made since the decree; they wait for review."""


def list_publish(plans: tuple[DemoUnit, ...], units: dict[str, Unit], office: Office, *, seed: int, today: date) -> int:
    """Propose, decree and publish the list as it stood four months ago; the number of items on it."""
    day = last_worked(today - DECREED_BEFORE)
    for plan in plans:
        said = _made_by(day, contents_of(plan, seed=seed, year=day.year))
        _propose(units[plan.slug], said, office, state=ItemVersion.State.ACCEPTED)
    decree = decree_prepare(body=office.body, number=f"188.4/12/PPID/{day.year}", day=day, by=office.ppid)
    decree = decree_approve(decree=decree_send(decree=decree, by=office.ppid), by=office.superior)
    _backdate(decree, day)
    for plan in plans[1 : 1 + WAITING]:
        fresh = _made_by(today, contents_of(plan, seed=seed, year=today.year + 1)[:2])
        _propose(units[plan.slug], fresh, office, state=ItemVersion.State.PROPOSED)
    lexemes_refresh()
    return Item.objects.filter(decree=decree).count()


def _made_by(day: date, contents: list[ItemContent]) -> list[ItemContent]:
    """The same contents, none of them made after a day."""
    return [replace(one, made_on=min(one.made_on or day, day)) for one in contents]


def _propose(unit: Unit, contents: list[ItemContent], office: Office, *, state: str) -> None:
    if not contents:
        return
    codes = next_codes(unit, len(contents))
    items = Item.objects.bulk_create(
        Item(unit=unit, code=code, origin=Item.Origin.SHEET, **content_columns(said))
        for code, said in zip(codes, contents, strict=True)
    )
    reviewed = state == ItemVersion.State.ACCEPTED
    ItemVersion.objects.bulk_create(
        ItemVersion(
            item=item,
            number=1,
            content=said.as_json(),
            state=state,
            reviewed_by=office.ppid if reviewed else None,
            reviewed_at=timezone.now() if reviewed else None,
        )
        for item, said in zip(items, contents, strict=True)
    )


def _backdate(decree: Decree, day: date) -> None:
    """The decree is four months old, and so is what it published."""
    moment = timezone.make_aware(datetime.combine(day, time(10)))
    Decree.objects.filter(pk=decree.pk).update(sent_at=moment, approved_at=moment)
    on_list = Item.objects.filter(decree=decree)
    on_list.update(published_at=moment, changed_at=moment)
    periodic = on_list.filter(refresh_due__isnull=False)
    periodic.update(refreshed_on=day, refresh_due=refresh_day(day))
    older = day - LET_LIE
    let_lie = periodic.filter(unit__in=list(periodic.order_by("unit").values_list("unit", flat=True).distinct()[::9]))
    let_lie.update(published_at=moment - LET_LIE, refreshed_on=older, refresh_due=refresh_day(older))
    Clock.objects.filter(subject_kind=UNIT_LIST).delete()
    unit_clocks_keep()
