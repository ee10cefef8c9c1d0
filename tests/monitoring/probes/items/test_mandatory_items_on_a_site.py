"""Which mandatory items a site shows, and by which page."""

import pytest

from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import ItemSeen, ItemState
from suluh.monitoring.probes.items.probe import ItemsProbe

HOME = "http://dinkes.arunika.localhost/"
MENU = """<div class="zq"><table><tr><td><a href="/a">Wajah Kami</a></td><td><a href="/b">Visi &amp; Misi</a></td>
<td><a href="/c">Struktur</a></td><td><a href="/d">PPID</a></td>
<td><a href="/e">Permohonan Informasi</a></td></tr></table></div>"""
TEXT = "<p>Dinas ini melayani warga lewat puskesmas yang tersebar di seluruh kecamatan sejak lama sekali.</p>"


def page(heading: str, body: str, menu: str = MENU) -> str:
    foot = '<div class="kk">Jalan Merdeka nomor satu, Arunika</div>'
    head = f"<html><head><title>{heading} - Dinas Kesehatan</title></head>"
    return f"{head}<body>{menu}<h2>{heading}</h2>{body}{foot}</body></html>"


def site(**pages: str) -> dict[str, str]:
    return {HOME: page("Selamat datang", TEXT)} | {HOME + path: html for path, html in pages.items()}


def test_a_page_that_names_an_item_and_holds_text_proves_it(visit):
    found = visit(site(b=page("Visi dan Misi", TEXT)), ItemsProbe()).items["I-visi"]

    assert (found.state, found.evidence_url) == ("found", HOME + "b")
    assert "Visi dan Misi" in found.proof.marks


def test_a_menu_word_that_says_nothing_still_leads_to_the_page(visit):
    assert visit(site(a=page("Profil Dinas", TEXT)), ItemsProbe()).items["B-a1"].evidence_url == HOME + "a"


def test_a_picture_is_content_for_the_structure(visit):
    done = visit(site(c=page("Struktur Organisasi", '<img src="/gambar/bagan.png">')), ItemsProbe())

    assert {done.items["B-a3"].state, done.items["I-struktur"].state} == {"found"}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>Halaman ini sedang dalam pengembangan.</p>",
        "<p>Coming soon</p>",
        "<table><tr><th>No</th><th>Uraian</th></tr><tr><td>Belum ada data</td></tr></table>",
        "<p>Konten belum tersedia.</p>",
        "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.</p>",
        '<p>Diposting oleh admin pada 3 Mei 2024</p><img src="/img/under-construction.png">',
    ],
)
def test_a_page_without_content_is_a_stub_and_says_so(visit, body):
    done = visit(site(b=page("Visi dan Misi", body)), ItemsProbe())

    assert done.items["I-visi"].state == "stub"
    assert "stub-I-visi" in done.findings
    assert "no-I-visi" not in done.findings


def test_a_page_about_something_else_does_not_prove_what_its_menu_entry_promised(visit):
    done = visit(site(b=page("Jadwal Imunisasi Puskesmas", TEXT)), ItemsProbe())

    assert done.items["I-visi"].state == "missing"
    assert "laman" in done.findings["no-I-visi"].message


def test_a_soft_404_proves_nothing(visit):
    lost = page("Visi dan Misi", TEXT)

    assert visit(site(), ItemsProbe(), soft=lost).items["I-visi"].state == "missing"


def test_an_intruder_s_address_proves_no_item_whatever_it_shows(visit):
    menu = '<a href="/?id=slot-gacor">Visi dan Misi</a>'
    pages = {HOME: page("Selamat datang", TEXT, menu), HOME + "?id=slot-gacor": page("Visi dan Misi", TEXT, menu)}

    assert visit(pages, ItemsProbe()).items["I-visi"].state == "missing"


def test_news_that_mentions_an_item_is_not_the_item(visit):
    pages = site()
    menu = MENU + '<a href="/berita/dinas-serahkan-laporan-kinerja">Dinas Serahkan Laporan Kinerja</a>'
    pages[HOME] = page("Selamat datang", TEXT, menu)
    pages[HOME + "berita/dinas-serahkan-laporan-kinerja"] = page("Dinas Serahkan Laporan Kinerja kepada Bupati", TEXT)

    assert visit(pages, ItemsProbe()).items["B-c"].state == "missing"


def test_the_regency_s_page_it_links_to_counts_as_inherited(visit):
    menu = MENU + '<a href="http://arunika.localhost/keuangan">Laporan Keuangan</a>'
    pages = {
        HOME: page("Selamat datang", TEXT, menu),
        "http://arunika.localhost/keuangan": page("Laporan Keuangan", TEXT),
    }
    found = visit(pages, ItemsProbe()).items["B-d"]

    assert (found.state, found.found, found.evidence_url) == ("inherited", True, "http://arunika.localhost/keuangan")


def test_a_unit_s_own_profile_is_never_inherited(visit):
    menu = '<a href="http://arunika.localhost/profil">Profil</a>'
    pages = {HOME: page("Selamat datang", TEXT, menu), "http://arunika.localhost/profil": page("Profil", TEXT)}

    assert visit(pages, ItemsProbe()).items["B-a1"].state == "missing"


def test_a_file_that_does_not_open_leaves_the_page_a_stub(visit):
    body = '<p><a href="/berkas/renstra.pdf">Unduh</a></p>'
    pages = site(d=page("Rencana Strategis", body))

    assert visit(pages, ItemsProbe()).items["T-h"].state == "stub"
    assert visit(pages | {HOME + "berkas/renstra.pdf": "%PDF"}, ItemsProbe()).items["T-h"].state == "found"


def test_an_index_page_leads_one_level_deeper(visit):
    body = '<ul><li><a href="/x1">Daftar Informasi Publik</a></li></ul>' + TEXT
    table = "<table><tr><th>No</th><th>Informasi</th></tr><tr><td>1</td><td>Renstra</td></tr></table>"
    done = visit(site(d=page("PPID", body), x1=page("Daftar Informasi Publik", table)), ItemsProbe())

    assert done.items["T-a"].evidence_url == HOME + "x1"
    assert done.items["I-ppid"].state == "found"


def test_a_form_to_fill_in_is_a_request_form_and_one_to_download_is_not(visit):
    fields = '<input name="nama"><input name="nik"><textarea name="rincian"></textarea>'
    form = f'<form method="post">{fields}<button>Kirim</button></form>'
    file = TEXT + '<a href="/formulir.pdf">Unduh formulir</a>'

    assert visit(site(e=page("Permohonan Informasi", form)), ItemsProbe()).items["I-permohonan"].state == "found"
    assert visit(site(e=page("Permohonan Informasi", file)), ItemsProbe()).items["I-permohonan"].state == "missing"


def test_a_search_box_is_no_request_form(visit):
    box = TEXT + '<form class="search"><input name="q"><button>Cari</button></form>'

    assert visit(site(e=page("Permohonan Informasi", box)), ItemsProbe()).items["I-permohonan"].state == "missing"


def test_sections_of_one_page_prove_several_items(visit):
    body = (
        f"<h3>Visi dan Misi</h3>{TEXT}<h3>Struktur Organisasi</h3><img src='/bagan.jpg'><h3>Tugas dan Fungsi</h3>{TEXT}"
    )
    done = visit(site(a=page("Profil", body)), ItemsProbe())

    assert {done.items[code].evidence_url for code in ("I-visi", "I-struktur", "B-a1", "B-a3")} == {HOME + "a"}


def test_a_card_that_only_leads_to_a_page_proves_nothing_itself(visit):
    card = f'<h3>Laporan Kinerja</h3>{TEXT}<a href="/mati">Selengkapnya</a>'

    assert visit(site(d=page("Informasi Publik", card)), ItemsProbe()).items["B-c"].state == "missing"


def test_a_desa_is_judged_by_its_own_list(visit):
    pages = {
        HOME: page("Selamat datang", TEXT, '<select><option value="/apbdes">APBDes</option></select>'),
        HOME + "apbdes": page("Perdes APB Desa 2026", TEXT),
    }
    done = visit(pages, ItemsProbe(), kind=UnitKind.DESA)

    assert done.items["D-5"].state == "found"
    assert not any(code.startswith("B-") for code in done.items)


def test_the_budget_of_requests_is_kept(visit):
    menu = "".join(f'<a href="/m{number}">Laporan Kinerja {number}</a>' for number in range(90))
    done = visit({HOME: page("Selamat datang", TEXT, menu)}, ItemsProbe(), max_requests=12)

    assert done.seen.requests <= 12


LARGE = {
    "visi": "Visi dan Misi",
    "kinerja": "Laporan Kinerja",
    "dip": "Daftar Informasi Publik",
    "sop": "Pedoman dan SOP",
}


def large_site():
    menu = "".join(f'<li><a href="/{path}">{name}</a></li>' for path, name in LARGE.items())
    return {HOME: page("Selamat datang", TEXT, menu)} | {HOME + path: page(name, TEXT) for path, name in LARGE.items()}


def test_a_site_larger_than_the_budget_is_read_in_turns(visit):
    def remember(seen):
        seen.memory.items = [ItemSeen("B-c", ItemState.FOUND, HOME + "kinerja")]

    first = visit(large_site(), ItemsProbe(), max_requests=4)
    second = visit(large_site(), ItemsProbe(), max_requests=4, change=remember)

    assert HOME + "kinerja" in first.seen.pages
    assert HOME + "dip" not in first.seen.pages
    assert HOME + "kinerja" not in second.seen.pages
    assert HOME + "dip" in second.seen.pages
    assert second.items["B-c"].state == "found"
