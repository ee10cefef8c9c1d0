"""Announcements without delay (informasi serta-merta) as data: the eight contents and the subjects (Perki 1/2021)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from suluh.law.versions import LawVersion, read_data, versions_of


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """One of the eight contents of article 20(2): its heading for citizens, and the question put to the officer."""

    code: str
    article: str
    label: str
    question: str
    hint: str
    version: LawVersion


@cache
def notice_contents() -> dict[str, NoticeContent]:
    """The eight contents by code, in the order of the regulation."""
    table = read_data("announcements")
    (version,) = versions_of(table).values()
    return {row["code"]: NoticeContent(**row, version=version) for row in table["content"]}


@cache
def notice_subjects() -> dict[str, str]:
    """What article 19 wants announced without delay, by the code of the mandatory item."""
    return {row["code"]: row["label"] for row in read_data("announcements")["subject"]}
