"""Indonesian date strings: `suluh dates` beside dateparser (id and en, day first) on the same strings."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any

from bench.commands import command_cpu
from bench.harness import Row, cpu

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=timezone(timedelta(hours=7)))
COUNTS = {"small": (20_000, 300), "full": (200_000, 1500), "big": (400_000, 5000)}
MONTHS = (
    ("Januari", "Jan", "JANUARI"), ("Februari", "Feb", "Pebruari"), ("Maret", "Mar", "MARET"),
    ("April", "Apr", "APRIL"), ("Mei", "Mei", "MEI"), ("Juni", "Jun", "JUNI"), ("Juli", "Jul", "JULI"),
    ("Agustus", "Agt", "Ags"), ("September", "Sep", "Sept"), ("Oktober", "Okt", "OKTOBER"),
    ("November", "Nov", "Nopember"), ("Desember", "Des", "DESEMBER"),
)  # fmt: skip
DAYS = (
    ("Senin", "Sen"),
    ("Selasa", "Sel"),
    ("Rabu", "Rab"),
    ("Kamis", "Kam"),
    ("Jumat", "Jum'at"),
    ("Sabtu", "Sab"),
    ("Minggu", "Ahad"),
)
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
Truth = dict[str, Any]


def _day(rng: random.Random) -> date:
    return date(2008, 1, 1) + timedelta(days=rng.randrange(6890))


def _truth(day: date | None, time: str | None = None, zone: str | None = None) -> Truth:
    return {"date": day.isoformat() if day else None, "time": time, "utc_offset": zone}


def _words(rng: random.Random, day: date) -> tuple[str, str, str]:
    weekday = rng.choice(
        (
            "",
            f"{rng.choice(DAYS[day.weekday()])}, ",
            f"{DAYS[day.weekday()][0]} {rng.choice(('Pon', 'Kliwon', 'Legi'))}, ",
        )
    )
    return weekday, rng.choice((f"{day.day}", f"{day.day:02}")), rng.choice(MONTHS[day.month - 1])


def long_form(rng: random.Random) -> tuple[str, Truth]:
    """`Senin, 11 Februari 2019` with a prefix, market days, old spellings, dashes."""
    day = _day(rng)
    weekday, number, month = _words(rng, day)
    mark = rng.choice((" ", " ", "-", "\u00a0"))
    lead = rng.choice(
        ("", "", "Diposting ", "Ditulis oleh Admin pada ", "Tanggal: ", "Tgl. ", "Oleh Humas | ", "Terbit: ")
    )
    return f"{lead}{weekday}{number}{mark}{month}{mark}{day.year}", _truth(day)


def timed(rng: random.Random) -> tuple[str, Truth]:
    """A long form with time and zone."""
    text, truth = long_form(rng)
    hour, minute, zone = rng.randrange(24), rng.randrange(60), rng.choice((*ZONES, ""))
    join, dot = rng.choice((" ", " | ", " - ", ", ", " pukul ", " Pkl. ")), rng.choice(":.")
    return f"{text}{join}{hour:02}{dot}{minute:02} {zone}".strip(), truth | {
        "time": f"{hour:02}:{minute:02}",
        "utc_offset": ZONES.get(zone),
    }


def figures(rng: random.Random) -> tuple[str, Truth]:
    """Figures, day first, or ISO."""
    day = _day(rng)
    form = rng.choice(("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d/%m/%y", "%d / %m / %Y"))
    return day.strftime(form), _truth(day)


def month_first(rng: random.Random) -> tuple[str, Truth]:
    """`Mei 3, 2023`."""
    day = _day(rng)
    return f"{_words(rng, day)[2]} {day.day}, {day.year}", _truth(day)


def no_year(rng: random.Random) -> tuple[str, Truth]:
    """`11 Feb`: the latest such day not after now."""
    day = NOW.date() - timedelta(days=rng.randrange(365))
    return f"{day.day} {_words(rng, day)[2]}", _truth(day)


def short_year(rng: random.Random) -> tuple[str, Truth]:
    """`8 Jan 25`."""
    day = _day(rng)
    return f"{day.day} {_words(rng, day)[2]} {rng.choice(('', chr(39)))}{day:%y}", _truth(day)


def relative(rng: random.Random) -> tuple[str, Truth]:
    """Counted back from now."""
    amount = rng.randint(2, 27)
    unit, step = rng.choice(
        (
            ("hari", timedelta(days=1)),
            ("jam", timedelta(hours=1)),
            ("menit", timedelta(minutes=1)),
            ("minggu", timedelta(weeks=1)),
        )
    )
    lead = rng.choice(("", "Diposting ", "Diunggah "))
    return f"{lead}{amount} {unit} {rng.choice(('', 'yang ', 'yg '))}lalu", _truth((NOW - amount * step).date())


def spoken(rng: random.Random) -> tuple[str, Truth]:
    """`kemarin`, `sejam lalu`."""
    today = NOW.date()
    return rng.choice(
        [
            ("kemarin", _truth(today - timedelta(days=1))),
            ("sejam lalu", _truth(today)),
            ("seminggu yang lalu", _truth(today - timedelta(days=7))),
            ("semenit lalu", _truth(today)),
            ("setahun lalu", _truth(today.replace(year=today.year - 1))),
            ("hari ini", _truth(today)),
        ]
    )


def month_only(rng: random.Random) -> tuple[str, Truth]:
    """A month or a year alone."""
    day = _day(rng).replace(day=1)
    if rng.random() < 0.3:
        return f"Tahun {day.year}", _truth(day.replace(month=1))
    return f"{rng.choice(('', 'Bulan ', 'Edisi '))}{_words(rng, day)[2]} {day.year}", _truth(day)


def machine(rng: random.Random) -> tuple[str, Truth]:
    """Stamps of machines."""
    day, hour = _day(rng), rng.randrange(24)
    text = rng.choice((f"{day}T{hour:02}:15:00+07:00", f"{day:%a, %d %b %Y} {hour:02}:15:00 +0700"))
    return text, _truth(day, f"{hour:02}:15", "+07:00")


def several(rng: random.Random) -> tuple[str, Truth]:
    """Two dates, one labelled as the day of publication."""
    day, other = _day(rng), _day(rng)
    one = f"Diterbitkan: {day.day} {MONTHS[day.month - 1][0]} {day.year}"
    two = f"Diperbarui: {other.day} {MONTHS[other.month - 1][0]} {other.year}"
    return rng.choice((f"{one}, {two}", f"{two} | {one}")), _truth(day)


def no_date(rng: random.Random) -> tuple[str, Truth]:
    """What only looks like one."""
    n = rng.randrange
    text = rng.choice(
        (
            f"Rp {n(999)}.{n(100, 999)}.000",
            f"08{n(10**9, 10**10)}",
            f"0812-{n(1000, 9999)}-{n(1000, 9999)}",
            f"NIK {n(10**15, 10**16)}",
            f"Versi {n(9)}.{n(20)}.{n(20)}",
            f"Nomor {n(1, 40)} Tahun {n(1999, 2026)}",
            f"Pasal {n(1, 40)} ayat ({n(1, 9)})",
            f"{n(24):02}:{n(60):02} WIB",
            f"Jl. Merdeka No. {n(1, 99)}",
            f"{n(32, 40)} {MONTHS[n(12)][0]} {n(2000, 2026)}",
            f"30/02/{n(2000, 2026)}",
            f"dibaca {n(9999)} kali",
            f"RT {n(1, 9):02}/RW {n(1, 9):02}",
        )
    )
    return text, _truth(None)


FORMS: tuple[Callable[[random.Random], tuple[str, Truth]], ...] = (
    long_form, timed, figures, month_first, no_year, short_year, relative, spoken, month_only, machine, several,
    no_date,
)  # fmt: skip


def run(seed: int, scale: str) -> Iterable[Row]:
    """Accuracy and speed, ours and dateparser's."""
    many, few = COUNTS[scale]
    rng = random.Random(seed)
    made = [rng.choice(FORMS)(rng) for _ in range(many)]
    ours, seconds, bare = _ours([text for text, _ in made])
    right = [all(answer[key] == truth[key] for key in truth) for answer, (_, truth) in zip(ours, made, strict=True)]
    years = sum(
        bool(answer["date"]) and (not truth["date"] or answer["date"][:4] != truth["date"][:4])
        for answer, (_, truth) in zip(ours, made, strict=True)
    )
    sample = made[:few]
    theirs, peer_seconds = cpu(lambda: _dateparser([text for text, _ in sample]))
    peer_right = sum(answer == truth["date"] for answer, (_, truth) in zip(theirs, sample, strict=True)) / few
    share, rate, peer_rate = sum(right) / many, many / (seconds - bare), few / peer_seconds
    on = f"{many} strings in {len(FORMS)} forms; dateparser on the first {few}"
    yield Row("strings", "date, time and zone right", share, "share", "≥ 0.98", share >= 0.98, "dateparser (date only)",
              peer_right, share / peer_right, on)  # fmt: skip
    yield Row("strings", "wrong years", years, "strings", "0", years == 0, on=on)
    yield Row("strings", "speed of suluh dates", rate, "strings/CPU-s", "≥ 50,000", rate >= 50_000, "dateparser",
              peer_rate, rate / peer_rate, on)  # fmt: skip


def _ours(texts: list[str]) -> tuple[list[Truth], float, float]:
    args = ["dates", "--now", NOW.isoformat()]
    _, bare = command_cpu(args, texts[0].encode())
    output, seconds = command_cpu(args, "\n".join(texts).encode())
    return [json.loads(line) for line in output.decode().splitlines()], seconds, bare


def _dateparser(texts: list[str]) -> list[str | None]:
    import dateparser

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": NOW.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
    }
    parsed = (dateparser.parse(text, languages=["id", "en"], settings=settings) for text in texts)  # type: ignore[arg-type]
    return [found.date().isoformat() if found else None for found in parsed]
