"""Registers, forms and letters as data: the columns and contents that the annexes prescribe, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from suluh.law.versions import LawVersion, read_data, versions_of


class PaperKind(StrEnum):
    """What a paper is."""

    REGISTER = "register"
    FORM = "form"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A column of a register, a field of a form, or what a letter must say.

    `personal` parts name a person or lead to one and stay out of every public version; `group` is the head over several
    columns; without `required` the part may stay empty.
    """

    code: str
    label: str
    group: str = ""
    personal: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A register, form or letter with its annex, its article and its parts in the order of the annex."""

    code: str
    kind: PaperKind
    label: str
    article: str
    version: LawVersion
    parts: tuple[PaperPart, ...]
    annex: str = ""

    @property
    def public_parts(self) -> tuple[PaperPart, ...]:
        """Parts that a public version shows: those that lead to no person."""
        return tuple(part for part in self.parts if not part.personal)

    def part(self, code: str) -> PaperPart:
        """The part with a code.

        Raises:
            KeyError: the paper has no such part.
        """
        for part in self.parts:
            if part.code == code:
                return part
        raise KeyError(code)


@cache
def _data() -> dict[str, Any]:
    return read_data("papers")


@cache
def papers(on: date | None = None) -> dict[str, Paper]:
    """Every paper by code; those in force on a day when one is given."""
    rows = (_paper(row) for row in _data()["paper"])
    return {row.code: row for row in rows if on is None or row.version.holds(on)}


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(
        **row
        | {
            "kind": PaperKind(row["kind"]),
            "version": versions_of(_data())[row.get("version", "perki-1-2021")],
            "parts": tuple(PaperPart(**part) for part in row["parts"]),
        }
    )


@cache
def paper(code: str) -> Paper:
    """The paper with a code, such as "request-register" or "notification".

    Raises:
        KeyError: no paper has this code.
    """
    return papers()[code]
