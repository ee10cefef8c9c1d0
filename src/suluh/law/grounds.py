"""Grounds of refusal and of objection, and what may never be exempt, as data with articles and dates of force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from suluh.law.versions import LawVersion, read_data, versions_of


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """A ground on which information may be withheld.

    An `exempt` ground needs a consequence test before the refusal, the superior's approval and the decree attached
    (UU 14/2008 art. 19; Perki 1/2021 art. 10(2), 34(2)); with `consent` it opens by written consent or where it is tied
    to a public office (UU 14/2008 art. 18(2)). `lasts` says how long the exemption may hold.
    """

    code: str
    label: str
    article: str
    version: LawVersion
    exempt: bool = False
    consent: bool = False
    lasts: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeverExempt:
    """A kind of information that no ground can close (UU 14/2008 art. 18(1))."""

    code: str
    label: str
    article: str
    version: LawVersion


@dataclass(frozen=True, slots=True)
class ObjectionGround:
    """A ground of objection. `event` starts the thirty working days; ground b needs no `request` before it.

    `settled`: the body and the requester may agree among themselves (UU 14/2008 art. 35(2)); `mediated`: the Komisi
    Informasi mediates before it judges (art. 40(2)).
    """

    code: str
    label: str
    article: str
    version: LawVersion
    event: str
    settled: bool = True
    mediated: bool = True
    request: bool = True


@cache
def _data() -> dict[str, Any]:
    return read_data("grounds")


def _rows(table: str) -> list[dict[str, Any]]:
    versions = versions_of(_data())
    return [row | {"version": versions[row.get("version", "uu-14-2008")]} for row in _data()[table]]


@cache
def refusal_grounds(on: date | None = None) -> dict[str, RefusalGround]:
    """Grounds of refusal by code, in the order of the law; those in force on a day when one is given."""
    rows = (RefusalGround(**row | {"parts": tuple(row.get("parts", ()))}) for row in _rows("refusal"))
    return {row.code: row for row in rows if on is None or row.version.holds(on)}


@cache
def never_exempt(on: date | None = None) -> tuple[NeverExempt, ...]:
    """What may never be exempt; what is in force on a day when one is given."""
    return tuple(row for row in (NeverExempt(**row) for row in _rows("never")) if on is None or row.version.holds(on))


@cache
def objection_grounds(on: date | None = None) -> dict[str, ObjectionGround]:
    """Grounds of objection by letter; those in force on a day when one is given."""
    rows = (ObjectionGround(**row) for row in _rows("objection"))
    return {row.code: row for row in rows if on is None or row.version.holds(on)}
