"""Changing the calendar: a new version, every open clock counted anew, an event for each date that moved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.calendars import CalendarBook, book_of
from suluh.deadlines.edits import Edit
from suluh.deadlines.errors import NotNow
from suluh.deadlines.locks import own_calendar, own_clocks
from suluh.deadlines.models import CalendarVersion, Clock
from suluh.deadlines.recounting import Recount, Row, recount, rows_of, touched
from suluh.law.clocks import clocks
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import Deed, record, record_many

from .calendars import version_now

TRIES = 3
"""Times the events are written before the lock is taken; if clocks that move keep changing, they come after it."""
STAGE = """
CREATE TEMPORARY TABLE fresh_dates ON COMMIT DROP AS
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS fresh
    (id bigint, due date, earlier date, days smallint, skipped jsonb, estimated boolean, week smallint)
"""
NEW_DATES = """
UPDATE deadlines_clock AS clock
   SET due = fresh.due, earlier_due = fresh.earlier, "left" = fresh.days, skipped = fresh.skipped,
       estimated = fresh.estimated, week = fresh.week, calendar_id = %s, revision = clock.revision + 1,
       lapse_told = clock.lapse_told AND coalesce(fresh.due < %s, false)
  FROM fresh_dates AS fresh
 WHERE clock.id = fresh.id AND clock.id <> ALL(%s)
"""
READ = """
CREATE TEMPORARY TABLE read_clocks ON COMMIT DROP AS
SELECT * FROM unnest(%s::bigint[], %s::integer[]) AS was (id, revision)
"""
MOVED_ON = """
SELECT coalesce(now.id, was.id) FROM ({touched}) AS now FULL JOIN read_clocks AS was ON was.id = now.id
 WHERE now.revision IS DISTINCT FROM was.revision
"""
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
"""Foreign keys of the events are looked at before the lock, not at the commit that releases it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of the calendar did, or would do."""

    version: CalendarVersion | None
    """The new version; None for a preview."""
    moved: tuple[Recount, ...]
    """Open clocks whose date is another one."""

    @property
    def passed(self) -> int:
        """Dates that would lie before today by the change alone."""
        today = timezone.localdate()
        return sum(
            one.found.due is not None and one.found.due < today and (one.row.due is None or one.row.due >= today)
            for one in self.moved
        )


class _Overtaken(Exception):
    """A clock that was to move has been changed by somebody else meanwhile."""


@transaction.atomic
def calendar_change(*, edits: Sequence[Edit], decree: str, by: Actor) -> Change:
    """Make the next version of the calendar and count every open clock it touches anew; ended clocks stay as they are.

    Everything is prepared without a lock. Writers of clocks wait only while the new dates are written; a clock that
    starts meanwhile is counted with the rest, one that changes meanwhile makes the preparation start over.

    Args:
        edits: what changes, all under one decree.
        decree: number of the decree that says so.
        by: an officer who may edit the calendar.

    Raises:
        NotAllowed: `by` may not edit the calendar.
        NotNow: no decree is named, nothing changes, or the calendar says so already.
    """
    permit(by, "calendar.edit")
    if not edits or not decree.strip():
        raise NotNow(_("Name the decree that says so."))
    version_now()
    own_calendar()
    version = CalendarVersion.objects.create(
        number=version_now().number + 1,
        source=decree.strip(),
        made_at=timezone.now(),
        made_by_id=getattr(by, "pk", None),
    )
    for edit in edits:
        edit.write(version, decree.strip(), by)
    moved = _move(touched(edit.reach() for edit in edits), version, by)
    record(
        "calendar.changed",
        on=version,
        by=by,
        version=version.number,
        decree=version.source,
        edits="; ".join(edit.told() for edit in edits),
        moved=len(moved),
    )
    return Change(version, tuple(moved))


def calendar_preview(*, edits: Sequence[Edit]) -> Change:
    """What `calendar_change` would do to the open clocks now; writes nothing."""
    book = book_of(version_now())
    for edit in edits:
        book = edit.on_book(book)
    rows = rows_of(touched(edit.reach() for edit in edits))
    return Change(None, tuple(one for one in recount(rows, book) if one.moved))


def _move(clocks_touched: QuerySet[Clock], version: CalendarVersion, by: Actor) -> list[Recount]:
    book = book_of(version)
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return _write_dates(clocks_touched, book, version, by, events_first=True)
        except _Overtaken:
            continue
    return _write_dates(clocks_touched, book, version, by, events_first=False)


def _write_dates(
    rows: QuerySet[Clock], book: CalendarBook, version: CalendarVersion, by: Actor, *, events_first: bool
) -> list[Recount]:
    """Count, take the lock, count again what has changed since, and write.

    Raises:
        _Overtaken: the events were written first, and a clock that was to move has changed or ended since.
    """
    read = rows_of(rows)
    found = {one.row.id: one for one in recount(read, book) if one.changed}
    _stage(found.values())
    if events_first:
        _tell(found.values(), version, by)
    _keep_revisions(read)
    own_clocks()
    others = _moved_on(rows)
    stale = [key for key in others if key in found]
    if events_first and stale:
        raise _Overtaken
    for key in stale:
        del found[key]
    late = [one for one in recount(rows_of(rows.filter(pk__in=others)), book) if one.changed] if others else []
    _write(version, without=stale)
    if late:
        _stage(late)
        _write(version, without=[])
    _tell(late if events_first else [*found.values(), *late], version, by)
    return [one for one in (*found.values(), *late) if one.moved]


def _keep_revisions(read: Iterable[Row]) -> None:
    """Lay beside the clocks what they were counted as, so that the lock is held for no more than a comparison."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS read_clocks")
        cursor.execute(READ, [[row.id for row in read], [row.revision for row in read]])


def _moved_on(rows: QuerySet[Clock]) -> list[int]:
    """Clocks that came since they were read, have changed or have ended since."""
    touched_now, given = rows.values("id", "revision").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(MOVED_ON.format(touched=touched_now), given)
        return [key for (key,) in cursor.fetchall()]


def _tell(moved: Iterable[Recount], version: CalendarVersion, by: Actor) -> None:
    units: dict[int, Unit] = {}
    for one in moved:
        units.setdefault(one.row.unit, Unit(pk=one.row.unit, path=one.row.path))
    deeds = [_deed(one, units[one.row.unit], version) for one in moved if one.moved]
    if record_many("clock.moved", deeds, by=by):
        with connection.cursor() as cursor:
            cursor.execute(CHECK_NOW)


def _deed(one: Recount, unit: Unit, version: CalendarVersion) -> Deed:
    row = one.row
    return Deed(
        on=f"{row.subject_kind}:{row.subject_id}",
        unit=unit,
        values={
            "code": row.code,
            "label": clocks()[row.code].label,
            "old": row.due,
            "new": one.found.due,
            "version": version.number,
            "decree": version.source,
        },
    )


def _stage(found: Iterable[Recount]) -> None:
    """Lay new dates ready beside the clocks."""
    rows = [
        {
            "id": one.row.id,
            "due": _iso(one.found.due),
            "earlier": _iso(one.found.earlier_due),
            "days": one.found.left,
            "skipped": [[skip.day.isoformat(), skip.reason] for skip in one.found.skipped],
            "estimated": one.found.estimated,
            "week": one.week,
        }
        for one in found
    ]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fresh_dates")
        cursor.execute(STAGE, [json.dumps(rows)])


def _write(version: CalendarVersion, *, without: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NEW_DATES, [version.pk, timezone.localdate(), list(without)])


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
