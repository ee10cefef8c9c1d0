"""Ten thousand open clocks that all run through one day, and a writer who works beside the change."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

DAY = date(2026, 7, 15)
"""A Wednesday without a holiday: declared free by the bench."""
CODES = ("ANS", "REJ", "SUP", "OBJ", "DSP", "KI1", "KI2", "CRT")
EARLIEST = {"ANS": 12, "REJ": 12, "SUP": 40, "OBJ": 40, "DSP": 17, "KI1": 17, "KI2": 130, "CRT": 17}
"""Days before `DAY` on which a clock may have started and still run through it."""


def clocks_make(number: int, units: int = 200) -> None:
    """Write a regency of `units` offices with `number` open clocks through `DAY`."""
    from suluh.deadlines.calendars import book_of
    from suluh.deadlines.models import Clock
    from suluh.deadlines.services.calendars import version_now
    from suluh.law.clocks import rule_version
    from suluh.law.running import begin, reckon
    from suluh.organization.models import Government, Unit

    Government.objects.create(name="Kabupaten Arunika", province="Nusa Raya")
    root = Unit.objects.create(name="Pemerintah", slug="pemerintah", kind="main", sort_key="pemerintah")
    Unit.objects.filter(pk=root.pk).update(path=f"{root.pk}/")
    offices = [
        Unit(name=f"Dinas {n}", slug=f"dinas-{n}", kind="opd", parent=root, sort_key=f"dinas {n:04d}")
        for n in range(units)
    ]
    for office in Unit.objects.bulk_create(offices):
        Unit.objects.filter(pk=office.pk).update(path=f"{root.pk}/{office.pk}/")
    version = version_now()
    calendar = book_of(version).whole
    rows = []
    for place, code in enumerate(islice(cycle(CODES), number)):
        start = DAY - timedelta(days=1 + place % EARLIEST[code])
        running = begin(code, start, earlier_start=start - timedelta(days=2) if code == "ANS" else None)
        clock = Clock(
            code=code, subject_kind="request", subject_id=place, unit=offices[place % units], start=start,
            earlier_start=running.earlier_start, title=f"Permohonan {place}", law=rule_version(), week=5,
        )  # fmt: skip
        clock.set_running(running)
        clock.set_reckoning(reckon(running, calendar), calendar=version)
        rows.append(clock)
    Clock.objects.bulk_create(rows, batch_size=2000)


def writer(seconds: float) -> None:
    """Start, pause, resume and end clocks for some seconds; print how long each deed took, as JSON."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from suluh.deadlines.models import Clock
    from suluh.deadlines.services.clocks import finish_clock, pause_clock, resume_clock, start_clock
    from suluh.organization.models import Unit

    unit = Unit.objects.get(slug="dinas-1")
    took: list[tuple[float, float]] = []

    def timed(deed: Callable[..., Clock], **given: Any) -> Clock:
        begin = time.time()
        result = deed(by=None, **given)
        took.append((begin, time.time() - begin))
        return result

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    until, number = time.time() + seconds, 1_000_000
    others = iter(Clock.objects.filter(code="REJ").order_by("-id"))
    while time.time() < until:
        number += 1
        case = {"code": "ANS", "subject_kind": "request", "subject_id": number, "unit": unit, "title": "Permohonan"}
        clock = timed(start_clock, start=DAY, **case)
        clock = timed(pause_clock, clock=clock, on=DAY + timedelta(days=2), reason="Menunggu")
        timed(resume_clock, clock=clock, on=DAY + timedelta(days=5))
        if number % 200 == 0:
            timed(finish_clock, clock=next(others), on=DAY)
        time.sleep(0.01)
    sys.stdout.write(json.dumps(took))


if __name__ == "__main__":
    writer(float(sys.argv[1]))
