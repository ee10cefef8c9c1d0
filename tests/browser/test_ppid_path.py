"""The whole path of public information in a real browser, as five people who each know only their own part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from suluh.organization.models import Person
from tests.browser.conftest import sign_in
from tests.browser.examine import DESK
from tests.browser.walking import Walker
from tests.disclosure.asking import NIK
from tests.disclosure.excluding import excluded
from tests.support.pdf import PDF
from tests.world import World, build_world

pytestmark = pytest.mark.browser
SMALL_PHONE = {"width": 360, "height": 740}
OPEN_TITLE = "Laporan penanganan keracunan pangan 2025"
CLOSED_TITLE = "Hasil uji laboratorium katering sekolah"
LONG = "arsip.arunika.example/" + "lampiran_pemantauan_" * 6
"""An address that somebody has pasted: no page may grow wider by it."""
ASKED = f"Laporan penanganan keracunan makanan di SD tahun 2025 dan hasil uji laboratorium kateringnya, lihat {LONG}"


@dataclass
class Town:
    """Five people, one after the other, on days of 2026 that the clock is moved to."""

    world: World
    move_to: Callable[[str], None]
    window: Callable[..., Walker]
    windows: dict[Person | None, Walker] = field(default_factory=dict)
    code: str = ""

    def on(self, day: str, who: Person | None = None, *, size: dict[str, int] = DESK) -> Walker:
        """Somebody at the own window on a day at ten, signed in anew; nobody in particular where no one is named.

        Whoever sat there before leaves the page first: what it asks by itself on a later day comes with a session that
        has ended, and the answer takes the cookie away, perhaps the one just given.
        """
        for left in self.windows.values():
            if left.page.url != "about:blank":
                left.page.goto("about:blank")
        self.move_to(f"{day} 03:00:00+00:00")
        if who not in self.windows:
            self.windows[who] = self.window(who, size=size)
        walker = self.windows[who]
        if who is not None:
            sign_in(walker.page.context, who, walker.root)
        return walker

    def citizen(self, day: str) -> Walker:
        """A citizen with a small phone, without an account."""
        return self.on(day, size=SMALL_PHONE)


@pytest.fixture
def town(transactional_db, settings, tmp_path, time_machine, window, given):
    settings.MEDIA_ROOT, settings.SEALED_ROOT = tmp_path / "files", tmp_path / "sealed"
    settings.PRIVATE_ROOT = tmp_path / "private"

    def move_to(moment: str) -> None:
        time_machine.move_to(moment, tick=True)

    def walker(who: Person | None, **more: object) -> Walker:
        return Walker(window(who, **more), given.url)

    move_to("2026-02-25 03:00:00+00:00")
    return Town(build_world(), move_to, walker)


def a_unit_proposes_and_the_list_is_fixed(town: Town) -> None:
    """Unit officer, PPID, superior: an item becomes public."""
    world = town.world
    officer = town.on("2026-03-02", world.officer).goes(reverse("disclosure:items"))
    officer.presses("Usulkan butir").fills(
        title=OPEN_TITLE, summary="Kronologi, jumlah korban, dan tindak lanjut.", retention="5 tahun"
    )
    officer.presses("Usulkan butir").reads("Butir diusulkan")

    ppid = town.on("2026-03-03", world.ppid).goes(reverse("disclosure:items")).presses(OPEN_TITLE)
    ppid.presses("Terima dan klasifikasikan").fills(category="Setiap saat").presses("Terima")
    ppid.presses("Keputusan").presses(f"Keputusan baru {world.root.name}")
    ppid.fills(number="03/PPID/2026", day="2026-03-03").presses("Siapkan keputusan")
    ppid.presses("03/PPID/2026").presses("Kirim ke atasan").presses("Kirim ke atasan")

    superior = town.on("2026-03-04", world.superior).goes(reverse("disclosure:decrees"))
    superior.presses("03/PPID/2026").presses("Setujui dan terbitkan").presses("Setujui dan terbitkan")
    superior.reads("berlaku")


def a_citizen_asks_from_a_phone(town: Town) -> None:
    """The citizen finds what is public, but not what is excluded, and asks for it."""
    citizen = town.citizen("2026-03-16").goes("/informasi/?q=keracunan").reads(OPEN_TITLE)
    citizen.goes(reverse("portal:home")).presses("Ajukan permohonan").fills(details=ASKED).presses("Lanjut")
    citizen.reads(OPEN_TITLE).never_reads(CLOSED_TITLE)
    citizen.fills(
        purpose="Ingin tahu keamanan jajanan anak", name="Warga Satu", identity=NIK,
        address="Jalan Fajar 1, Arunika", email="warga@satu.example",
    )  # fmt: skip
    town.move_to("2026-03-16 03:04:00+00:00")
    citizen.presses("Kirim permohonan").reads("001/PPID/2026")
    town.code = citizen.page.url.split("/lacak/")[1].split("/")[0]


def the_office_collects_and_extends(town: Town) -> None:
    """Service officer, unit officer, PPID."""
    world = town.world
    service = town.on("2026-03-16", world.service).goes(reverse("disclosure:requests")).presses("001/PPID/2026")
    service.presses("Nyatakan lengkap").presses("Nyatakan lengkap").reads("7 April 2026")
    service.presses("Minta dari unit").ticks(world.health.name)
    service.fills(asks="Laporan penanganan dan hasil uji", due="2026-03-27")
    service.presses("Minta dari unit").reads(world.health.name)

    officer = town.on("2026-03-17", world.officer).goes(reverse("monitoring:waiting")).presses("Serahkan bahan")
    officer.never_reads("Warga Satu").fills(reply="Laporan kami lampirkan; hasil uji dikecualikan.")
    officer.attaches("attached", "laporan.pdf", PDF).presses("Kirim ke PPID")

    ppid = town.on("2026-04-06", world.ppid).goes(reverse("disclosure:requests")).presses("001/PPID/2026")
    ppid.presses("Perpanjang …").page.locator("[name=ground]").first.check()
    ppid.presses("Baca suratnya").presses("Perpanjang dan tanda tangani surat").reads("16 April 2026")


def the_answer_refuses_a_part(town: Town) -> None:
    """PPID and superior; the citizen reads it."""
    world = town.world
    ppid = town.on("2026-04-14", world.ppid).goes(reverse("disclosure:requests")).presses("001/PPID/2026")
    ppid.presses("Susun jawaban").fills(
        result="Diberikan sebagian", words="Laporan kami lampirkan.", reason="Memuat data katering yang diuji."
    )
    ppid.page.select_option("[name=ground]", "17h")
    ppid.page.select_option("[name=exclusion]", index=1)
    ppid.presses("Simpan rancangan").reads("77/2026")
    ppid.presses("Kirim ke atasan").presses("Kirim ke atasan")

    superior = town.on("2026-04-14", world.superior).goes(reverse("disclosure:requests")).presses("001/PPID/2026")
    superior.presses("Setujui").presses("Setujui")

    ppid = town.on("2026-04-15", world.ppid).goes(reverse("disclosure:requests")).presses("001/PPID/2026")
    ppid.presses("Tanda tangani jawaban").presses("Tanda tangani dan kirim surat").reads("Sudah dijawab")


def the_citizen_objects_and_goes_to_the_komisi(town: Town) -> None:
    """Citizen, superior, citizen; PPID records the dispute until it is won."""
    world = town.world
    citizen = (
        town.citizen("2026-04-20")
        .goes(f"/lacak/{town.code}/")
        .reads("Diberikan sebagian", "Permohonan Anda sudah dijawab.")
    )
    citizen.presses("Ajukan keberatan").ticks("Permohonan ditolak berdasarkan alasan pengecualian")
    citizen.fills(position="Hasil uji menyangkut keselamatan anak-anak.").presses("Kirim keberatan")
    citizen.reads("Menunggu atasan")

    superior = town.on("2026-05-04", world.superior).goes(reverse("disclosure:objections")).presses("001/KEB-PPID/2026")
    superior.presses("Putuskan keberatan").ticks("Keputusan PPID dikuatkan")
    superior.fills(argument="Uji konsekuensi masih berlaku.").presses("Baca suratnya")
    superior.reads("Uji konsekuensi masih berlaku.").presses("Tanda tangani dan kirim surat")

    town.citizen("2026-05-05").goes(f"/lacak/{town.code}/").reads(
        "Keputusan PPID dikuatkan", "Permohonan sengketa ke Komisi Informasi"
    )

    home = reverse("disclosure:objections")
    ppid = town.on("2026-05-12", world.ppid).goes(home).presses("Selesai").presses("001/KEB-PPID/2026")
    ppid.presses("Catat sengketa").fills(register_number="012/KI/2026").presses("Catat sengketa")
    for day, stage, more in (
        ("2026-05-25", "Mediasi atau ajudikasi dimulai", {}),
        ("2026-07-01", "Diputus Komisi Informasi", {"ruling_number": "9/PTS/2026"}),
        ("2026-07-21", "Selesai", {"outcome": "Informasi dinyatakan terbuka"}),
    ):
        ppid = town.on(day, world.ppid).goes(home).presses("001/KEB-PPID/2026").presses("Catat tahap berikutnya")
        ppid.fills(stage=stage, **more).presses("Catat tahap")
    ppid.reads("Informasi dinyatakan terbuka")


def what_was_closed_is_open(town: Town) -> None:
    """The citizen finds it in the list."""
    town.citizen("2026-07-22").goes("/informasi/?q=laboratorium").presses(CLOSED_TITLE).reads(CLOSED_TITLE)


def the_yearly_report_tells_of_it(town: Town) -> None:
    """PPID finishes the report; everybody reads it."""
    ppid = town.on("2027-01-11", town.world.ppid).goes(reverse("disclosure:requests")).presses("Laporan tahunan 2026")
    ppid.reads("Sengketa di Komisi Informasi").presses("Selesaikan dan umumkan laporan")
    ppid.goes(f"/layanan/register/{town.world.root.slug}/permohonan/?tahun=2026").reads("001/PPID/2026", "Warga Satu")
    citizen = town.citizen("2027-01-12").goes("/statistik/?tahun=2026").presses("Laporan layanan informasi tahun 2026")
    citizen.reads("Dikabulkan sebagian", "Sengketa di Komisi Informasi")


def test_from_a_proposal_to_the_yearly_report_as_five_people(town):
    excluded(town.world.health, scope="whole", label=CLOSED_TITLE)
    a_unit_proposes_and_the_list_is_fixed(town)
    a_citizen_asks_from_a_phone(town)
    the_office_collects_and_extends(town)
    the_answer_refuses_a_part(town)
    the_citizen_objects_and_goes_to_the_komisi(town)
    what_was_closed_is_open(town)
    the_yearly_report_tells_of_it(town)

    assert [fault for walker in town.windows.values() for fault in (*walker.dead_ends, *walker.too_wide)] == []
