"""Chooses and fills the standing pages of one site: which are there, empty, inherited or missing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from suluh.demo.places import slug
from suluh.demo.seeds import draw
from suluh.demo.units import REGENCY_HOSTS, DemoUnit
from suluh.demo.web.plan import Contact, PlannedPage, Section
from suluh.demo.web.shelf import DISCLOSURE, NOTICE, PROFILE, SHELVES, Shelf, shelves_of
from suluh.law.kinds import UnitKind

_COMPLETE = {
    UnitKind.MAIN: 1.0,
    UnitKind.OPD: 0.62,
    UnitKind.RSUD: 0.7,
    UnitKind.BAGIAN: 0.35,
    UnitKind.KECAMATAN: 0.42,
    UnitKind.KELURAHAN: 0.25,
    UnitKind.DESA: 0.5,
}
_IDENTITY = 0.9
_STUB = 0.07
_GATHER = 0.5
_MOST_APART = 15
"""Pages of its own that a site has at most; a polite visit could not read more of them in one go."""

_INHERITED = 0.3
_INHERITABLE = frozenset({"keuangan", "regulasi", "rup", "pemilihan", "kontrak", "jdih", "permohonan"})
_ALWAYS = frozenset({"profil", "d1"})
_OWN = frozenset({"profil", "tupoksi", "visi", "struktur", "pejabat", "d1", "permohonan", "aduan"})
"""Pages that never become a section of a gathered page."""

GATHERED = "informasi-publik"


def standing_pages(unit: DemoUnit, seed: object, year: int, contact: Contact) -> tuple[PlannedPage, ...]:
    """The pages of the site. Sites of the `gathered` habit put most items under headings of one page."""
    chance = draw(seed, "pages")
    words = {"unit": unit.name, "tempat": unit.place, "tahun": str(year), "tahun_lalu": str(year - 1)}
    chosen = list(_chosen(unit, chance))
    gathered = unit.kind not in (UnitKind.DESA, UnitKind.MAIN) and chance.random() < _GATHER
    if unit.kind is not UnitKind.MAIN and not gathered:
        chosen = _fewer(chosen, chance)
    apart = [entry for entry in chosen if not gathered or entry[0].key in _OWN or entry[1] == "inherited"]
    together = [shelf for shelf, state in chosen if (shelf, state) not in apart and state == "found"]
    first = unit.kind is UnitKind.MAIN
    pages = [_page(shelf, state, words, chance, first_title=first) for shelf, state in apart]
    if together:
        pages.append(_gathered_page(together, words, chance))
    pages += _index_pages(unit, pages, chance)
    if contact.on_page:
        pages.append(_contact_page(contact, chance))
    return tuple(pages)


def _index_pages(unit: DemoUnit, pages: list[PlannedPage], chance: Random) -> Iterator[PlannedPage]:
    """Pages that only lead on: PPID and, on some sites, the page of everything periodic."""
    share = _COMPLETE.get(unit.kind, 0.4)
    if chance.random() < share:
        keys = tuple(page.key for page in pages if page.menu == DISCLOSURE or page.key in (GATHERED, "permohonan"))
        text = f"Pejabat Pengelola Informasi dan Dokumentasi {unit.name} melayani permohonan informasi pada jam kerja."
        section = Section("", (text, "Pilihlah jenis informasi yang Anda perlukan pada daftar berikut."))
        yield PlannedPage("ppid", chance.choice(("PPID", "PPID Pelaksana")), "ppid", DISCLOSURE, ("I-ppid",), (section,),
                          lists=keys)  # fmt: skip
    periodic = tuple(page.key for page in pages if page.menu == NOTICE and page.key != GATHERED)
    if unit.kind is not UnitKind.DESA and periodic and chance.random() < share:
        section = Section("", ("Informasi yang wajib disediakan dan diumumkan secara berkala.",))
        yield PlannedPage("berkala", "Informasi Berkala", "informasi-berkala", DISCLOSURE, ("T-p",), (section,),
                          lists=periodic)  # fmt: skip


def _contact_page(contact: Contact, chance: Random) -> PlannedPage:
    lines = [f"Alamat kantor: {contact.address}"] if contact.address else []
    lines += [f"Telepon: {contact.phone}"] if contact.phone else []
    lines += [f"Surel: {contact.email}"] if contact.email else []
    lines.append("Jam pelayanan: Senin sampai Jumat, pukul 08.00 hingga 15.00.")
    title = chance.choice(("Kontak", "Hubungi Kami", "Kontak Kami"))
    return PlannedPage("kontak", title, slug(title), "Kontak", (), (Section("", tuple(lines)),))


def _fewer(chosen: list[tuple[Shelf, str]], chance: Random) -> list[tuple[Shelf, str]]:
    """At most `_MOST_APART` pages, those of identity always among them."""
    spare = [entry for entry in chosen if entry[0].key not in _OWN]
    surplus = max(0, len(chosen) - _MOST_APART)
    dropped = set(chance.sample([entry[0].key for entry in spare], min(surplus, len(spare))))
    return [entry for entry in chosen if entry[0].key not in dropped]


def _chosen(unit: DemoUnit, chance: Random) -> Iterator[tuple[Shelf, str]]:
    share = _COMPLETE.get(unit.kind, 0.4)
    for shelf in shelves_of(unit.kind):
        wanted = _IDENTITY if shelf.key in ("visi", "struktur") else max(share, 0.25)
        lot, state = chance.random(), chance.random()
        if shelf.key not in _ALWAYS and lot > wanted:
            continue
        if unit.kind is UnitKind.MAIN or shelf.key in _ALWAYS:
            yield shelf, "found"
        elif shelf.key in _INHERITABLE and state < _INHERITED:
            yield shelf, "inherited"
        else:
            yield shelf, "stub" if state > 1 - _STUB and shelf.holds != "form" else "found"


def _page(shelf: Shelf, state: str, words: dict[str, str], chance: Random, *, first_title: bool) -> PlannedPage:
    title = shelf.titles[0] if first_title else chance.choice(shelf.titles)
    sections = () if state == "stub" else (_section("", shelf, words, chance),)
    elsewhere = f"https://{REGENCY_HOSTS[1]}/{_REGENCY_SLUG[shelf.key]}/" if state == "inherited" else None
    return PlannedPage(shelf.key, title, slug(title), shelf.menu, shelf.codes, sections, state, elsewhere)


def _gathered_page(shelves: list[Shelf], words: dict[str, str], chance: Random) -> PlannedPage:
    title = chance.choice(("Transparansi", "Dokumen dan Informasi", "Dokumen Publik"))
    sections = tuple(_section(chance.choice(shelf.titles), shelf, words, chance) for shelf in shelves)
    codes = tuple(dict.fromkeys(code for shelf in shelves for code in shelf.codes))
    return PlannedPage(GATHERED, title, slug(title), NOTICE, codes, sections)


def _section(heading: str, shelf: Shelf, words: dict[str, str], chance: Random) -> Section:
    rows = _rows(shelf, chance) if shelf.holds == "table" else ()
    documents = tuple(name.format_map(words) for name in shelf.documents)
    paragraphs = tuple(text.format_map(words) for text in shelf.about)
    return Section(heading, paragraphs, rows, documents, shelf.codes[-1])


def _rows(shelf: Shelf, chance: Random) -> tuple[tuple[str, ...], ...]:
    if shelf.menu == PROFILE:
        head: tuple[str, ...] = ("Jabatan", "Keterangan")
        names = ("Kepala", "Sekretaris", "Kepala Bidang Pertama", "Kepala Bidang Kedua", "Kepala Subbagian Umum")
        return (head, *((name, chance.choice(("Eselon III", "Eselon IV", "Fungsional ahli muda"))) for name in names))
    head = ("No.", "Uraian", "Keterangan", "Jumlah")
    lines = chance.randint(4, 9)
    subject = "Permohonan" if shelf.menu == DISCLOSURE else "Paket"
    return (
        head,
        *(
            (
                str(number),
                f"{subject} {number:02d}",
                chance.choice(("Selesai", "Berjalan")),
                str(chance.randint(2, 950)),
            )
            for number in range(1, lines + 1)
        ),
    )


_REGENCY_SLUG = {shelf.key: slug(shelf.titles[0]) for shelf in SHELVES}
"""The regency's own site uses the first title of every shelf, so that others can link to its pages."""
