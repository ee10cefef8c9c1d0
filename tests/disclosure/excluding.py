"""Exclusions as tests need them."""

from datetime import date, timedelta

from django.utils import timezone

from suluh.disclosure.models import Exclusion
from suluh.disclosure.services.exclusions import (
    ConsequenceTest,
    exclusion_approve,
    exclusion_draft,
    exclusion_send,
)
from suluh.organization.rights import OPERATOR


def sheet(**more: object) -> ConsequenceTest:
    """A complete consequence test, closed for two years from today."""
    today = timezone.localdate()
    values: dict[str, object] = {
        "label": "Data pribadi pasien", "exact": "Nama dan diagnosis 12 pasien KLB", "grounds": ("17h",),
        "law_basis": "UU 14/2008 Pasal 17 huruf h", "harm": "Riwayat kesehatan seseorang terbuka.",
        "benefit": "Rahasia pribadi terlindungi.",
        "testers": ({"name": "Dr. Contoh", "position": "Kabid", "unit": "Dinkes"},),
        "tested_on": today, "tested_at": "Arunika", "starts_on": today, "ends_on": today + timedelta(days=730), **more,
    }  # fmt: skip
    return ConsequenceTest(**values)  # type: ignore[arg-type]


def excluded(unit, item=None, number: str = "05/UK/2026", replaces=None, **more: object) -> Exclusion:
    """An exclusion in force."""
    made = exclusion_draft(unit=unit, number=number, sheet=sheet(**more), item=item, replaces=replaces, by=OPERATOR)
    return exclusion_approve(
        exclusion=exclusion_send(exclusion=made, by=OPERATOR),
        decree_number="77/2026",
        decree_day=date(2026, 4, 2),
        by=OPERATOR,
    )
