"""A site with more pages than one visit may ask for is read in turns, though nothing on it changes."""

from datetime import timedelta

from suluh.monitoring.probes.items.probe import ItemsProbe
from tests.monitoring.engine.little_web import NOW, look, page, served

NAMES = (
    "Visi dan Misi", "Struktur Organisasi", "Tugas dan Fungsi", "Profil Pejabat", "Rencana Strategis",
    "Laporan Kinerja", "Laporan Keuangan", "Daftar Informasi Publik", "Maklumat Pelayanan", "Standar Pelayanan",
    "Agenda Kegiatan", "LHKPN",
)  # fmt: skip
WORDS = "<p>Dinas ini melayani warga lewat kantor yang tersebar di seluruh kecamatan sejak lama sekali.</p>"
MENU = "<nav>" + "".join(f'<a href="/p{n}">{name}</a> ' for n, name in enumerate(NAMES)) + "</nav>"
SITE = {"/": page(MENU + WORDS)} | {
    f"/p{n}": page(f"{MENU}<h1>{name}</h1>{WORDS}{'Uraian tentang ' * 20}{name}.") for n, name in enumerate(NAMES)
}


async def visits(count, max_requests):
    results, memory = [], None
    async with served(SITE) as site:
        for number in range(count):
            moment = NOW + timedelta(hours=number)
            results.append(await look(site, memory, moment, [ItemsProbe()], max_requests=max_requests))
            memory = results[-1].memory
    return results, site


def found(result):
    return {item.code for item in result.items if item.found}


async def test_in_a_few_turns_everything_is_found_that_a_large_budget_finds_at_once():
    (at_once, again), _ = await visits(2, 40)
    in_turns, _ = await visits(4, 12)
    assert [found(result) for result in (again, *in_turns[1:])] == [found(at_once)] * 4
    assert found(in_turns[0]) < found(at_once)


async def test_a_site_is_spared_as_soon_as_nothing_waits_for_the_next_turn():
    results, _ = await visits(4, 12)
    assert [result.unchanged for result in results] == [False, False, True, True]
    assert all(result.requests <= 12 for result in results)


async def test_a_site_that_stays_too_large_is_spared_after_three_turns():
    results, _ = await visits(5, 7)
    assert [result.unchanged for result in results] == [False, False, False, True, True]
