"""A notice as the text of each channel: the same words in the same order, as many as the platform shows.

What saves people stands first. Where a platform shows little, whole lines are left out from the end; never is a line
cut, and the address of the notice's page, where everything stands, is always there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from suluh.channels.frozen import Content, StoredMedium
from suluh.law.announcements import notice_contents
from suluh.newsroom.notices.words import NoticeWords
from suluh.platforms.platform import platforms
from suluh.platforms.values import Medium, Post

WHERE, HELP = "Wilayah:", "Bantuan:"
DEED = re.compile(r"\d+\. ")


class Act(StrEnum):
    """What a version does to the notice."""

    ALERT = "alert"
    UPDATE = "update"
    CLEAR = "clear"
    WITHDRAWN = "withdrawn"


HEADS = {
    Act.ALERT: "PEMBERITAHUAN RESMI",
    Act.UPDATE: "PEMBARUAN RESMI",
    Act.CLEAR: "DINYATAKAN AMAN",
    Act.WITHDRAWN: "DICABUT",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One version of a notice on its way to people.

    `said` is what changed, in words for citizens; `link` the permanent address of the notice's page; `office` who says
    it. Times are told in the zone that `until` and `at` carry.
    """

    words: NoticeWords
    act: Act
    number: int
    office: str
    link: str
    said: str = ""
    at: datetime | None = None
    until: datetime | None = None


def content_of(telling: Telling, platform: str, media: tuple[StoredMedium, ...] = ()) -> Content:
    """What a channel of the platform shows, by that platform's own rules on lengths."""
    rules = platforms()[platform].rules
    head = f"{HEADS[telling.act].capitalize()}: {telling.words.title}"
    shown = tuple(Medium(one.name, one.mime, b"") for one in media)
    title = rules.shortened(Post("", head, media=shown)).title
    lines = lines_of(telling)[1:] if platform == "wordpress" else lines_of(telling)

    def fits(text: str) -> bool:
        return rules.shortened(Post(text, title, media=shown)).text == text

    whole = "\n\n".join((*lines, telling.link)).strip()
    return Content(text=whole if fits(whole) else _fitted(lines, telling.link, fits), title=title, media=media)


def lines_of(telling: Telling) -> list[str]:
    """The notice line by line; what matters most for a life stands first."""
    words, labels = telling.words, notice_contents()
    ended = telling.act in (Act.CLEAR, Act.WITHDRAWN)
    first = [f"{HEADS[telling.act]}: {words.title}", telling.said.strip() if telling.act != Act.ALERT else ""]
    if ended:
        body = [f"{WHERE} {words.where}" if words.where else ""]
    else:
        body = [
            f"{WHERE} {words.where}",
            "\n".join(f"{place}. {deed}" for place, deed in enumerate(words.deeds, 1)),
            f"{HELP} {words.contact}",
            words.told("hazard"),
            f"Berlaku sampai {moment(telling.until)}" if telling.until else "",
            *(
                f"{labels[code].label}: {words.told(code)}" if words.told(code) else ""
                for code in ("evacuation", "affected", "help", "efforts", "spreading", "announcer")
            ),
        ]
    stamp = f"{telling.office}, {moment(telling.at)}" if telling.at else telling.office
    return [line for line in (*first, *body, stamp) if line]


def moment(at: datetime) -> str:
    """A time as people say it: "Kamis, 2 April 2026 pukul 06.35 WIB"."""
    return f"{_DAYS[at.weekday()]}, {at.day} {_MONTHS[at.month - 1]} {at.year} pukul {at:%H.%M} {at.tzname()}"


_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def _fitted(lines: list[str], link: str, fits: Callable[[str], bool]) -> str:
    """What fits, in reading order: address and heading first, then help and the first deed, then the rest.

    Deeds are taken one by one, so that some of them may stand.
    """
    parts = [part for line in lines for part in line.splitlines()]
    kept: dict[int, str] = {}

    def text(more: dict[int, str]) -> str:
        told = kept | more
        return "\n".join([*(told[place] for place in sorted(told)), link]).strip()

    for place, part in sorted(enumerate(parts), key=lambda one: (_rank(*one), one[0])):
        shown = next((form for form in _forms(part) if fits(text({place: form}))), "")
        if shown:
            kept[place] = shown
    return text({})


def _rank(place: int, part: str) -> int:
    """Which line is thought of first where not all fit."""
    return 0 if place == 0 else 1 if part.startswith(HELP) else 2 if part.startswith("1. ") else 3


def _forms(line: str) -> Iterator[str]:
    """The line, then with ever fewer whole sentences (of an area: names).

    A deed is never shortened: half of an order can be a wrong one.
    """
    yield line
    if DEED.match(line):
        return
    mark, ending = (",", " dan lainnya") if line.startswith(WHERE) else (".", ".")
    cuts = [place for place, (sign, after) in enumerate(pairwise(line)) if sign == mark and after == " "]
    for place in reversed(cuts):
        yield line[:place] + ending
