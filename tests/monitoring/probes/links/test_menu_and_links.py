"""Menu entries and links that lead nowhere."""

import pytest

from suluh.monitoring.probes.items.probe import ItemsProbe
from suluh.monitoring.probes.links.probe import LinksProbe
from suluh.monitoring.probes.menu.probe import MenuProbe

HOME = "http://dinkes.arunika.localhost/"
TEXT = "<p>Dinas ini melayani warga lewat puskesmas yang tersebar di seluruh kecamatan sejak lama.</p>"
ENTRIES = (
    '<li><a href="/profil">Profil</a></li><li><a href="/galeri">Galeri</a></li><li><a href="/kontak">Kontak</a></li>'
)


def page(menu: str, body: str = TEXT, title: str = "Beranda") -> str:
    return (
        f"<html><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav><h1>{title}</h1>{body}</body></html>"
    )


def site(menu: str, body: str = TEXT) -> dict[str, str]:
    names = {"profil": "Profil", "galeri": "Galeri", "kontak": "Kontak"}
    return {HOME: page(menu, body)} | {HOME + path: page(menu, TEXT + path, name) for path, name in names.items()}


def findings(visit, pages) -> set[str]:
    done = visit(pages, ItemsProbe(), MenuProbe(), LinksProbe())
    return {code for code in done.findings if code in ("menu-broken", "links-broken")}


def test_a_menu_that_works_is_no_finding(visit):
    assert findings(visit, site(ENTRIES)) == set()


@pytest.mark.parametrize(
    "entry",
    [
        '<li><a href="/tidak-ada-lagi">Layanan</a></li>',
        '<li><a href="#">Layanan</a></li>',
        '<li><a href="javascript:void(0)">Layanan</a></li>',
        '<li><a href="#">Layanan</a><ul></ul></li>',
        '<li><a href="#bagian-hilang">Layanan</a></li>',
    ],
)
def test_an_entry_that_leads_to_an_error_or_nowhere_breaks_the_menu(visit, entry):
    assert findings(visit, site(ENTRIES + entry)) == {"menu-broken"}


@pytest.mark.parametrize(
    "entry",
    [
        '<li><a href="#">Layanan</a><ul><li><a href="/profil">Izin</a></li></ul></li>',
        '<li><a href="#">Beranda</a></li>',
        '<li><a href="#utama">Layanan</a><i id="utama"></i></li>',
        '<li><a href="/profil#sejarah">Sejarah</a></li>',
    ],
)
def test_an_entry_that_opens_a_submenu_or_a_part_of_the_page_is_sound(visit, entry):
    assert findings(visit, site(ENTRIES + entry)) == set()


def test_dead_links_in_the_text_are_told_apart_from_the_menu(visit):
    body = TEXT + "".join(f'<p>Baca <a href="/lama/{number}">arsip {number}</a> kami.</p>' for number in range(4))

    assert findings(visit, site(ENTRIES, body)) == {"links-broken"}


def test_links_that_work_and_links_elsewhere_are_no_finding(visit):
    elsewhere = '<a href="http://lain.example/x">lain</a> <a href="mailto:a@b.example">surat</a>'
    body = f'{TEXT}<p><a href="/galeri">foto</a> {elsewhere}</p>'

    assert findings(visit, site(ENTRIES, body)) == set()


def test_the_finding_says_how_many_were_asked(visit):
    body = TEXT + '<p><a href="/lama">arsip</a></p><p><a href="/profil">profil kami</a></p>'
    done = visit(site(ENTRIES, body), ItemsProbe(), MenuProbe(), LinksProbe())

    assert done.findings["links-broken"].data["broken"] == [HOME + "lama"]
    assert "dari" in done.findings["links-broken"].message


def test_a_link_whose_error_comes_under_the_status_of_a_page_is_broken_too(visit):
    lost = '<a href="/arsip/lama.html">Arsip foto dan video kegiatan dari tahun yang lama</a>'
    pages = site(ENTRIES, f'{TEXT}{lost}<a href="/profil">Tentang kami</a>')
    gone = page(ENTRIES, "<p>Maaf.</p>", "Halaman tidak ditemukan")
    done = visit(pages, ItemsProbe(), LinksProbe(), soft=gone)
    assert done.findings["links-broken"].data["broken"] == [HOME + "arsip/lama.html"]
