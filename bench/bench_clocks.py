"""Legal clocks: the change of the calendar over ten thousand open ones, and due dates beside an independent oracle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.harness import Row

CLOCKS = {"small": 2_000, "full": 10_000, "big": 10_000}
BESIDE = 12.0
"""Seconds for which the writer works beside the change."""


def run(seed: int, scale: str) -> Iterable[Row]:  # noqa: ARG001 - every start date is walked, nothing is drawn
    """Due dates first, then the change in a database of its own."""
    yield _dates(date(2026 if scale == "small" else 2024, 1, 1), date(2026 if scale == "small" else 2027, 12, 31))
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-clocks-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _change(CLOCKS[scale])
        finally:
            database.close()


def _dates(first: date, last: date) -> Row:
    from tests.law.oracle import CASES, compare

    begin = time.process_time()
    compared, wrong = compare(first, last, CASES)
    seconds = time.process_time() - begin
    what = "all working-day clocks, extra holidays and pauses"
    on = f"every start date {first.year}-{last.year}, {what}, {seconds:.0f} CPU-s"
    return Row("clocks", "due dates that differ from the oracle", wrong, f"of {compared:,}", "0", wrong == 0, on=on)


def _change(number: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from bench.clock_world import DAY, clocks_make
    from suluh.deadlines.edits import DayAdd
    from suluh.deadlines.models import Clock
    from suluh.deadlines.services.changes import calendar_change
    from suluh.organization.models import Event
    from suluh.organization.rights import OPERATOR
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    clocks_make(number)
    writer = subprocess.Popen(
        [sys.executable, "-m", "bench.clock_world", str(BESIDE)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(2)
    begin = time.time()
    done = calendar_change(edits=[DayAdd(DAY, "Libur tambahan")], decree="SKB tambahan 2026", by=OPERATOR)
    end = time.time()
    took = json.loads(writer.communicate()[0])
    events = Event.objects.filter(code="clock.moved").count()
    on = f"{number:,} open clocks, one new holiday, bundled PostgreSQL, a second process writing beside it"
    seconds = end - begin
    yield Row("clocks", "calendar change", round(seconds, 2), "s", "< 3", seconds < 3, on=on)
    waits = [1000 * span for at, span in took if at < end and at + span > begin]
    usual = sorted(1000 * span for at, span in took if at + span < begin)
    more = {
        "usual p50 ms": round(usual[len(usual) // 2], 1),
        "usual longest ms": round(usual[-1], 1),
        "deeds": len(waits),
    }
    longest = max(waits)
    yield Row("clocks", "longest deed beside it", round(longest, 1), "ms", "< 200", longest < 200, on=on, more=more)
    same = events == len(done.moved) >= number
    yield Row(
        "clocks", "dates moved without exactly one event", abs(events - len(done.moved)), "dates", "0", same, on=on
    )
    through = Clock.objects.filter(state="running", start__lt=DAY, due__gt=DAY).values_list("skipped", flat=True)
    missed = sum(all(day != DAY.isoformat() for day, _why in skipped) for skipped in through)
    yield Row("clocks", "open clocks still on the old calendar", missed, "clocks", "0", missed == 0, on=on)
