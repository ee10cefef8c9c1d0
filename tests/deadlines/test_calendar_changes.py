"""Changes of the calendar: open clocks move with an event each, ended ones stay, the preview says what will happen."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suluh.deadlines.calendars import CalendarBook, book_of
from suluh.deadlines.edits import DayAdd, DayRemove, WeekSet, YearConfirm
from suluh.deadlines.errors import NotNow
from suluh.deadlines.models import CalendarDay, CalendarVersion, CalendarYear, Clock
from suluh.deadlines.services.calendars import calendar_seed, version_now
from suluh.deadlines.services.changes import calendar_change, calendar_preview
from suluh.deadlines.services.clocks import extend_clock, finish_clock, pause_clock, resume_clock
from suluh.kernel.workdays.calendar import national_calendar
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR

MONDAY = date(2026, 3, 16)
FREE = date(2026, 3, 30)
NYEPI = date(2026, 3, 19)


def change(*edits, by=OPERATOR, decree="SKB tambahan 1/2026"):
    return calendar_change(edits=list(edits), decree=decree, by=by)


def free(day=FREE, unit=None, name="Cuti bersama tambahan"):
    return DayAdd(day, name, "local" if unit else "joint", unit)


def row(day):
    return CalendarDay.objects.get(day=day, until__isnull=True)


def again(clock):
    return Clock.objects.get(pk=clock.pk)


def test_the_seed_says_what_the_bundled_table_says(db):
    book = book_of(calendar_seed())
    bundled = national_calendar()

    assert dict(book.whole.free) == dict(bundled.free)
    assert (book.whole.confirmed, book.whole.tentative) == (bundled.confirmed, bundled.tentative)


def test_the_calendar_is_seeded_once(db):
    assert calendar_seed().pk == calendar_seed().pk == version_now().pk


def test_a_holiday_declared_late_moves_open_clocks_and_says_why(begin):
    clock = begin()
    done = change(free())

    assert again(clock).due == date(2026, 4, 8)
    assert [FREE.isoformat(), "Cuti bersama tambahan"] in again(clock).skipped
    assert again(clock).calendar == done.version
    event = Event.objects.get(code="clock.moved")
    assert (event.subject, event.unit) == ("request:1", clock.unit)
    assert (event.value.data["old"], event.value.data["new"]) == ("2026-04-07", "2026-04-08")


def test_a_holiday_removed_moves_open_clocks_back(begin):
    clock = begin()
    change(DayRemove(row(NYEPI)))

    assert again(clock).due == date(2026, 4, 6)


@pytest.mark.parametrize("day", [date(2026, 4, 7), date(2026, 4, 8)])
def test_what_has_ended_never_changes(begin, day):
    clock = finish_clock(clock=begin(), on=day, by=None)
    before = Clock.objects.values().get(pk=clock.pk)
    change(DayRemove(row(NYEPI)), free())

    assert Clock.objects.values().get(pk=clock.pk) == before
    assert not Event.objects.filter(code="clock.moved").exists()


def test_a_day_outside_a_clock_s_run_leaves_it_as_it_is(begin):
    clock = begin()
    change(free(date(2026, 4, 9)), free(MONDAY))

    assert again(clock).revision == clock.revision
    assert again(clock).calendar.number == 1


def test_a_clock_that_counts_back_moves_too(begin):
    clock = begin("EXP", date(2026, 6, 30))
    change(free(date(2026, 6, 3)))

    assert clock.due == date(2026, 5, 11)
    assert again(clock).due == date(2026, 5, 8)


def test_the_extended_clock_moves_as_one(begin):
    clock = extend_clock(clock=begin(), ground="not-held", on=MONDAY, by=None)
    change(free())

    assert (clock.due, again(clock).due) == (date(2026, 4, 16), date(2026, 4, 17))


def test_only_the_earlier_date_may_move(begin):
    clock = begin(start=date(2026, 7, 2), earlier_start=date(2026, 6, 30))
    change(free(date(2026, 7, 1)))

    assert (again(clock).due, again(clock).earlier_due) == (clock.due, date(2026, 7, 15))
    assert not Event.objects.filter(code="clock.moved").exists()


def test_a_paused_clock_keeps_the_days_that_it_has_left_right(begin):
    clock = pause_clock(clock=begin(start=date(2026, 7, 1)), on=date(2026, 7, 6), reason="Menunggu", by=None)
    change(free(date(2026, 7, 3)))

    assert (clock.left, again(clock).left) == (7, 8)
    assert resume_clock(clock=clock, on=date(2026, 7, 8), by=None).due == date(2026, 7, 20)


def test_a_local_day_holds_for_its_unit_and_below_alone(begin, world):
    there = begin(unit=world.village)
    elsewhere = begin(case=2)
    change(free(unit=world.district))

    assert again(there).due == date(2026, 4, 8)
    assert again(elsewhere).due == date(2026, 4, 7)


def test_a_six_day_week_holds_for_its_unit_and_below_alone(begin, world):
    there, elsewhere = begin(unit=world.village), begin(case=2)
    change(WeekSet(world.district, 6))

    assert (again(there).due, again(there).week) == (date(2026, 4, 4), 6)
    assert (again(elsewhere).due, again(elsewhere).week) == (date(2026, 4, 7), 5)


def test_the_nearest_unit_decides_the_week(begin, world):
    change(WeekSet(world.district, 6), WeekSet(world.village, 5))

    assert begin(unit=world.village).week == 5
    assert begin(unit=world.district, case=2).week == 6


def test_a_year_confirmed_makes_its_days_firm_and_its_dates_certain(begin):
    clock = begin(start=date(2027, 3, 1))
    change(YearConfirm(2027), decree="SKB 3 Menteri 2027")

    assert clock.estimated
    assert not again(clock).estimated
    assert not CalendarDay.objects.filter(day__year=2027, tentative=True, until__isnull=True).exists()
    assert CalendarYear.objects.get(year=2027, until__isnull=True).decree == "SKB 3 Menteri 2027"


def test_an_earlier_version_can_be_read_as_it_was(begin):
    begin()
    first = version_now()
    change(DayRemove(row(NYEPI)), free())

    assert dict(book_of(first).whole.free) == dict(national_calendar().free)
    assert NYEPI not in book_of(version_now()).whole.free


def edits(world):
    version_now()
    return {
        "add": [free()],
        "local": [free(unit=world.district)],
        "remove": [DayRemove(row(NYEPI))],
        "week": [WeekSet(world.village, 6)],
        "confirm": [YearConfirm(2027)],
        "several": [free(), DayRemove(row(NYEPI)), YearConfirm(2028), WeekSet(world.district, 6)],
    }


@pytest.mark.parametrize("name", ["add", "local", "remove", "week", "confirm", "several"])
def test_the_preview_counts_with_the_calendar_that_is_then_written(begin, world, name):
    for case, unit in enumerate([world.health, world.village, world.district]):
        begin(case=case, unit=unit)
    wanted = edits(world)[name]
    told = calendar_preview(edits=wanted)
    book: CalendarBook = book_of(version_now())
    for edit in wanted:
        book = edit.on_book(book)
    done = change(*wanted)
    written = book_of(done.version)

    assert {(one.row.id, one.found.due) for one in told.moved} == {(one.row.id, one.found.due) for one in done.moved}
    for path in ("", world.health.path, world.village.path, world.district.path):
        mine, theirs = book.at(path), written.at(path)
        assert (dict(mine.free), mine.confirmed, mine.tentative, mine.week) == (
            dict(theirs.free), theirs.confirmed, theirs.tentative, theirs.week,
        )  # fmt: skip


def test_the_preview_writes_nothing(begin):
    clock = begin()
    calendar_preview(edits=[free()])

    assert again(clock).due == clock.due
    assert CalendarVersion.objects.count() == 1


def test_the_preview_says_how_many_dates_would_have_passed(begin, time_machine):
    time_machine.move_to("2026-04-07 03:00Z")
    begin()
    told = calendar_preview(edits=[DayRemove(row(NYEPI))])

    assert (len(told.moved), told.passed) == (1, 1)


def test_the_change_costs_the_same_queries_for_one_clock_and_for_many(begin):
    begin()
    with CaptureQueriesContext(connection) as one:
        change(free())
    for case in range(2, 42):
        begin(case=case)
    with CaptureQueriesContext(connection) as many:
        change(free(date(2026, 3, 31)))

    assert len(many) == len(one)
    assert Event.objects.filter(code="clock.moved").count() == 1 + 41


def test_a_day_is_added_once(db):
    change(free())

    with pytest.raises(NotNow):
        change(free())
    assert version_now().number == 2


def test_a_day_is_removed_once(db):
    version_now()
    stale = row(NYEPI)
    change(DayRemove(stale))

    with pytest.raises(NotNow):
        change(DayRemove(stale))


@pytest.mark.parametrize("decree", ["", "  "])
def test_a_change_names_its_decree(db, decree):
    with pytest.raises(NotNow):
        change(free(), decree=decree)


@pytest.mark.parametrize("who", ["sibling", "officer", "leader", "district_officer"])
def test_only_those_who_coordinate_the_whole_government_change_the_calendar(world, who):
    with pytest.raises(NotAllowed):
        change(free(), by=getattr(world, who))


def test_the_change_itself_is_on_record(world, begin):
    begin()
    change(free(), by=world.coordinator)
    event = Event.objects.get(code="calendar.changed")

    assert event.person == world.coordinator
    assert (event.value.data["version"], event.value.data["moved"]) == (2, 1)
