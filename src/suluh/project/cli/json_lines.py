"""JSON Lines in and out of commands (`contracts.md`): whatever one line is, those behind it are answered."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any


class NotAnObjectError(ValueError):
    """A line that is no JSON object; the message says why."""


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its number from 1; a byte order mark before the first one is dropped."""
    for number, line in enumerate(lines, 1):
        raw = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if raw.strip():
            yield number, raw


def parsed(raw: bytes | str) -> dict[str, Any]:
    """The object of one line.

    Raises:
        NotAnObjectError: the line is no JSON, no object, or is nested deeper than any honest line.
    """
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnObjectError(f"the line is not JSON: {error}") from None
    if not isinstance(line, dict):
        raise NotAnObjectError("the line is not a JSON object")
    return line


def write(result: dict[str, Any]) -> None:
    r"""Print one result as a line of UTF-8 at once; ends the command quietly when nobody reads any more.

    Half a surrogate pair, which JSON may name and UTF-8 may not hold, goes out as it came in: as the escape "\udXXX".
    """
    line = json.dumps(result, ensure_ascii=False).encode("utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
