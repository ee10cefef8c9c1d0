"""Arunika's editorial charter: the first version, and the second that followed from half a year of work with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from suluh.demo.speak.past import Thread, days_ago
from suluh.demo.speak.people import desk, head_of, officer_of, second
from suluh.newsroom.rules import SUGGESTED, Pillar, Rules
from suluh.newsroom.services.charter import Decision, charter_adopt, charter_draft
from suluh.newsroom.services.deputies import deputy_appoint
from suluh.organization.models import Person, Unit

FIRST_DAYS_AGO, SECOND_DAYS_AGO = 210, 75
SECRETARY = "Sekretaris Daerah Kabupaten Arunika"
WHY_FIRST = "Piagam pertama: urutan kerja dan isi wajib ditetapkan."
WHY_SECOND = (
    "Dalam empat bulan pertama 58 persen naskah berisi kegiatan. Kuotanya diturunkan menjadi 40 persen; kepala unit "
    "dan kecamatan ikut menyetujui agar meja redaksi menerima naskah yang sudah diperiksa."
)


def charter_threads(today: datetime) -> Iterator[Thread[None]]:
    """Both versions with their decisions, and a head on leave who lets somebody stand in."""
    yield _adopted(_first_rules(), WHY_FIRST, "480/112/2026", days_ago(today, FIRST_DAYS_AGO))
    second_rules = replace(SUGGESTED, rota=_rota())
    yield _adopted(second_rules, WHY_SECOND, "480/347/2026", days_ago(today, SECOND_DAYS_AGO))
    yield _deputy(today)


def _first_rules() -> Rules:
    """The desk alone decides, and activities may be most of what is published."""
    pillars = (Pillar("Kegiatan", ("news", "agenda"), most=60), *SUGGESTED.pillars[1:])
    return replace(SUGGESTED, steps=SUGGESTED.steps[2:], pillars=pillars)


def _adopted(rules: Rules, reason: str, number: str, at: datetime) -> Thread[None]:
    yield at - timedelta(days=9)
    draft = charter_draft(rules=rules, reason=reason, seen=0, by=desk())
    yield at
    decision = Decision(number, timezone.localdate() - timedelta(days=1), SECRETARY)
    charter_adopt(decision=decision, seen=draft.edition, by=desk())


def _deputy(today: datetime) -> Thread[None]:
    yield days_ago(today, 2)
    unit = Unit.objects.get(slug="dlh")
    head = head_of(unit)
    deputy_appoint(
        principal=head,
        deputy=Person.objects.get(email=officer_of(unit).email.replace("admin.a.", "admin.b.")),
        valid_from=days_ago(today, 1).date(),
        valid_until=days_ago(today, -6).date(),
        reason="Cuti tahunan satu pekan.",
        by=head,
    )


def _rota() -> dict[str, int]:
    """The two of the desk by turns, from Monday on."""
    pair = (desk().pk, second().pk)
    return {str(day): pair[day % 2] for day in range(5)}
