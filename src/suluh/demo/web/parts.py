"""Pieces of HTML that every site kind needs and that planted faults change: head, menu, images, links, footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from suluh.demo.places import slug
from suluh.demo.prose.calendar import long_date
from suluh.demo.seeds import draw
from suluh.demo.units import REGENCY_HOSTS
from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import AgendaEntry, PlannedPage, Section, SitePlan

COUNTER = "@@PENGUNJUNG@@"
CLOCK = "@@JAM@@"
TOKEN = "@@TOKEN@@"  # noqa: S105 - a mark that the server replaces in every answer
HEAVY_BYTES = 2_600_000
LAPOR = "https://www.lapor.go.id"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A menu item and those below it."""

    label: str
    href: str
    children: tuple[MenuEntry, ...] = ()


def menu_of(plan: SitePlan, list_path: str) -> tuple[MenuEntry, ...]:
    """The main menu. A broken one leads most of its entries to pages that are not there."""
    entries = [MenuEntry("Beranda", "/")]
    for group, pages in plan.menu.items():
        children = tuple(MenuEntry(page.title, page_href(plan, page)) for page in pages if not _deep(plan, page))
        if len(children) == 1 and children[0].label in (group, "Kontak", "Hubungi Kami", "Kontak Kami"):
            entries.append(children[0])
        elif children:
            entries.append(MenuEntry(group, "#", children))
    entries.insert(2, MenuEntry("Berita", list_path))
    return tuple(_break_menu(entries)) if plan.has(Fault.MENU_BROKEN) else tuple(entries)


def _deep(plan: SitePlan, page: PlannedPage) -> bool:
    """Pages that hang below an index page are not repeated in the menu of every second site."""
    index = [other for other in plan.pages if page.key in other.lists]
    return bool(index) and draw(plan.brief.seed, plan.host, "deep").random() < 0.5


def _break_menu(entries: list[MenuEntry]) -> Iterator[MenuEntry]:
    """Only entries that lead to no other fact are broken: the pages themselves stay reachable from the footer."""
    for entry in entries[:1]:
        yield entry
    for number, entry in enumerate(entries[1:]):
        yield MenuEntry(entry.label, f"/menu-lama/{number}/{slug(entry.label)}", entry.children)
    for number in range(3):
        yield MenuEntry(("Galeri", "Unduhan", "Tautan")[number], f"/menu-lama/tautan-{number}")


def page_href(plan: SitePlan, page: PlannedPage) -> str:
    """Where a menu leads for this page: the page, or the regency's page when it is inherited."""
    return page.elsewhere or plan.kind.page_path(plan, page)


def language(plan: SitePlan) -> str:
    """The language attribute of the root element, absent on inaccessible sites."""
    return "" if plan.has(Fault.A11Y_BASIC) else ' lang="id"'


def viewport(plan: SitePlan) -> str:
    """The meta element that makes a page fit a phone, absent on sites that do not."""
    return "" if plan.has(Fault.NOT_MOBILE) else '<meta name="viewport" content="width=device-width, initial-scale=1">'


def image(plan: SitePlan, name: str, alt: str, extra: str = "") -> str:
    """A picture; without an alternative text on inaccessible sites, over plain http on mixed ones."""
    source = f"http://{plan.host}/gambar/{name}" if plan.has(Fault.MIXED_CONTENT) else f"/gambar/{name}"
    words = "" if plan.has(Fault.A11Y_BASIC) else f' alt="{escape(alt)}"'
    return f'<img src="{source}"{words}{" " + extra if extra else ""}>'


def search_box(plan: SitePlan, action: str, name: str) -> str:
    """A search form; without any label on inaccessible sites."""
    if plan.has(Fault.A11Y_BASIC):
        return f'<form action="{action}"><input type="text" name="{name}"><button><i class="fa fa-search"></i></button></form>'
    return (
        f'<form action="{action}" role="search"><label for="cari">Cari</label>'
        f'<input id="cari" type="search" name="{name}"><button>Cari</button></form>'
    )


def head_extras(plan: SitePlan) -> str:
    """What faults add to the head: megabytes of inline data, a script fetched without encryption."""
    parts = []
    if plan.has(Fault.HEAVY):
        parts.append(
            "<style>.latar{background:url(data:image/png;base64," + "iVBORw0KGgo" * (HEAVY_BYTES // 11) + ")}</style>"
        )
    if plan.has(Fault.MIXED_CONTENT):
        parts.append(f'<script src="http://{plan.host}/aset/geser.js"></script>')
    if plan.manners.token:
        parts.append(f'<meta name="csrf-token" content="{TOKEN}">')
    return "".join(parts)


def side_links(plan: SitePlan) -> str:
    """A list of related links on the home page; on sites with broken links most of them lead nowhere."""
    pages = [page for page in plan.pages if page.state == "found"][:4]
    links = [(page.title, page_href(plan, page)) for page in pages]
    if plan.has(Fault.LINKS_BROKEN):
        names = (
            "Galeri Foto",
            "Unduh Formulir",
            "Buku Tamu",
            "Agenda Lama",
            "Peta Lokasi",
            "Arsip Video",
            "Tautan Terkait",
        )
        links += [(name, f"/arsip-lama/{slug(name)}.html") for name in names]
    if plan.has(Fault.MENU_BROKEN):
        links += [("Arsip Berita", plan.kind.list_path(plan))]
        links += [(page.title, page_href(plan, page)) for page in plan.pages]
    rows = "".join(f'<li><a href="{escape(href)}">{escape(label)}</a></li>' for label, href in links)
    return rows + (_regency_news(plan) if plan.has(Fault.TRAP_WIDGET) else "")


def _regency_news(plan: SitePlan) -> str:
    """The regency's newest headlines in a box, as its portal offers them to the sites of its units."""
    titles = (
        "Bupati Buka Pasar Murah di Alun-alun Kota",
        "Pemkab Terima Penghargaan Kota Sehat",
        "Wabup Tinjau Jembatan Baru",
    )
    rows = (
        f'<li><a href="https://{REGENCY_HOSTS[0]}/?p={9000 - age}">{title}</a> '
        f"<small>{long_date((plan.now - timedelta(days=age)).date())}</small></li>"
        for age, title in enumerate(titles)
    )
    return f"<li><b>Kabar Kabupaten</b><ul>{''.join(rows)}</ul></li>"


def footer_lines(plan: SitePlan) -> list[str]:
    """Contact lines, LAPOR! link, counter and copyright as the footer has them."""
    contact, lines = plan.contact, [escape(plan.unit.name)]
    if contact.in_footer:
        lines += [f"Alamat: {escape(contact.address)}"] if contact.address else []
        lines += [f"Telp. {escape(contact.phone)}"] if contact.phone else []
        lines += [f'Email: <a href="mailto:{contact.email}">{contact.email}</a>'] if contact.email else []
    if contact.lapor:
        lines.append(f'<a href="{LAPOR}">SP4N-LAPOR!</a>')
    if plan.manners.counter:
        lines.append(f"Pengunjung hari ini: {COUNTER}")
    if plan.has(Fault.LOOKALIKE_HINTS):
        lines.append(_hidden_notice(plan))
    lines.append(f"&copy; {plan.now.year} {escape(plan.unit.short_name)}")
    return lines


def _hidden_notice(plan: SitePlan) -> str:
    """An honest hidden block, as pop-ups and phone menus have them: links to other offices and accounts."""
    name = plan.unit.slug
    return (
        f'<div class="modal" style="display:none"><p>Ikuti kami</p><a href="https://instagram.example/{name}">Instagram</a> '
        f'<a href="https://facebook.example/{name}">Facebook</a> <a href="https://sippn.example/{name}">Standar pelayanan</a></div>'
    )


def clock_line(plan: SitePlan) -> str:
    """Today's date in the header, as old templates print it: by the server or in the browser, as clock or as "updated"."""
    if not plan.manners.clock:
        return ""
    script = (
        "setInterval(function(){document.getElementById('jam').innerHTML=new Date().toLocaleDateString('id-ID')},1000)"
    )
    return draw(plan.brief.seed, plan.host, "clock").choice(
        (
            f'<span class="hari-ini">{CLOCK}</span>',
            f"<p>Hari ini: {CLOCK}</p>",
            f"<div>Terakhir diperbarui: {CLOCK}</div>",
            f"<small>Selamat datang. {CLOCK}</small>",
            f"<span id='jam'></span><script>{script}</script>",
        )
    )


def agenda_list(plan: SitePlan, when: str) -> str:
    """Events to come and gone; `when` is a format of `strftime` for their days. On some sites each has a page."""
    if not plan.agenda:
        return ""
    chance = draw(plan.brief.seed, plan.host, "agenda widget")
    heading = chance.choice(("Agenda", "Agenda Kegiatan", "Kalender Kegiatan", "Jadwal Acara", "Agenda Mendatang"))
    linked = chance.random() < 0.5
    items = "".join(
        f"<li><b>{entry.on.strftime(when)}</b> {_agenda_title(number, entry, linked=linked)}, {entry.place}</li>"
        for number, entry in enumerate(plan.agenda, 1)
    )
    return f"<h3>{heading}</h3><ul>{items}</ul>"


def _agenda_title(number: int, entry: AgendaEntry, *, linked: bool) -> str:
    title = escape(entry.title)
    return f'<a href="{agenda_path(number)}">{title}</a>' if linked else title


def agenda_path(number: int) -> str:
    """Where the page of an event is."""
    return f"/agenda/acara-{number}"


def agenda_body(entry: AgendaEntry) -> str:
    """The inside of the page of an event."""
    day = f"{entry.on:%d/%m/%Y}"
    return f"<h2>{escape(entry.title)}</h2><p>Waktu: {day}</p><p>Tempat: {escape(entry.place)}</p>"


_STUBS = (
    "<p>&nbsp;</p>",
    "",
    "<p>Data belum tersedia.</p>",
    "<p>Sedang dalam perbaikan.</p>",
    "<p>Halaman ini masih dalam pengembangan.</p>",
    "<p>Konten menyusul.</p>",
    "<p>Belum ada data yang dapat ditampilkan.</p>",
    "<table><tr><th>No.</th><th>Uraian</th><th>Berkas</th></tr><tr><td colspan=3>Tidak ada data</td></tr></table>",
    "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.</p>",
)
"""What stands on pages that hold nothing: no word, a promise, an empty table, filler."""


def page_body(plan: SitePlan, page: PlannedPage) -> str:
    """The inside of a standing page; a stub has nothing but the site's frame, or says that it will be filled one day."""
    if page.state == "stub":
        return draw(plan.host, page.key).choice(_STUBS)
    links = [plan.page(key) for key in page.lists]
    inner = "".join(section_html(section) for section in page.sections)
    if any(links):
        items = (f'<li><a href="{escape(page_href(plan, one))}">{escape(one.title)}</a></li>' for one in links if one)
        inner += f"<ul>{''.join(items)}</ul>"
    if page.key == "permohonan":
        inner += _request_form(plan)
    return inner


def section_html(section: Section) -> str:
    """Heading, paragraphs, table and documents of one section."""
    parts = [f"<h3>{escape(section.heading)}</h3>"] if section.heading else []
    parts += [f"<p>{escape(text)}</p>" for text in section.paragraphs]
    if section.rows:
        head, *rows = section.rows
        parts.append("<table><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>")
        parts += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
        parts.append("</table>")
    if section.documents:
        items = (f'<li><a href="{document_path(name)}">{escape(name)}</a></li>' for name in section.documents)
        parts.append(f"<ul>{''.join(items)}</ul>")
    return "".join(parts)


def document_path(name: str) -> str:
    """Where a document is served."""
    return f"/unduh/{slug(name)}.pdf"


def _request_form(plan: SitePlan) -> str:
    fields = (("nama", "Nama lengkap"), ("surel", "Surel"), ("rincian", "Rincian informasi"), ("tujuan", "Tujuan"))
    rows = "".join(
        f'<p><label for="{key}">{label}</label> <input id="{key}" name="{key}"></p>' for key, label in fields
    )
    token = f'<input type="hidden" name="_token" value="{TOKEN}">' if plan.manners.token else ""
    return f'<form method="post" action="/permohonan/kirim">{token}{rows}<button>Kirim permohonan</button></form>'
