"""`suluh suggest`: public items that may answer questions in everyday words, as JSON Lines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

FIRST = 5


def answer(line: str, number: int) -> dict[str, Any]:
    """The answer to one line; a malformed one names its number."""
    from suluh.disclosure.selectors.suggestions import suggestions

    try:
        asked = json.loads(line)
    except ValueError as error:
        return {"line": number, "error": f"the line is not JSON: {error}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        return {"line": number, "error": "the line has no text under 'question'"}
    found = suggestions(asked["question"].replace("\x00", " "), limit=FIRST)
    items = [{"code": one.item.code, "title": one.item.title, "score": one.score} for one in found]
    return {"question": asked["question"], "items": items, "error": None}


def answers(lines: Iterable[str]) -> Iterator[str]:
    """One line of JSON for every line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield json.dumps(answer(line, number), ensure_ascii=False)


def app(args: list[str], prog_name: str = "suluh suggest") -> None:
    """Run the command; it needs the database."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Find public items that answer questions.")
    parser.add_argument("--manifest", required=True, type=Path, help='JSON Lines of {"question"}')
    asked = parser.parse_args(args)
    if not asked.manifest.is_file():
        parser.error(f"there is no file {asked.manifest}")
    from suluh.project.startup import start_django

    start_django()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    count = 0
    with asked.manifest.open(encoding="utf-8", errors="replace") as lines:
        for text in answers(lines):
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
            count += 1
    sys.stderr.write(f"{count} questions answered\n")
