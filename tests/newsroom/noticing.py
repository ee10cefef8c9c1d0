"""Notices for tests: a flood in the village of Embun, written, approved and told."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.notices.words import Area
from suluh.newsroom.services.notice_issuing import notice_issue
from suluh.newsroom.services.notices import notice_begin, notice_fill, notice_submit

TOLD = {
    "title": "Banjir di Desa Embun",
    "hazard": "Air setinggi 60 cm di jalan desa sejak pukul 04.50.",
    "evacuation": "Balai Desa Embun, lantai 2.",
    "avoid": "Jangan menyeberang, juga dengan perahu.\nWarga RW 02 pindah ke Balai Desa Embun.",
    "efforts": "Dua perahu siaga sejak pukul 05.10.",
    "contact": "BPBD 0000-112-000",
}


def begun(world, *, by=None, token: UUID | None = None) -> Notice:
    """A flood notice of the health office, as the template begins it."""
    kind = notice_kinds()["flood"]
    return notice_begin(unit=world.health, kind=kind, form_token=token or uuid4(), by=by or world.officer)


def written(world, *, by=None, **told) -> Notice:
    """A notice that lacks nothing."""
    notice = begun(world, by=by)
    area = Area(world.village.pk, world.village.name, world.village.code)
    ends = timezone.now() + timedelta(hours=6)
    words = {**TOLD, "areas": (area,), "ends_at": ends} | told
    return notice_fill(notice=notice, seen=notice.seen, by=by or world.officer, **words)


def submitted_notice(world, **told) -> Notice:
    """A notice that waits for approval."""
    notice = written(world, **told)
    return notice_submit(notice=notice, seen=notice.seen, by=world.officer)


def issued(world, **told) -> NoticeVersion:
    """A notice in force."""
    notice = submitted_notice(world, **told)
    return notice_issue(notice=notice, seen=notice.seen, by=world.coordinator, origin="https://arunika.example")
