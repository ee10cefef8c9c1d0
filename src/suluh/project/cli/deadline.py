"""`suluh deadline`: legal deadlines for events given on stdin, as JSON Lines (`contracts.md`)."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from suluh.kernel.workdays.calendar import Calendar, national_calendar
from suluh.law.clocks import Deadline, clocks, deadline
from suluh.project.cli.json_lines import NotAnObjectError, numbered, parsed, write

NOTHING: dict[str, Any] = {"due": None, "working_days": None, "skipped": [], "estimated": False, "law": None}


class BadLineError(ValueError):
    """A line that asks nothing that can be computed; the message says why."""


def _day(value: object, what: str) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise BadLineError(f"{what} is not an ISO date: {value!r}") from None


def _calendar(asked: dict[str, Any]) -> Calendar:
    """National calendar with what the line adds."""
    extra = asked.get("extra_holidays") or []
    pauses = asked.get("pauses") or []
    if not isinstance(extra, list) or not isinstance(pauses, list):
        raise BadLineError("extra_holidays and pauses are lists")
    days = [_day(value, "an extra holiday") for value in extra]
    calendar = national_calendar()
    return (calendar.with_days(days) if days else calendar).with_pauses(_pause(pause) for pause in pauses)


def _pause(pause: object) -> tuple[date, date]:
    if not isinstance(pause, list) or len(pause) != 2:
        raise BadLineError(f"a pause is a pair of dates: {pause!r}")
    begin, end = (_day(value, "a pause's end") for value in pause)
    if begin > end:
        raise BadLineError(f"a pause ends before it begins: {begin} to {end}")
    return begin, end


def answer(line: bytes | str, number: int) -> dict[str, Any]:
    """The answer to one line; a malformed one names its number."""
    try:
        asked = parsed(line)
    except NotAnObjectError as error:
        return {"line": number, "error": str(error)}
    given = {"clock": asked.get("clock"), "start": asked.get("start")}
    try:
        if not isinstance(given["clock"], str) or given["clock"] not in clocks():
            raise BadLineError(f"no clock is called {given['clock']!r}")
        start = _day(given["start"], "start")
        found = deadline(clocks()[given["clock"]], start, _calendar(asked))
    except (ValueError, OverflowError) as error:
        return given | NOTHING | {"error": str(error)}
    return _as_json(found)


def _as_json(found: Deadline) -> dict[str, Any]:
    return {
        "clock": found.clock.code,
        "start": found.start.isoformat(),
        "due": found.due.isoformat() if found.due else None,
        "working_days": found.working_days,
        "skipped": [{"date": one.day.isoformat(), "reason": one.reason} for one in found.skipped],
        "estimated": found.estimated,
        "law": found.clock.law,
        "label": found.clock.label,
        "rule_version": found.rule_version,
        "calendar_version": found.calendar_version,
        "error": None,
    }


def app(args: list[str], prog_name: str = "suluh deadline") -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Compute legal deadlines for the events on stdin.")
    parser.parse_args(args)
    count = 0
    for number, line in numbered(sys.stdin.buffer):
        write(answer(line, number))
        count += 1
    sys.stderr.write(f"{count} deadlines computed\n")
