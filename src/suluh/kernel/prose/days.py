"""Days of the week against dates, and dates against the day that the form names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from suluh.kernel.lexicon.absolute import make_day
from suluh.kernel.lexicon.words import MONTHS, WEEKDAYS
from suluh.kernel.prose.lead import DAY_WORDS, MONTH_WORDS
from suluh.kernel.prose.spans import Folded, Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTH_NAMES = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_DAY = rf"(?P<weekday>{DAY_WORDS}|jum['’]at)"
_DATE = (
    rf"(?P<day>\d{{1,2}})(?:\s+(?P<month>{MONTH_WORDS})\b(?:\s+(?P<year>\d{{4}}))?|"
    r"[/-](?P<figure>\d{1,2})(?:[/-](?P<full>\d{4}|\d{2})\b)?(?![\d/]))"
)
_PAIR = Folded(rf"\b{_DAY}\s*,?\s*(?:tanggal\s+|tgl\.?\s+)?\(?\s*(?:tanggal\s+)?{_DATE}")
_ALONE = Folded(rf"\b{_DATE}")


def check(draft: Draft, _found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Pairs that no calendar has, days that do not exist, a date other than the one of the form."""
    for name in ("title", "text"):
        yield from _pairs(getattr(draft, name), name, draft.today)
    yield from _impossible(draft)
    yield from _other_than_form(draft)


def _pairs(text: str, name: str, today: date) -> Iterator[Advice]:
    for hit in _PAIR.finditer(text):
        day = _meant(hit, today)
        if day is None:
            continue
        said = WEEKDAYS[re.sub(r"['’]", "", hit["weekday"].lower())]
        if day.weekday() != said:
            reason = f"{_words(day)} jatuh pada hari {NAMES[day.weekday()]}, bukan {NAMES[said]}."
            remedy = f"Tulis “{NAMES[day.weekday()]}”, atau perbaiki tanggalnya."
            yield Advice("day-date", name, hit.start(), hit.end(), reason, remedy)


def _impossible(draft: Draft) -> Iterator[Advice]:
    for hit in _ALONE.finditer(draft.text):
        if hit["month"] and _meant(hit, draft.today) is None:
            reason = f"Tanggal “{draft.text[hit.start() : hit.end()]}” tidak ada di kalender."
            yield Advice("date-impossible", "text", hit.start(), hit.end(), reason, "Perbaiki tanggal atau bulannya.")


def _other_than_form(draft: Draft) -> Iterator[Advice]:
    """Only where the text names days and none of them is the day of the form."""
    if draft.happens_on is None:
        return
    hits = [hit for hit in _ALONE.finditer(draft.text) if hit["month"]]
    named = [_meant(hit, draft.happens_on) for hit in hits]
    if named and draft.happens_on not in named:
        reason = f"Kolom Hari menyebut {_words(draft.happens_on)}, naskah menyebut tanggal lain."
        yield Advice("date-differs", "text", hits[0].start(), hits[0].end(), reason, "Samakan keduanya.")


def _meant(hit: re.Match[str], today: date) -> date | None:
    """The day; without a year the one nearest to today."""
    day = int(hit["day"])
    month = MONTHS[hit["month"].lower()] if hit["month"] else int(hit["figure"])
    year = hit["year"] or hit["full"]
    if year:
        return make_day(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    near = [make_day(one, month, day) for one in (today.year - 1, today.year, today.year + 1)]
    there = [one for one in near if one is not None]
    return min(there, key=lambda one: abs((one - today).days)) if there else None


def _words(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
