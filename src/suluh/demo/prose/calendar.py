"""Days as Indonesian offices write them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def long_date(day: date) -> str:
    """`11 Februari 2019`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`11 Feb 2019`."""
    return f"{day.day:02d} {SHORT_MONTHS[day.month - 1]} {day.year}"


def slash_date(day: date) -> str:
    """`11/02/2019`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def day_in_words(day: date) -> str:
    """Name of the weekday."""
    return DAYS[day.weekday()]


def full_date(day: date) -> str:
    """`Senin, 11 Februari 2019`."""
    return f"{day_in_words(day)}, {long_date(day)}"


def ago(day: date, today: date) -> str:
    """How long ago, as pages say it: `kemarin`, `3 hari yang lalu`, `2 bulan yang lalu`."""
    days = (today - day).days
    if days <= 0:
        return "beberapa jam yang lalu"
    if days == 1:
        return "kemarin"
    if days < 14:
        return f"{days} hari yang lalu"
    if days < 60:
        return f"{days // 7} minggu yang lalu"
    return f"{days // 30} bulan yang lalu"
