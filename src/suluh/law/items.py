"""Mandatory information as data: which items apply to a kind of unit, their article, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from suluh.law.kinds import UnitKind
from suluh.law.versions import LawVersion, read_data, versions_of

PUBLIC_BODIES = tuple(kind for kind in UnitKind if kind is not UnitKind.DESA)


@dataclass(frozen=True, slots=True)
class Item:
    """One item that a unit must show, the article it comes from, and how pages call it.

    `names` are what a title or heading says when it names the item; `hints` only lead towards such a page.
    `own` is true where only the unit's own page satisfies the item; others may be satisfied by the regency's page it
    links to.
    """

    code: str
    label: str
    article: str
    content: str
    names: tuple[str, ...]
    hints: tuple[str, ...]
    kinds: tuple[UnitKind, ...]
    version: LawVersion
    own: bool = False


@cache
def _data() -> dict[str, Any]:
    return read_data("items")


@cache
def versions() -> dict[str, LawVersion]:
    """Versions of the rules by key."""
    return versions_of(_data())


def _kinds(names: list[str]) -> tuple[UnitKind, ...]:
    kinds: list[UnitKind] = []
    for name in names:
        kinds += PUBLIC_BODIES if name == "public-body" else (UnitKind(name),)
    return tuple(kinds)


@cache
def all_items() -> tuple[Item, ...]:
    """Every item of every version, in the order of the law."""
    return tuple(
        Item(
            code=row["code"],
            label=row["label"],
            article=row["article"],
            content=row["content"],
            names=tuple(row["names"]),
            hints=tuple(row.get("hints", ())),
            kinds=_kinds(row.get("kinds", ["public-body"])),
            version=versions()[row.get("version", "perki-1-2021")],
            own=row.get("own", False),
        )
        for row in _data()["item"]
    )


@cache
def items_for(kind: UnitKind, on: date | None = None) -> tuple[Item, ...]:
    """Items that apply to a kind of unit, in the order of the law; those in force on a day when one is given.

    A desa is a public body of its own under Perki 1/2018: D-1 to D-7 stand for the periodic list of Perki 1/2021,
    while S and T-a bind it as any public body (UU 14/2008 art. 10 and 11(1)a). AD/ART (B-a2) applies only to bodies
    that have one.
    """
    return tuple(item for item in all_items() if kind in item.kinds and (on is None or item.version.holds(on)))


@cache
def item(code: str) -> Item:
    """The item with a code.

    Raises:
        KeyError: no item has this code.
    """
    for candidate in all_items():
        if candidate.code == code:
            return candidate
    raise KeyError(code)


@cache
def decoys() -> tuple[str, ...]:
    """Names of pages about something else, although a shorter item name would fit."""
    return tuple(name for row in _data()["decoy"] for name in row["names"])


@cache
def hubs() -> tuple[str, ...]:
    """Names of pages that gather links to items."""
    return tuple(name for row in _data()["hub"] for name in row["names"])
