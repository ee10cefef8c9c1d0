"""`suluh dates [--now ISO]`: reads visible date strings from stdin, one a line, as JSON Lines (`contracts.md`)."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from io import BufferedReader
from json.encoder import encode_basestring as quoted
from typing import BinaryIO

from suluh.kernel.lexicon.dates import read_date

WIB = timezone(timedelta(hours=7), "WIB")
_CHUNK = 16_384
_ZONES = {"+07:00": '"+07:00"', "+08:00": '"+08:00"', "+09:00": '"+09:00"'}
_NO_DATE = '"date": null, "time": null, "utc_offset": null, "precision": null, "error": null}\n'
_NOT_UTF8 = "the line is not valid UTF-8"


def moment(text: str) -> datetime:
    """The `--now` of a command: ISO 8601, in WIB where it names no zone."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO date and time: {text!r}") from error
    return given if given.tzinfo else given.replace(tzinfo=WIB)


@lru_cache(maxsize=65_536)
def answer(text: str, now: datetime) -> str:
    """One line of JSON for one string; written by hand because `json.dumps` costs as much as the reading.

    Kept for the strings to come, since the pages of a site show the same ones again and again.
    """
    day, time, zone, precision, _, _ = read_date(text, now)
    if day is None:
        return f'{{"input": {quoted(text)}, {_NO_DATE}'
    clock = f'"{time}"' if time else "null"
    offset = _ZONES.get(zone, "null") if zone else "null"
    return (
        f'{{"input": {quoted(text)}, "date": "{day}", "time": {clock}, "utc_offset": {offset}, '
        f'"precision": "{precision}", "error": null}}\n'
    )


def _answer_bytes(line: bytes, number: int, now: datetime) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return f'{{"line": {number}, "error": "{_NOT_UTF8}"}}\n'
    return answer(text[:-1] if text.endswith("\r") else text, now)


def answer_all(source: BufferedReader, sink: BinaryIO, now: datetime) -> int:
    """Answer every line as soon as it has arrived whole; returns how many there were."""
    number, rest = 0, b""
    while chunk := source.read1(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        sink.write("".join([_answer_bytes(line, number + at, now) for at, line in enumerate(lines, 1)]).encode())
        sink.flush()
        number += len(lines)
    if rest:
        number += 1
        sink.write(_answer_bytes(rest, number, now).encode())
        sink.flush()
    return number


def app(args: list[str], prog_name: str = "suluh dates") -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Read visible date strings, one a line, from stdin.")
    parser.add_argument("--now", type=moment, default=None, help="count back from this time (ISO; default: now in WIB)")
    options = parser.parse_args(args)
    source = sys.stdin.buffer
    assert isinstance(source, BufferedReader)
    try:
        count = answer_all(source, sys.stdout.buffer, options.now or datetime.now(WIB))
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    sys.stderr.write(f"{count} strings read\n")
