"""Notices without delay: one in force, one that is over, and one that waits for somebody to approve it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.people import desk, officer_of
from suluh.demo.speak.shown import went_live
from suluh.newsroom.models import Notice
from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.notices.words import Area
from suluh.newsroom.services.notice_issuing import notice_clear, notice_issue
from suluh.newsroom.services.notices import notice_begin, notice_fill, notice_reopen, notice_submit
from suluh.organization.models import Unit

HOLDS = timedelta(hours=20)
FLOOD = {
    "title": "Banjir di Kecamatan Fajarwana",
    "hazard": "Air setinggi 60 cm di bantaran Sungai Mentari.",
    "evacuation": "Mengungsi ke balai desa terdekat lewat jalan desa, bukan tepi sungai.",
    "efforts": "Empat perahu karet dan dua dapur umum bekerja.",
    "contact": "Posko BPBD, (0000) 000-109",
}
RISEN = "Air naik 20 cm sejak pengumuman pertama; dapur umum bertambah satu."
NO_WATER = {
    "title": "Air bersih terganggu di Arunika Kota",
    "hazard": "Pipa utama di Jalan Purnama pecah; air tidak mengalir sejak pukul 05.00.",
    "efforts": "Pipa sedang diganti; tangki air berkeliling di setiap RW.",
    "contact": "Perumda Air Minum, (0000) 000-150",
}
FLOWS = "Pipa sudah diganti dan air mengalir lagi di semua wilayah sejak pukul 16.00."
ROAD = {
    "title": "Jalan Cakrawala ditutup karena longsor",
    "hazard": "Longsoran menutup satu lajur Jalan Cakrawala.",
    "contact": "DPUPR, (0000) 000-114",
}


def notice_threads(today: datetime, origin: str) -> Iterator[Thread[object]]:
    """All three with their versions. The update of what is in force is due now on every channel concerned."""
    yield _over(today, origin)
    yield _in_force(today, origin)
    waits = timedelta(minutes=12)
    yield _written("dpupr", "road", ROAD, "kec-fajarwana", today - waits, today + timedelta(hours=9))


def _in_force(today: datetime, origin: str) -> Thread[None]:
    begun = today - timedelta(hours=3)
    notice = yield from _written("bpbd", "flood", FLOOD, "kec-fajarwana", begun, today + HOLDS)
    yield begun + timedelta(minutes=5)
    notice_issue(notice=notice, seen=notice.seen, by=desk())
    went_live(f"notice:{notice.pk}", origin)
    yield today - timedelta(minutes=40)
    notice.refresh_from_db()
    officer = officer_of(notice.unit)
    notice = notice_reopen(notice=notice, seen=notice.seen, by=officer)
    risen = FLOOD["hazard"].replace("60 cm", "80 cm")
    notice = notice_fill(notice=notice, seen=notice.seen, by=officer, said=RISEN, hazard=risen)
    notice = notice_submit(notice=notice, seen=notice.seen, by=officer)
    yield today - timedelta(minutes=36)
    notice_issue(notice=notice, seen=notice.seen, by=desk())


def _over(today: datetime, origin: str) -> Thread[None]:
    begun = days_ago(today, 18, 6)
    ends_at = begun + timedelta(hours=12)
    notice = yield from _written("pemkab-arunika", "water", NO_WATER, "kec-arunika-kota", begun, ends_at)
    yield begun + timedelta(minutes=4)
    notice_issue(notice=notice, seen=notice.seen, by=desk())
    went_live(f"notice:{notice.pk}", origin)
    yield begun + timedelta(hours=10)
    notice.refresh_from_db()
    notice_clear(notice=notice, said=FLOWS, seen=notice.seen, by=desk())
    went_live(f"notice:{notice.pk}", origin)


def _written(
    slug: str, kind: str, told: dict[str, Any], district: str, at: datetime, ends_at: datetime
) -> Thread[Notice]:
    """Begun from a template, filled in and laid before those who approve."""
    yield at
    unit, area = Unit.objects.get(slug=slug), Unit.objects.get(slug=district)
    officer = officer_of(unit)
    token = uuid5(NAMESPACE_URL, f"arunika/notice/{told['title']}")
    notice = notice_begin(unit=unit, kind=notice_kinds()[kind], form_token=token, by=officer)
    told = {**told, "areas": (Area(area.pk, area.name),), "ends_at": ends_at.replace(minute=0, second=0, microsecond=0)}
    notice = notice_fill(notice=notice, seen=notice.seen, by=officer, **told)
    yield at + timedelta(minutes=3)
    return notice_submit(notice=notice, seen=notice.seen, by=officer)
