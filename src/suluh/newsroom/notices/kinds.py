"""Templates of notices as data: what each kind is called, and the texts an officer begins with."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from suluh.law.announcements import notice_contents


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One template. `hours` is how long such a notice usually holds; a "…" in a text is for the officer to fill."""

    code: str
    label: str
    law: str
    category: str
    event: str
    responses: tuple[str, ...]
    title: str
    urgency: str
    severity: str
    certainty: str
    hours: int
    texts: Mapping[str, str]
    """A beginning for each of the eight contents, by its code."""


@cache
def notice_kinds() -> dict[str, NoticeKind]:
    """Every template by code, in the order of the table."""
    table = tomllib.loads(files("suluh.newsroom").joinpath("notices/kinds.toml").read_text(encoding="utf-8"))
    found = {}
    for row in table["kind"]:
        texts = {code: row.pop(code).strip() for code in notice_contents()}
        found[row["code"]] = NoticeKind(**row | {"responses": tuple(row["responses"]), "texts": texts})
    return found
