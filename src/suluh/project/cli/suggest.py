"""`suluh suggest`: public items that may answer questions in everyday words, as JSON Lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from suluh.project.cli.json_lines import NotAnObjectError, numbered, parsed, write

FIRST = 5


def answer(line: bytes | str, number: int) -> dict[str, Any]:
    """The answer to one line; a malformed one names its number."""
    from suluh.disclosure.selectors.suggestions import suggestions

    try:
        question = parsed(line).get("question")
    except NotAnObjectError as error:
        return {"line": number, "error": str(error)}
    if not isinstance(question, str):
        return {"line": number, "error": "the line has no text under 'question'"}
    found = suggestions(searchable(question), limit=FIRST)
    items = [{"code": one.item.code, "title": one.item.title, "score": one.score} for one in found]
    return {"question": question, "items": items, "error": None}


def searchable(question: str) -> str:
    """The question without what a database does not take as text: the null character and half surrogate pairs."""
    return question.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def app(args: list[str], prog_name: str = "suluh suggest") -> None:
    """Run the command; it needs the database."""
    parser = argparse.ArgumentParser(prog=prog_name, description="Find public items that answer questions.")
    parser.add_argument("--manifest", required=True, type=Path, help='JSON Lines of {"question"}')
    asked = parser.parse_args(args)
    if not asked.manifest.is_file():
        parser.error(f"there is no file {asked.manifest}")
    from suluh.project.startup import start_django

    start_django()
    count = 0
    with asked.manifest.open("rb") as lines:
        for number, line in numbered(lines):
            write(answer(line, number))
            count += 1
    sys.stderr.write(f"{count} questions answered\n")
