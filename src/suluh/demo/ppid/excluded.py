"""Forty exclusions of Arunika with their consequence tests: thirty whole, ten parts of public items."""

from __future__ import annotations

from datetime import date, timedelta

from suluh.demo.ppid.office import Office
from suluh.demo.ppid.plan import last_worked
from suluh.disclosure.models import Exclusion, Item
from suluh.disclosure.services.exclusions import ConsequenceTest, exclusion_approve, exclusion_draft, exclusion_send
from suluh.organization.models import Membership, Person, Role, Unit

PARTS = 10
PERSONAL = "Data pribadi penerima layanan"
KINDS = (
    (PERSONAL, "17h", "UU 14/2008 Pasal 17 huruf h; UU 27/2022 Pasal 4"),
    ("Berkas pemeriksaan pelanggaran pegawai", "17h", "UU 14/2008 Pasal 17 huruf h; UU 27/2022 Pasal 4"),
    ("Laporan hasil pengawasan yang belum selesai", "17a", "UU 14/2008 Pasal 17 huruf a"),
    ("Penawaran harga peserta pengadaan sebelum penetapan", "17b", "UU 14/2008 Pasal 17 huruf b"),
    ("Memorandum yang dirahasiakan antarbadan publik", "17i", "UU 14/2008 Pasal 17 huruf i"),
)
WEIGHED = {
    "17a": ("Nama dan keterangan saksi serta temuan yang masih diperiksa.",
            "Bila dibuka, pemeriksaan dapat dihambat dan saksi ditekan.",
            "Bila ditutup, pemeriksaan selesai tanpa campur tangan dan hasilnya dapat dibuka kemudian."),
    "17b": ("Harga dan rincian penawaran setiap peserta.",
            "Bila dibuka sebelum penetapan, peserta lain dapat menyesuaikan penawarannya.",
            "Bila ditutup sampai penetapan, persaingan berjalan sehat dan harga wajar."),
    "17h": ("Nama, nomor induk kependudukan, alamat, dan keadaan keluarga orang yang disebut.",
            "Bila dibuka, rahasia pribadi orang yang tidak memberi persetujuan tersebar.",
            "Bila ditutup, hak pribadi terlindungi; ringkasan tanpa nama tetap dapat diminta."),
    "17i": ("Isi memorandum dan usul yang belum diputuskan.",
            "Bila dibuka, pembicaraan sebelum keputusan tidak lagi jujur.",
            "Bila ditutup sampai diputuskan, pilihan dapat ditimbang dengan bebas."),
}  # fmt: skip
"""Of each ground: what is excluded exactly, the harm when it is opened, the benefit while it is closed."""
UNITS = ("bkpsdm", "inspektorat", "dinsos", "disdukcapil", "rsud", "dinkes", "bpkad", "dpupr")
COUNT = 40
TESTED_BEFORE = timedelta(days=10)
"""So long before its decree an exclusion was tested."""
WHOLE_BEFORE, PART_BEFORE = timedelta(days=380), timedelta(days=90)
"""Wholes were determined before the first request of the year came in, parts after the list was fixed."""


def exclusions_make(office: Office, units: dict[str, Unit], *, today: date) -> int:
    """Draw up, send and determine each by the services; some end within a month so that the warning is seen."""
    head = _head(office.body)
    for number in range(COUNT):
        unit = units[UNITS[number % len(UNITS)]]
        item = _public_item(unit, number) if number >= COUNT - PARTS else None
        day = last_worked(today - (PART_BEFORE if item else WHOLE_BEFORE))
        sheet = _sheet(number, unit, item, day, today)
        sheet_number = f"{number + 1:02d}/UK/{day.year}"
        made = exclusion_draft(unit=unit, number=sheet_number, sheet=sheet, item=item, by=office.ppid)
        exclusion_approve(
            exclusion=exclusion_send(exclusion=made, by=office.ppid),
            decree_number=f"188.4/{21 + number}/DIK/{day.year}",
            decree_day=day,
            by=head,
        )
    return COUNT


def _head(body: Unit) -> Person:
    return Membership.objects.select_related("person").get(unit=body, role=Role.LEADER).person


def _public_item(unit: Unit, number: int) -> Item:
    """A register of people or things, which names persons; each of a unit's is taken once."""
    items = Item.objects.filter(unit=unit, state=Item.State.PUBLISHED, title__startswith="Rekapitulasi").order_by("pk")
    return items[number // len(UNITS) % 2]


def _sheet(number: int, unit: Unit, item: Item | None, day: date, today: date) -> ConsequenceTest:
    kind, ground, law = KINDS[0] if item else KINDS[number % len(KINDS)]
    exact, harm, benefit = WEIGHED[ground]
    label = f"Data pribadi di dalam {item.title}" if item else f"{kind} pada {unit.short_name}, berkas {number + 1}"
    return ConsequenceTest(
        label=label[:300],
        exact=exact,
        grounds=(ground,),
        law_basis=law,
        harm=harm,
        benefit=benefit,
        testers=(
            {"name": "Penguji A", "position": "Kepala Bidang", "unit": unit.short_name},
            {"name": "Penguji B", "position": "Analis Hukum", "unit": "Bagian Hukum"},
        ),
        tested_on=last_worked(day - TESTED_BEFORE),
        tested_at="Arunika",
        starts_on=day,
        ends_on=today + timedelta(days=25 if number % 13 == 0 else 700 + number),
        scope=Exclusion.Scope.PART if item else Exclusion.Scope.WHOLE,
    )
