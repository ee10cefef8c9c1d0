"""Address, mail, telephone and LAPOR! link."""

import pytest

from suluh.monitoring.probes.identity.probe import IdentityProbe
from suluh.monitoring.probes.lapor.probe import LaporProbe

HOME = "http://dinkes.arunika.localhost/"


def page(body: str) -> str:
    return f"<html><head><title>Dinas Kesehatan</title></head><body><h1>Beranda</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<footer>Jl. Melati No. 12, Arunika 53311</footer>",
        "<p>Alamat: Komplek Perkantoran Blok C, Kecamatan Wanasari</p>",
        "<h4>Alamat</h4><p>Dusun Krajan RT 03 RW 01 Desa Sukarasa</p>",
        "<address>Gedung B lantai 2, Kabupaten Arunika</address>",
    ],
)
def test_an_address_is_found_however_it_is_written(visit, body):
    assert visit({HOME: page(body)}, IdentityProbe()).items["I-alamat"].state == "found"


@pytest.mark.parametrize(
    "body",
    [
        "<h3>Perbaikan Jalan Desa Dimulai Pekan Ini</h3>",
        '<p><a href="/b">Warga Gotong Royong di Halaman Kantor Kecamatan 2 Hari</a></p>',
        "<p>Alamat: ....................</p>",
        "<p>Alamat: Nama Jalan, Kota Anda</p>",
    ],
)
def test_titles_about_roads_and_empty_forms_are_no_address(visit, body):
    assert visit({HOME: page(body)}, IdentityProbe()).items["I-alamat"].state == "missing"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>dinkes@arunikakab.example</p>", True),
        ('<a href="mailto:dinkes@arunikakab.example">surat</a>', True),
        ("<p>dinkes [at] arunikakab.example</p>", True),
        ("<p>Email: email@example.com</p>", False),
        ("<p>nama@domain.com</p>", False),
        ('<img src="logo@2x.png" alt="">', False),
    ],
)
def test_a_mail_address_counts_and_a_placeholder_does_not(visit, body, found):
    assert visit({HOME: page(body)}, IdentityProbe()).items["I-surel"].found is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Telp. (0281) 640123</p>", True),
        ("<p>Telepon/Fax: 0281-640123</p>", True),
        ('<a href="tel:+62281640123">hubungi</a>', True),
        ('<a href="https://wa.me/6281234567890">WA</a>', True),
        ("<p>Fax. (0281) 640123</p>", False),
        ("<p>Telp. 0000-000000</p>", False),
        ("<p>NIP 19700101 199003 1 001</p>", False),
        ("<p>Anggaran 640123000</p>", False),
    ],
)
def test_a_telephone_number_needs_a_word_that_says_so(visit, body, found):
    assert visit({HOME: page(body)}, IdentityProbe()).items["I-telepon"].found is found


def test_what_is_not_on_the_home_page_is_looked_for_on_the_contact_page(visit):
    pages = {
        HOME: page('<a href="/k">Hubungi Kami</a>'),
        HOME + "k": page("<p>Jl. Melati No. 12</p><p>Telp: 0281 640123</p><p>dinkes@arunikakab.example</p>"),
    }
    done = visit(pages, IdentityProbe())

    assert {item.evidence_url for item in done.items.values()} == {HOME + "k"}
    assert not done.findings


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("https://www.lapor.go.id", True),
        ("https://arunikakab.lapor.go.id/", True),
        ("https://lapor.example/", False),
        ("/laporan", False),
    ],
)
def test_only_a_link_to_lapor_itself_counts(visit, href, found):
    done = visit({HOME: page(f'<p>SP4N-LAPOR!</p><a href="{href}">LAPOR!</a>')}, LaporProbe())

    assert done.items["I-lapor"].found is found
    assert done.items["I-lapor"].evidence_url == (href if found else None)
