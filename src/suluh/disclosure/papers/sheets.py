"""Forms, receipts and decrees as PDF: a title, a number and blocks, set alike on the letterhead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suluh.kernel.letters import paper
from suluh.organization.models import Unit

from .head import head_of

TEMPLATE = Path(__file__).parent / "sheet.typ"
Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a sheet as its template draws it."""

    kind: str
    value: Any

    def as_data(self) -> dict[str, Any]:
        """The block as the template reads it."""
        return {"kind": self.kind, "value": self.value}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, as what, where and when; one without a role leaves its place free."""

    role: str
    name: str = ""
    place_day: str = ""


def heading(words: str) -> Block:
    """A heading within the sheet."""
    return Block("heading", words)


def text(*paragraphs: str) -> Block:
    """Paragraphs."""
    return Block("text", [row for row in paragraphs if row])


def center(words: str) -> Block:
    """One line in the middle: MEMUTUSKAN."""
    return Block("center", words)


def facts(rows: Rows) -> Block:
    """Labels with what they hold; an empty one shows a dash."""
    return Block("facts", [[label, words or "–"] for label, words in rows])


def numbered(rows: Sequence[str]) -> Block:
    """A numbered list."""
    return Block("list", list(rows))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Block:
    """A table with a head that is repeated on every page; widths are shares."""
    return Block("table", {"columns": list(columns), "rows": [list(row) for row in rows], "widths": list(widths)})


def signed(*people: Signature) -> Block:
    """Fields of signature beside each other."""
    return Block("signed", [[one.place_day, one.role, one.name] for one in people])


def new_page() -> Block:
    """What follows stands on a new page, such as the back of a form."""
    return Block("page", "")


def across(*blocks: Block) -> Block:
    """Blocks on pages of their own that lie across, such as a wide annex."""
    return Block("across", [one.as_data() for one in blocks])


def sheet_pdf(
    *, body: Unit, title: str, blocks: Sequence[Block], number: str = "", foot: str = "", flipped: bool = False
) -> bytes:
    """The PDF (PDF/UA-1) of a sheet on the letterhead of the body's information service.

    Args:
        body: the public body that speaks.
        title: what the sheet is.
        blocks: its contents from top to bottom.
        number: its number; none is written where it is empty.
        foot: what stands at the foot of every page; title and number where it is empty.
        flipped: across the page.
    """
    data = {
        "title": title,
        "number": number,
        "foot": foot or f"{title} {number}".strip(),
        "flipped": flipped,
        "blocks": [one.as_data() for one in blocks],
    }
    return paper(TEMPLATE, data, letterhead=head_of(body))
