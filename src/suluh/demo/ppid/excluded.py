"""Forty exclusions of Arunika with their consequence tests: thirty whole, ten parts of public items."""

from __future__ import annotations

from datetime import date, timedelta

from suluh.demo.ppid.office import Office
from suluh.disclosure.models import Exclusion, Item
from suluh.disclosure.services.exclusions import ConsequenceTest, exclusion_approve, exclusion_draft, exclusion_send
from suluh.organization.models import Membership, Person, Role, Unit

PARTS = 10
KINDS = (
    ("Berkas pemeriksaan pelanggaran pegawai", "17h", "UU 14/2008 Pasal 17 huruf h; UU 27/2022"),
    ("Data pribadi penerima layanan", "17h", "UU 14/2008 Pasal 17 huruf h; UU 27/2022 Pasal 4"),
    ("Laporan hasil pengawasan yang belum selesai", "17a", "UU 14/2008 Pasal 17 huruf a"),
    ("Penawaran harga peserta pengadaan sebelum penetapan", "17b", "UU 14/2008 Pasal 17 huruf b"),
    ("Memorandum yang dirahasiakan antarbadan publik", "17i", "UU 14/2008 Pasal 17 huruf i"),
)
UNITS = ("bkpsdm", "inspektorat", "dinsos", "disdukcapil", "rsud", "dinkes", "bpkad", "dpupr")
COUNT = 40
HARM = "Bila dibuka, orang yang disebut di dalamnya dirugikan atau proses yang berjalan terhambat."
BENEFIT = "Bila ditutup, hak pribadi terlindungi dan proses dapat selesai dengan adil."


def exclusions_make(office: Office, units: dict[str, Unit], *, today: date) -> int:
    """Draw up, send and determine each by the services; some end within a month so that the warning is seen."""
    head = _head(office.body)
    for number in range(COUNT):
        unit = units[UNITS[number % len(UNITS)]]
        item = _public_item(unit, number) if number >= COUNT - PARTS else None
        made = exclusion_draft(
            unit=unit, number=f"{number + 1:02d}/UK/{today.year}", sheet=_sheet(number, unit, item, today), item=item,
            by=office.ppid,
        )  # fmt: skip
        exclusion_approve(
            exclusion=exclusion_send(exclusion=made, by=office.ppid),
            decree_number=f"188.4/{21 + number}/DIK/{today.year}",
            decree_day=today - timedelta(days=30),
            by=head,
        )
    return COUNT


def _head(body: Unit) -> Person:
    return Membership.objects.select_related("person").get(unit=body, role=Role.LEADER).person


def _public_item(unit: Unit, number: int) -> Item:
    items = Item.objects.filter(unit=unit, state=Item.State.PUBLISHED).order_by("pk")
    return items[number % 5]


def _sheet(number: int, unit: Unit, item: Item | None, today: date) -> ConsequenceTest:
    kind, ground, law = KINDS[number % len(KINDS)]
    label = f"{kind} pada {unit.short_name}, berkas {number + 1}"
    return ConsequenceTest(
        label=label if item is None else f"Data pribadi di dalam {item.title}"[:300],
        exact=f"{label}: nama, nomor induk, dan uraian perkara.",
        grounds=("17h",) if item else (ground,),
        law_basis=law,
        harm=HARM,
        benefit=BENEFIT,
        testers=(
            {"name": "Penguji A", "position": "Kepala Bidang", "unit": unit.short_name},
            {"name": "Penguji B", "position": "Analis Hukum", "unit": "Bagian Hukum"},
        ),
        tested_on=today - timedelta(days=40),
        tested_at="Arunika",
        starts_on=today - timedelta(days=30),
        ends_on=today + timedelta(days=25 if number % 13 == 0 else 700 + number),
        scope=Exclusion.Scope.PART if item else Exclusion.Scope.WHOLE,
    )
