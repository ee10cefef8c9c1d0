"""Signs that a site looks fresh without publishing: today's date on the page, a clock, a sitemap made new each day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from suluh.monitoring.engine.values import Document, Snapshot
from suluh.monitoring.probes.naming import GENERIC, tokens
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.site import own_words

MONTHS = (
    ("januari", "jan", "january"), ("februari", "feb", "february", "pebruari"), ("maret", "mar", "march"),
    ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"),
    ("agustus", "agu", "ags", "agt", "aug", "august"), ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"), ("november", "nov", "nopember", "nop"),
    ("desember", "des", "dec", "december"),
)  # fmt: skip
CLOCK = re.compile(
    r"toLocaleDateString|toLocaleTimeString|getDay\(\)|getDate\(\)|getHours\(\)|moment\(\)\.format"
    r"|setInterval\([^()]{0,200}(jam|clock|time|waktu)",
    re.I,
)
CLOCK_WORDS = frozenset(
    (
        "senin", "selasa", "rabu", "kamis", "jumat", "jum", "ahad", "sabtu", "minggu", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "wib", "wita", "wit", "pukul", "jam", "hari", "ini", "tanggal",
        "sekarang", "today", "selamat", "datang",
    )
)  # fmt: skip
OWN_TEXT = 3
"""Words beside a day from which it belongs to an entry."""
MOST = 0.8
FEW = 3


def pretences(seen: Snapshot) -> list[tuple[str, str]]:
    """What makes the site look fresh today, as (words seen, how it deceives)."""
    return [*_printed_today(seen), *_scripted(seen), *_sitemap_today(seen)]


def _printed_today(seen: Snapshot) -> Iterator[tuple[str, str]]:
    if seen.home is None:
        return
    pattern = _pattern([seen.now.date(), (seen.now + timedelta(hours=9)).date()])
    for block in outline(seen.home).blocks:
        found = pattern.search(block.text)
        if found and not _is_entry(block.text, found.group(0), seen):
            yield found.group(0), "Tanggal hari ini tercetak di halaman depan, tetapi bukan tanggal terbit tulisan."
            return


def _is_entry(text: str, day: str, seen: Snapshot) -> bool:
    """True when a day stands beside a text of its own, as in an agenda or a list of posts; the unit's name is none."""
    rest = [word for word in tokens(text.casefold().replace(day.casefold(), " ")) if not word.isdigit()]
    return len([word for word in rest if word not in own_words(seen) | GENERIC | CLOCK_WORDS]) > OWN_TEXT


def _pattern(days: list[date]) -> re.Pattern[str]:
    forms: list[str] = []
    for day in dict.fromkeys(days):
        names = "|".join(MONTHS[day.month - 1])
        forms += [
            rf"\b0?{day.day}[\s\-/.,]+(?:{names})[\s\-/.,]+{day.year}\b",
            rf"\b(?:{names})\s+0?{day.day}(?:st|nd|rd|th)?,?\s+{day.year}\b",
            rf"\b0?{day.day}[/\-.]0?{day.month}[/\-.](?:{day.year}|{day.year % 100:02d})\b",
            rf"\b{day.year}-{day.month:02d}-{day.day:02d}\b",
        ]
    return re.compile("|".join(forms), re.I)


def _scripted(seen: Snapshot) -> Iterator[tuple[str, str]]:
    for script in _scripts(seen.home):
        found = CLOCK.search(script)
        if found and "new Date" in script:
            yield found.group(0), "Skrip menulis tanggal atau jam pengunjung di halaman depan."
            return


def _scripts(page: Document | None) -> list[str]:
    return [node.text() for node in page.tree.css("script:not([src])")] if page is not None else []


def _sitemap_today(seen: Snapshot) -> Iterator[tuple[str, str]]:
    dated = [stamp for _, stamp in seen.sitemap_urls if stamp]
    today = {seen.now.date().isoformat(), (seen.now + timedelta(hours=9)).date().isoformat()}
    fresh = [stamp for stamp in dated if stamp[:10] in today]
    if len(fresh) >= FEW and len(fresh) >= MOST * len(dated):
        yield fresh[0], f"{len(fresh)} dari {len(dated)} alamat di peta situs diberi tanggal hari ini."
