"""When did the site last publish something real, and how steadily?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta, timezone

from suluh.monitoring.engine.values import FindingSeen, PostSeen, Severity, Snapshot
from suluh.monitoring.probes.freshness.cadence import Cadence, cadence
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import proof

STALE_DAYS = 90
SILENT_DAYS = 180
WIB = timezone(timedelta(hours=7))
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTH_NAMES = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
    "September", "Oktober", "November", "Desember",
)  # fmt: skip
WRITE = "Sapa admin unit: satu tulisan pendek tentang layanan atau kegiatan pekan ini sudah cukup."


class FreshnessProbe(Probe):
    """Stale, silent, or dated in the future."""

    code = "freshness"
    content_only = False

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """Findings from real publications alone; clocks, copyright years and sitemap dates are never counted."""
        if seen.home_answer is None or not seen.home_answer.ok:
            return
        today = seen.now.astimezone(WIB).date()
        rhythm = cadence((post.published for post in seen.posts if post.published), today)
        last = last_post(seen, today)
        age = (today - last).days if last else None
        if age is None or age >= STALE_DAYS:
            yield _quiet(age, last, rhythm, seen)
        if seen.future_posts:
            yield _future(seen.future_posts, seen)


def last_post(seen: Snapshot, today: date) -> date | None:
    """Day of the newest real publication; a day ahead is allowed for zones."""
    days = [post.published for post in seen.posts if post.published and post.published <= today + timedelta(days=1)]
    days += [seen.newest] if seen.newest is not None and seen.newest <= today + timedelta(days=1) else []
    return max(days, default=None)


def in_words(day: date) -> str:
    """A day as people write it: Senin, 6 April 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _quiet(age: int | None, last: date | None, rhythm: Cadence, seen: Snapshot) -> FindingSeen:
    silent = age is None or age >= SILENT_DAYS
    if last is None or age is None:
        message = "Tidak ditemukan tulisan bertanggal dalam 365 hari terakhir."
        excerpt = "Tidak ada tulisan bertanggal pada umpan, peta situs dan halaman daftar."
    else:
        message = f"Tulisan terbaru terbit {in_words(last)}, {age} hari yang lalu."
        excerpt = next((post.title for post in seen.posts if post.published == last), "")
    source = seen.home_answer
    seen_there = (
        proof(source, seen, excerpt, (), "Tanggal terbit tulisan terbaru dari seluruh sumber situs.")
        if source
        else None
    )
    return FindingSeen(
        "silent" if silent else "stale",
        Severity.HIGH if silent and age is not None else Severity.MEDIUM,
        message,
        seen_there,
        WRITE,
        {"days": age, "cadence": rhythm.as_data()},
    )


def _future(entries: list[PostSeen], seen: Snapshot) -> FindingSeen:
    latest = max(
        (post for post in entries if post.published), key=lambda post: post.published or date.min, default=entries[0]
    )
    when = in_words(latest.published) if latest.published else "hari yang belum tiba"
    source = seen.home_answer
    seen_there = (
        proof(source, seen, f"{latest.title} · {when}", (when,), "Tanggal terbit yang tercantum belum tiba.")
        if source
        else None
    )
    return FindingSeen(
        "future-date",
        Severity.LOW,
        f"{len(entries)} tulisan bertanggal di masa depan, antara lain {when}.",
        seen_there,
        "Minta admin situs membetulkan tanggal terbitnya; tulisan itu tidak dihitung sampai harinya tiba.",
        {
            "posts": [
                {"url": post.url, "date": post.published.isoformat() if post.published else None}
                for post in entries[:10]
            ]
        },
    )
