"""The calendar around today: series, single plans, a day that the regency keeps, a clash, and days with nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from suluh.channels.models import Channel
from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.people import desk
from suluh.newsroom.models import Observance, Series
from suluh.newsroom.services.keeping import observance_add
from suluh.newsroom.services.slots import Plan, series_add, slot_add
from suluh.organization.models import Unit

BEGUN, AHEAD = 50, 35
"""Days ago on which the series began, and days ahead that they reach."""
SERIES = (
    ("dinkes", "Jadwal puskesmas keliling", "service", Series.Step.WEEK, 0),
    ("disdagperin", "Harga bahan pokok pekan ini", "data", Series.Step.FORTNIGHT, 1),
    ("disdukcapil", "Jadwal rekam KTP-el keliling", "service", Series.Step.WEEK, 3),
    ("pemkab-arunika", "Tanya jawab layanan bulan ini", "invitation", Series.Step.MONTH, 2),
)
"""Unit, title, kind, how often, weekday of the first."""
SINGLE = (
    (1, 15, "dispora", "Lari pagi bersama di Alun-Alun", "agenda"),
    (2, 9, "bapenda", "Batas akhir pajak bumi dan bangunan", "announcement"),
    (3, 9, "dpmptsp", "Cara mengurus izin usaha mikro", "service"),
    (4, 9, "pemkab-arunika", "Jawaban bupati atas pertanyaan warga", "data"),
    (4, 9, "pemkab-arunika", "Pengumuman seleksi perangkat desa", "announcement"),
    (6, 10, "disbudpar", "Festival cahaya di Taman Fajar", "agenda"),
    (7, 9, "diskopukm", "Pendaftaran bazar UMKM", "invitation"),
    (16, 9, "dlh", "Jadwal angkut sampah hari raya", "service"),
    (20, 10, "bapperida", "Hasil survei kepuasan warga", "data"),
)
"""Days ahead, hour, unit, title, kind. Two share an hour on one account; from 8 to 15 days only series stand."""
ANNIVERSARY_AHEAD = 14


def calendar_threads(today: datetime) -> Iterator[Thread[None]]:
    """Everything as the desk entered it."""
    yield _anniversary(today)
    for row in SERIES:
        yield _series(today, *row)
    for single in SINGLE:
        yield _single(today, *single)


def _series(today: datetime, slug: str, title: str, kind: str, step: Series.Step, weekday: int) -> Thread[None]:
    begun = days_ago(today, BEGUN)
    yield begun
    unit = Unit.objects.get(slug=slug)
    first = begun.replace(hour=7) + timedelta(days=(weekday - begun.weekday()) % 7)
    plan = Plan(title, kind, first, channels=_channels(unit))
    series_add(unit=unit, plan=plan, step=step, ends_on=days_ago(today, -AHEAD).date(), by=desk())


def _single(today: datetime, ahead: int, hour: int, slug: str, title: str, kind: str) -> Thread[None]:
    yield days_ago(today, 5)
    unit = Unit.objects.get(slug=slug)
    plan = Plan(title, kind, _working(days_ago(today, -ahead, hour)), channels=_channels(unit))
    slot_add(unit=unit, plan=plan, by=desk())


def _anniversary(today: datetime) -> Thread[None]:
    """It lies within the coming weeks whenever the demo is made."""
    yield days_ago(today, BEGUN)
    day = days_ago(today, -ANNIVERSARY_AHEAD).date()
    observance_add(
        name="Hari Jadi Kabupaten Arunika",
        kind=Observance.Kind.OBSERVANCE,
        first=day,
        last=day,
        yearly=True,
        source="Peraturan Daerah Nomor 3 Tahun 2009",
        by=desk(),
    )


def _channels(unit: Unit) -> tuple[Channel, ...]:
    """Up to two of the unit's own channels, or one of the regency's."""
    rows = Channel.objects.filter(state=Channel.State.CONNECTED).order_by("pk")
    return tuple(rows.filter(unit=unit)[:2]) or tuple(rows.filter(unit__slug="pemkab-arunika")[:1])


def _working(at: datetime) -> datetime:
    """The moment itself, or the Monday after it."""
    weekday = timezone.localtime(at).weekday()
    return at + timedelta(days=7 - weekday) if weekday > 4 else at
