"""`suluh read --manifest FILE [--fields a,b]`: what saved pages say, as JSON Lines (`contracts.md`)."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from suluh.kernel.page.encoding import decode, is_binary
from suluh.kernel.page.reader import read_page
from suluh.kernel.page.reading import FIELDS
from suluh.project.cli.json_lines import numbered, parsed, write


def fields_of(text: str) -> tuple[str, ...]:
    """The `--fields` of the command, checked."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in FIELDS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"unknown field {', '.join(unknown)!r}; choose from {', '.join(FIELDS)}")
    return tuple(name for name in FIELDS if name in names)


def answer(line: bytes | str, number: int, folder: Path, fields: tuple[str, ...], now: datetime) -> dict[str, Any]:
    """The answer to one line of a manifest; `file` is relative to `folder`."""
    try:
        given = parsed(line)
        file, url = given["file"], given.get("url") or ""
        at = _moment(given["now"]) if given.get("now") else now
        if not isinstance(file, str) or not isinstance(url, str):
            raise TypeError("'file' and 'url' are strings")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"line": number, "error": _reason(error)}
    empty = dict.fromkeys(fields)
    try:
        body = (folder / file).read_bytes()
    except (OSError, ValueError) as error:
        return {"file": file, "url": url, **empty, "error": f"the file cannot be read: {error}"}
    if not body.strip() or is_binary(body):
        fault = "is a document, picture or archive, no page" if body.strip() else "is empty"
        return {"file": file, "url": url, **empty, "error": f"the file {fault}"}
    try:
        reading = read_page(decode(body), url, at, fields)
    # A page is hostile input: whatever it breaks, the next line must be answered.
    except Exception as error:  # noqa: BLE001
        return {"file": file, "url": url, **empty, "error": f"the page cannot be read: {error!r}"}
    values = {name: getattr(reading, name) for name in fields}
    if values.get("date") is not None:
        values["date"] = values["date"].isoformat()
    return {"file": file, "url": url, **values, "error": None}


def _moment(text: str) -> datetime:
    given = datetime.fromisoformat(text)
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the line lacks {error.args[0]!r}"
    return f"the line is not a JSON object with 'file' and 'url': {error}"


def app(args: list[str], prog_name: str = "suluh read") -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Read saved pages listed in a manifest (JSON Lines).")
    parser.add_argument("--manifest", required=True, type=Path, help='lines of {"file", "url", "now"?}')
    parser.add_argument("--fields", type=fields_of, default=FIELDS, help="only these, separated by commas")
    options = parser.parse_args(args)
    try:
        lines = options.manifest.read_bytes().splitlines()
    except OSError as error:
        parser.error(f"the manifest cannot be read: {error}")
    now, count = datetime.now(UTC), 0
    for number, raw in numbered(lines):
        write(answer(raw, number, options.manifest.parent, options.fields, now))
        count += 1
    sys.stderr.write(f"{count} pages read\n")
