"""The calendar: what is planned, what speaks against it, who sees it where."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from suluh.newsroom.errors_planning import SheetHasFaults, SlotFilled
from suluh.newsroom.models import FeedKey, Slot
from suluh.newsroom.selectors.calendar import ENTRIES, calendar_page
from suluh.newsroom.selectors.clashes import warnings_for
from suluh.newsroom.services.keeping import feed_key_end, feed_key_make, observance_add
from suluh.newsroom.services.slot_import import plan_preview, plan_take
from suluh.newsroom.services.slots import Plan, series_add, slot_add, slot_change, slot_drop, slot_move
from suluh.newsroom.services.stories import story_edit
from suluh.organization.errors import NotAllowed
from suluh.organization.models import ImportDraft, Role
from suluh.organization.rights import OPERATOR
from tests.newsroom.publishing import waiting_story
from tests.newsroom.telling import WORDS, approved, connected
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def at(day: int, hour: int = 9, month: int = 4) -> datetime:
    return timezone.make_aware(datetime(2026, month, day, hour))


def planned(world, moment, title="Jadwal imunisasi", channels=()) -> Slot:
    return slot_add(unit=world.health, plan=Plan(title, "service", moment, "", tuple(channels)), by=world.officer)


def april(person, **more):
    return calendar_page(person, view="bulan", around=date(2026, 4, 2), **more)


def test_a_month_shows_each_entry_on_its_day_in_the_governments_zone(world):
    slot = planned(world, at(6, hour=0))

    (day,) = [one for one in april(world.officer).days if one.slots]
    assert (day.day, day.slots) == (date(2026, 4, 6), [slot])


def test_a_full_day_shows_three_and_says_how_many_more(world):
    for hour in range(6, 13):
        planned(world, at(6, hour=hour))

    day = next(one for one in april(world.officer).days if one.day == date(2026, 4, 6))
    assert (len(day.slots), day.more, day.more_on_phones) == (3, 4, 5)


def test_a_full_day_goes_on_from_page_to_page_without_gaps(world, monkeypatch):
    monkeypatch.setitem(ENTRIES, "hari", 2)
    slots = [planned(world, at(6, hour=hour)) for hour in (8, 8, 8, 9, 10)]

    seen, after = [], 0
    while not seen or after:
        page = calendar_page(world.officer, view="hari", around=date(2026, 4, 6), after=after)
        seen += page.days[0].slots
        after = page.following

    assert seen == slots
    assert page.total == 5


def test_another_units_officer_sees_nothing_of_it(world):
    planned(world, at(6))

    assert april(world.sibling).total == 0
    assert april(world.coordinator).total == 1


def test_a_kind_alone_may_be_looked_at(world):
    planned(world, at(6))

    assert april(world.officer, kind="service").total == 1
    assert april(world.officer, kind="news").total == 0


def test_a_month_and_a_week_begin_on_monday_and_end_on_sunday(world):
    month = april(world.officer)
    week = calendar_page(world.officer, view="pekan", around=date(2026, 4, 2))

    assert (month.weeks[0][0].day, month.weeks[-1][-1].day) == (date(2026, 3, 30), date(2026, 5, 3))
    assert (week.first, week.last) == (date(2026, 3, 30), date(2026, 4, 5))


@pytest.mark.parametrize("view", ["bulan", "pekan", "hari"])
def test_the_page_asks_the_database_twelve_times_at_most(world, client, view, django_assert_max_num_queries):
    for day in range(1, 28):
        planned(world, at(day))
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    address = f"{reverse('newsroom:calendar')}?tampilan={view}&tanggal=2026-04-02"
    client.get(address)

    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_no_calendar_turns_to_shows_today(world, client, day):
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(reverse("newsroom:calendar"), {"tanggal": day, "tampilan": "hari"})

    assert page.context["shown"].first == timezone.localdate()


def test_an_approved_story_stands_in_the_calendar_at_its_time(world):
    story = approved(world)

    assert (story.slot.title, story.slot.story_id) == (story.title, story.pk)


def test_a_filled_slot_follows_its_story(world):
    slot = approved(world).slot

    with pytest.raises(SlotFilled):
        slot_move(slot=slot, day=date(2026, 4, 9), by=world.officer)


def test_a_moved_entry_keeps_its_hour(world):
    slot = slot_move(slot=planned(world, at(6, hour=14)), day=date(2036, 5, 1), by=world.officer)

    assert timezone.localtime(slot.at) == timezone.make_aware(datetime(2036, 5, 1, 14))


def test_nothing_is_planned_for_a_day_that_has_passed(world, client):
    slot = planned(world, timezone.make_aware(datetime(2036, 4, 10, 9)))
    client.force_login(world.officer)

    page = client.post(reverse("newsroom:slot-move", args=[slot.pk]), {"tanggal": "2026-04-09"}, follow=True)

    assert "Hari itu sudah lewat" in page.content.decode()
    slot.refresh_from_db()
    assert timezone.localdate(slot.at) == date(2036, 4, 10)


def test_a_move_to_a_free_day_says_so_and_can_be_undone(world, client):
    slot = planned(world, timezone.make_aware(datetime(2036, 8, 15, 9)))
    client.force_login(world.officer)
    kept = {"name": "Masa berkabung", "kind": "mourning", "yearly": False, "source": "SE Bupati"}
    observance_add(**kept, first=date(2036, 8, 17), last=date(2036, 8, 18), by=OPERATOR)

    page = client.post(reverse("newsroom:slot-move", args=[slot.pk]), {"tanggal": "2036-08-17"}, follow=True)

    assert "Masa berkabung" in "".join(map(str, page.context["messages"]))
    assert page.context["moved"] == (slot, date(2036, 8, 15))


def test_only_the_unit_and_the_desk_plan_for_a_unit(world):
    slot = planned(world, at(6))

    with pytest.raises(NotAllowed):
        slot_move(slot=slot, day=date(2026, 4, 9), by=world.sibling)
    with pytest.raises(NotAllowed):
        slot_add(unit=world.health, plan=Plan("Lain", "news", at(7)), by=world.sibling)


def test_a_series_keeps_the_hour_and_the_months_end(world):
    plan = Plan("Laporan", "data", timezone.make_aware(datetime(2026, 1, 31, 8)))
    series = series_add(unit=world.health, plan=plan, step="month", ends_on=date(2026, 4, 30), by=world.officer)

    days = [timezone.localtime(slot.at) for slot in series.slots.all()]
    assert [(day.month, day.day, day.hour) for day in days] == [(1, 31, 8), (2, 28, 8), (3, 31, 8), (4, 30, 8)]


def test_a_series_lasts_a_year_at_most(world):
    plan = Plan("Jadwal", "service", at(6))
    series = series_add(unit=world.health, plan=plan, step="week", ends_on=date(2036, 1, 1), by=world.officer)

    assert series.slots.count() == 53


def test_what_follows_in_a_series_goes_where_asked_and_what_was_stays(world):
    plan = Plan("Jadwal", "service", at(6))
    series = series_add(unit=world.health, plan=plan, step="week", ends_on=date(2026, 5, 4), by=world.officer)
    second = series.slots.all()[1]

    assert slot_drop(slot=second, and_following=True, by=world.officer) == 4
    assert [slot.at for slot in series.slots.all()] == [at(6)]


def test_two_on_one_account_in_the_same_hour_are_told(world):
    channel = connected(world)
    planned(world, at(6, hour=9), channels=[channel])
    other = planned(world, at(6, hour=9), title="Lain", channels=[channel])

    (clash,) = april(world.officer).clashes
    assert (clash.hour, clash.channel, clash.count) == (at(6, hour=9), channel, 2)
    told = warnings_for(unit=world.health, at=other.at, channels=[channel], besides=other.pk)
    assert ["Jadwal imunisasi" in one for one in told] == [True]


def test_more_clashes_than_are_told_are_said_to_be_more(world, monkeypatch):
    monkeypatch.setattr("suluh.newsroom.selectors.clashes.MOST", 1)
    monkeypatch.setattr("suluh.newsroom.selectors.calendar.MOST", 1)
    channel = connected(world)
    for hour in (9, 9, 10, 10):
        planned(world, at(6, hour=hour), channels=[channel])

    assert [clash.hour for clash in april(world.officer).clashes] == [at(6, hour=9)]
    assert april(world.officer).more_clashes


def test_the_same_hour_on_two_accounts_is_no_clash(world):
    planned(world, at(6, hour=9), channels=[connected(world)])
    planned(world, at(6, hour=9))

    assert april(world.officer).clashes == []


def test_a_free_day_and_days_of_mourning_speak_against_a_plan(world):
    observance_add(
        name="Berkabung daerah",
        kind="mourning",
        first=date(2026, 4, 8),
        last=date(2026, 4, 9),
        yearly=False,
        source="Surat Edaran 12/2026",
        by=OPERATOR,
    )

    assert "libur" in str(warnings_for(unit=world.health, at=at(1, month=5), channels=[]))
    assert "Berkabung" in str(warnings_for(unit=world.health, at=at(9), channels=[]))
    assert warnings_for(unit=world.health, at=at(10), channels=[]) == []


def test_national_and_yearly_days_are_shown_with_their_source(world):
    observance_add(
        name="Hari jadi",
        kind="observance",
        first=date(2001, 4, 22),
        last=date(2001, 4, 22),
        yearly=True,
        source="Perda 3",
        by=OPERATOR,
    )
    kept = {one.day.day: {kept.name: kept.source for kept in one.kept} for one in april(world.officer).days}

    assert kept[21] == {"Hari Kartini": "Keppres 108/1964"}
    assert kept[22]["Hari jadi"] == "Perda 3"


def test_a_changed_entry_takes_its_new_channels(world):
    slot = planned(world, at(6))
    channel = connected(world)

    slot_change(slot=slot, plan=Plan("Baru", "data", at(7), "", (channel,)), by=world.officer)

    assert list(Slot.objects.get().channels.all()) == [channel]


def sheet(world, *rows: str, person=None) -> ImportDraft:
    content = "\n".join(["Tanggal;Jam;Judul;Jenis;Unit", *rows]).encode()
    return ImportDraft.objects.create(person=person or world.officer, file_name="rencana.csv", content=content)


def test_a_sheet_is_planned_row_by_row(world):
    draft = sheet(world, "6 April 2026;09.00;Jadwal imunisasi;Layanan;", "07/04/2026;14.30;Data stunting;data;")

    assert plan_take(draft=draft, skip_faults=False, by=world.officer) == 2
    assert [timezone.localtime(slot.at) for slot in Slot.objects.all()] == [at(6), at(7, hour=14).replace(minute=30)]


def test_a_sheet_with_bad_rows_changes_nothing_and_offers_the_rest(world):
    draft = sheet(
        world, "6 April 2026;09.00;Baik;;", "31 April 2026;09.00;Tanggal salah;;", "7 April 2026;99;Jam salah;;"
    )

    with pytest.raises(SheetHasFaults):
        plan_take(draft=draft, skip_faults=False, by=world.officer)
    assert Slot.objects.count() == 0
    assert [(one.row, one.column) for one in plan_preview(draft=draft, by=world.officer).faults] == [
        (3, "Tanggal"),
        (4, "Jam"),
    ]

    assert plan_take(draft=draft, skip_faults=True, by=world.officer) == 1


def test_nobody_plans_by_a_sheet_for_a_unit_that_is_not_theirs(world):
    draft = sheet(world, f"6 April 2026;09.00;Jadwal;;{world.health.name}", person=world.sibling)

    assert "tidak dikenal" in plan_preview(draft=draft, by=world.sibling).faults[0].message


def test_what_is_no_sheet_is_told(world):
    draft = ImportDraft.objects.create(person=world.officer, file_name="x.pdf", content=b"%PDF-1.7 x")

    assert "PDF" in plan_preview(draft=draft, by=world.officer).faults[0].message


def test_the_feed_gives_what_its_person_may_see_and_ends_with_its_key(world, client):
    slot = planned(world, timezone.now())
    mine = reverse("newsroom:calendar-feed", args=[feed_key_make(by=world.officer)])
    other = reverse("newsroom:calendar-feed", args=[feed_key_make(by=world.sibling)])

    events = Calendar.from_ical(client.get(mine).content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [slot.title]
    assert Calendar.from_ical(client.get(other).content).walk("VEVENT") == []

    feed_key_end(by=world.officer)
    assert client.get(mine).status_code == 404


def test_a_new_address_ends_the_old_one_and_no_secret_is_kept(world, client):
    old, new = feed_key_make(by=world.officer), feed_key_make(by=world.officer)

    assert client.get(reverse("newsroom:calendar-feed", args=[old])).status_code == 404
    assert client.get(reverse("newsroom:calendar-feed", args=[new])).status_code == 200
    assert new not in str(list(FeedKey.objects.values()))


def test_the_feed_shows_nothing_once_the_role_has_ended(world, client):
    guest = appointed("tamu@arunika.example", Role.UNIT_OFFICER, world.health)
    planned(world, timezone.now())
    address = reverse("newsroom:calendar-feed", args=[feed_key_make(by=guest)])
    guest.memberships.all().delete()

    assert b"VEVENT" not in client.get(address).content


def test_a_story_that_is_opened_again_leaves_the_calendar(world):
    story = waiting_story(world).story
    assert Slot.objects.filter(story=story).exists()

    story_edit(story=story, words=replace(WORDS, title="Imunisasi campak besok"), seen=1, by=world.officer)

    assert not Slot.objects.filter(story=story).exists()
