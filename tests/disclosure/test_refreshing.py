"""Periodic items are refreshed every six months; a unit has one duty for its list, the body one for its decree."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.deadlines import duties
from suluh.deadlines.models import Clock
from suluh.disclosure.models import Item
from suluh.disclosure.services.exclusions import exclusion_open
from suluh.disclosure.services.items import item_propose, item_propose_removal, version_accept
from suluh.disclosure.services.refreshing import items_refresh, refresh_day, refresh_keep, unit_clocks_keep
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from suluh.organization.sockets.duties import duties_of
from tests.disclosure.excluding import excluded
from tests.disclosure.making import accepted, content, fix, published

BERKALA = {"category": "berkala", "law_code": "B-c"}


def periodic(world, title="Laporan kinerja 2025", unit=None) -> Item:
    return published(unit or world.health, world.root, title, **BERKALA)


def let_lie(*items: Item, days: int = 200) -> date:
    """The items were last refreshed so long ago; their unit's clock follows."""
    day = timezone.localdate() - timedelta(days=days)
    Item.objects.filter(pk__in=[item.pk for item in items]).update(refreshed_on=day, refresh_due=refresh_day(day))
    unit_clocks_keep()
    return day


def clocks(code="BK"):
    return list(Clock.objects.filter(code=code).order_by("pk").values_list("unit__name", "state", "start"))


def page(person, **asked):
    client = Client()
    client.force_login(person)
    return client.get(reverse("disclosure:refresh"), asked).content.decode()


def test_publishing_starts_the_clock_of_the_unit_and_the_clock_of_the_body(world):
    periodic(world)

    assert clocks() == [("Dinas Kesehatan", "running", timezone.localdate())]
    assert clocks("DIP") == [("Pemerintah Kabupaten Arunika", "running", date(2026, 4, 1))]


def test_a_unit_without_periodic_items_has_no_clock(world):
    published(world.health, world.root)

    assert clocks() == []


def test_the_next_decree_ends_the_clock_of_the_list_and_starts_another(world):
    periodic(world)
    accepted(world.social)
    fix(world.root, "2/2026")

    assert [state for _unit, state, _start in clocks("DIP")] in (["met", "running"], ["late", "running"])


def test_a_unit_has_one_clock_to_the_nearest_of_its_items(world):
    first, second = periodic(world), periodic(world, "Laporan keuangan 2025")
    day = let_lie(first, days=100)

    assert [(state, start) for _unit, state, start in clocks() if state == "running"] == [("running", day)]
    assert second.refreshed_on == timezone.localdate()


def test_confirming_begins_the_six_months_anew(world):
    item = periodic(world)
    let_lie(item)

    assert items_refresh(items=[item], by=world.officer) == 1

    item.refresh_from_db()
    today = timezone.localdate()
    assert (item.refreshed_on, item.refresh_due) == (today, refresh_day(today))
    assert [state for _unit, state, _start in clocks()] == ["frozen", "late", "running"]


def test_the_clock_goes_on_while_another_item_lies(world):
    first, second = periodic(world), periodic(world, "Laporan keuangan 2025")
    day = let_lie(first, second)
    items_refresh(items=[first], by=world.officer)

    assert [start for _unit, state, start in clocks() if state == "running"] == [day]


def test_a_second_click_confirms_nothing_more(world):
    item = periodic(world)
    let_lie(item)
    items_refresh(items=[item], by=world.officer)

    assert items_refresh(items=[item], by=world.officer) == 0
    assert Event.objects.filter(code="item.refreshed").count() == 1


@pytest.mark.parametrize("person", ["sibling", "coordinator", "superior"])
def test_who_does_not_propose_for_the_unit_does_not_confirm(world, person):
    item = periodic(world)
    let_lie(item)

    with pytest.raises(NotAllowed):
        items_refresh(items=[item], by=getattr(world, person))


def test_items_of_other_units_among_many_stop_all_of_them(world):
    own, other = periodic(world), periodic(world, "Lain", unit=world.social)
    let_lie(own, other)

    with pytest.raises(NotAllowed):
        items_refresh(items=[own, other], by=world.officer)
    assert not Event.objects.filter(code="item.refreshed").exists()


def test_what_is_taken_off_the_list_takes_its_clock_along(world):
    item = periodic(world)
    removal = item_propose_removal(item=item, by=OPERATOR)
    version_accept(version=removal, by=OPERATOR, **BERKALA)
    fix(world.root, "2/2026")

    assert [state for _unit, state, _start in clocks()] == ["frozen"]


def test_what_opens_by_itself_has_its_date_after_the_night(world):
    item = item_propose(unit=world.health, content=content(**BERKALA), by=OPERATOR).item
    exclusion_open(exclusion=excluded(world.health, item), reason="Putusan", by=OPERATOR)
    refresh_keep()

    item.refresh_from_db()
    assert item.refresh_due == refresh_day(timezone.localdate())
    assert [state for _unit, state, _start in clocks()] == ["running"]


def test_the_night_changes_nothing_that_is_right(world):
    periodic(world)
    events = Event.objects.count()

    assert refresh_keep() == 0
    assert Event.objects.count() == events


def test_one_duty_leads_the_unit_to_its_late_items(world):
    items = [periodic(world, f"Laporan {number}") for number in range(3)]
    let_lie(*items)

    waiting = [duty for duty in duties_of(world.officer) if "Informasi berkala" in duty.title]

    assert [(duty.urgent, duty.url) for duty in waiting] == [
        (True, f"{reverse('disclosure:refresh')}?unit={world.health.slug}")
    ]


def test_the_page_shows_what_is_late_and_what_is_near(world):
    late, near = periodic(world, "Terlambat"), periodic(world, "Dekat")
    far = periodic(world, "Jauh")
    let_lie(late)
    let_lie(near, days=165)
    shown = page(world.officer)

    assert "1 butir seharusnya sudah diperbarui." in shown
    assert late.title in shown
    assert near.title in shown
    assert far.title not in shown


def test_many_are_confirmed_at_once_from_the_page(world):
    items = [periodic(world, f"Laporan {number}") for number in range(3)]
    let_lie(*items)
    client = Client()
    client.force_login(world.officer)
    client.post(reverse("disclosure:refresh"), {"butir": [item.code for item in items[:2]]})

    assert Item.objects.filter(refreshed_on=timezone.localdate()).count() == 2


def test_the_list_says_since_when_an_item_lies(world):
    let_lie(periodic(world))
    client = Client()
    client.force_login(world.officer)

    assert "perlu diperbarui sejak" in client.get(reverse("disclosure:items") + "?tab=terbit").content.decode()


@pytest.mark.parametrize("after", ["x", "2026-13-40|1", "2026-01-01|" + "9" * 40, "|", "2026-01-01|\u00b2"])
def test_a_place_that_is_none_is_the_beginning(world, after):
    item = periodic(world)
    let_lie(item)

    assert item.title in page(world.officer, setelah=after)


def test_what_others_have_to_do_never_hides_what_is_one_s_own(world):
    let_lie(periodic(world))
    item = published(world.root, world.root, "Laporan kabupaten", **BERKALA)
    let_lie(item, days=190)
    found = list(duties.dates_waiting(world.ppid))

    assert world.root.name in next(duty.title for duty in found if "Informasi berkala" in duty.title)
