"""Addresses of deadlines: the calculator is for everybody, clocks for those who reach the unit, the calendar's changes
for those who coordinate the whole government."""

from datetime import date

from suluh.deadlines.models import CalendarDay
from suluh.deadlines.services.calendars import version_now
from suluh.deadlines.services.clocks import start_clock
from tests.matrix.routes import BAD, DONE, GONE, LOGIN, NO, ROLES, SEEN, Route

#              outsider sibling officer leader coordinator admin
EVERYBODY = tuple(LOGIN if role == "outsider" else SEEN for role in ROLES)
READERS = tuple({"outsider": LOGIN, "sibling": GONE}.get(role, SEEN) for role in ROLES)


def editors(answer):
    """Only coordinators and administrators of the whole government get the answer."""
    wanted = {"outsider": LOGIN, "coordinator": answer, "admin": answer}
    return tuple(wanted.get(role, NO) for role in ROLES)


def make_clock(world):
    world.clock = start_clock(
        code="ANS", subject_kind="request", subject_id=1, unit=world.health, title="Permohonan 001/PPID/2026",
        start=date(2026, 3, 16), by=None,
    )  # fmt: skip


def clock(world):
    return [world.clock.pk]


def day(world):
    version_now()
    return [CalendarDay.objects.get(day=date(2026, 3, 19), until__isnull=True).pk]


def year(world):
    return [2026]


DECREE = {"decree": "SKB tambahan 1/2026"}
NEW_DAY = {**DECREE, "day": "2026-03-30", "name": "Cuti bersama tambahan", "kind": "joint"}


def week(world):
    return {**DECREE, "unit": world.district.pk, "days": "6"}


def sure(data):
    return lambda world: {**(data(world) if callable(data) else data), "yakin": "1"}


def change(name, args, data):
    """The form, a faulty one, the preview, the deed."""
    guard = "calendar.edit"
    return [
        Route(f"deadlines:{name}", editors(SEEN), args, guard=guard),
        Route(f"deadlines:{name}", editors(BAD), args, "post", {}, guard=guard),
        Route(f"deadlines:{name}", editors(SEEN), args, "post", data, guard=guard),
        Route(f"deadlines:{name}", editors(DONE), args, "post", sure(data), guard=guard),
    ]


ROUTES = [
    Route("deadlines:calculator", (SEEN,) * len(ROLES)),
    Route("deadlines:calculator", (SEEN,) * len(ROLES), data={"tenggat": "ANS", "mulai": "2026-03-16"}),
    Route("deadlines:calculator", (BAD,) * len(ROLES), data={"tenggat": "ANS", "mulai": "kemarin"}),
    Route("deadlines:clocks", EVERYBODY),
    Route("deadlines:clock", READERS, clock, prepare=make_clock),
    Route("deadlines:calendar", EVERYBODY),
    Route("deadlines:calendar-year", EVERYBODY, year),
    *change("day-add", year, NEW_DAY),
    *change("day-remove", day, DECREE),
    *change("year-confirm", year, DECREE),
    *change("week-set", lambda world: [], week),
]
