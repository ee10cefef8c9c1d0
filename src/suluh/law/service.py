"""Parts of the information service as data: classes of information, standards, the yearly report, words for roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from suluh.law.versions import LawVersion, read_data, versions_of

DEFAULT = "perki-1-2021"


@dataclass(frozen=True, slots=True)
class ItemClass:
    """A class of information; `prefix` begins the codes of its mandatory items, `clock` says how soon it is renewed."""

    code: str
    label: str
    short: str
    article: str
    clock: str
    version: LawVersion
    prefix: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the seven standards (SOP) that a body must have and publish."""

    code: str
    label: str
    article: str
    version: LawVersion


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of the yearly service report, with the figures it must give."""

    code: str
    label: str
    article: str
    version: LawVersion
    figures: tuple[str, ...] = ()


@cache
def _data() -> dict[str, Any]:
    return read_data("service")


@cache
def service_versions() -> Mapping[str, LawVersion]:
    """Regulations that these tables rest on, by key; `term` takes the key of one that names roles differently."""
    return versions_of(_data())


def _rows(table: str, on: date | None) -> list[dict[str, Any]]:
    rows = [row | {"version": service_versions()[row.get("version", DEFAULT)]} for row in _data()[table]]
    return [row for row in rows if on is None or row["version"].holds(on)]


@cache
def item_classes(on: date | None = None) -> dict[str, ItemClass]:
    """Classes of information by code; those in force on a day when one is given."""
    return {row["code"]: ItemClass(**row) for row in _rows("class", on)}


@cache
def class_of(item_code: str) -> ItemClass | None:
    """The class that a mandatory item belongs to; None for items outside the classes (D-…, I-…)."""
    classes = (row for row in item_classes().values() if row.prefix)
    return next((row for row in classes if item_code.startswith(row.prefix)), None)


@cache
def standards(on: date | None = None) -> tuple[Standard, ...]:
    """The seven standards; those in force on a day when one is given."""
    return tuple(Standard(**row) for row in _rows("standard", on))


@cache
def report_parts(on: date | None = None) -> tuple[ReportPart, ...]:
    """Parts a to f of the yearly report; those in force on a day when one is given."""
    return tuple(ReportPart(**row | {"figures": tuple(row.get("figures", ()))}) for row in _rows("report", on))


@cache
def term(code: str, regulation: str = DEFAULT) -> str:
    """What a role is called under a regulation, such as "PPID Pelaksana" or "PPID Pembantu".

    A regulation that has no word of its own leaves the default one.

    Raises:
        KeyError: no such role.
    """
    words = {row["code"]: row["words"] for row in _data()["term"]}[code]
    return str(words.get(regulation, words[DEFAULT]))
