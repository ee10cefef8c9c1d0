"""How long series of personal data are kept, and what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from suluh.law.versions import LawVersion, read_data, versions_of


class What(StrEnum):
    """What happens when the time has passed."""

    DESTROY = "destroy"
    ANONYMISE = "anonymise"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Series:
    """One series; `years` run from the end of the case and are None for what stays for good."""

    code: str
    label: str
    what: What
    basis: str
    why: str
    version: LawVersion
    years: int | None = None


@cache
def retention_series() -> Mapping[str, Series]:
    """Every series by its code, in the order of the table."""
    table = read_data("retention")
    (version,) = versions_of(table).values()
    return {row["code"]: Series(**{**row, "what": What(row["what"]), "version": version}) for row in table["series"]}


def ended_until(years: int, on: date) -> date:
    """The latest day on which a case may have ended whose time has passed on a day; 29 February counts as 1 March."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, month=3, day=1)
