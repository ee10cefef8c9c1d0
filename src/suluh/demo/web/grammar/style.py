"""Draws the style of one unseen kind: how it names, nests, dates and addresses things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from suluh.demo.seeds import draw, weighted

_ROLES = ("item", "judul", "tanggal", "isi", "menu", "kaki", "kepala", "daftar", "sisi", "penulis", "bungkus", "kotak")
_NOUNS = {
    "item": ("item", "card", "entry", "berita", "post", "news-box", "media", "kolom"),
    "judul": ("title", "judul", "headline", "heading", "nama", "post-name"),
    "tanggal": ("date", "tanggal", "meta", "waktu", "time", "info", "keterangan", "tgl"),
    "isi": ("content", "isi", "body", "teks", "konten", "detail", "artikel"),
    "menu": ("menu", "nav", "navigasi", "topbar", "main-nav", "navbar"),
    "kaki": ("footer", "kaki", "bawah", "bottom", "copyright"),
    "kepala": ("header", "kepala", "atas", "masthead", "brand"),
    "daftar": ("list", "daftar", "grid", "loop", "posts", "blok"),
    "sisi": ("sidebar", "sisi", "aside", "kanan", "widget"),
    "penulis": ("author", "penulis", "oleh", "by", "admin"),
    "bungkus": ("wrapper", "container", "row", "inner", "bungkus", "section"),
    "kotak": ("box", "panel", "kotak", "module", "block"),
}
POST_SHAPES = (
    "/{slug}-{n}", "/berita/{slug}-{n}", "/baca/{n}/{slug}", "/?p={n}", "/detail.php?id={n}", "/{Y}/{m}/{d}/{slug}-{n}",
    "/news/{n}", "/post/{slug}-{n}.html", "/read/{n}-{slug}", "/index.php/kabar/{slug}-{n}", "/artikel/{n}/{slug}.html",
    "/web/main/detail/{n}", "/informasi/{Y}/{slug}-{n}", "/berita.php?act=view&idb={n}", "/publikasi/{slug}-{n}/",
)  # fmt: skip
PAGE_SHAPES = (
    "/{slug}", "/page/{slug}", "/halaman/{slug}", "/profil/{slug}.html", "/?hal={slug}", "/index.php/{slug}", "/web/statis/{slug}",
    "/konten/{k}", "/tentang/{slug}/", "/p/{k}-{slug}",
)  # fmt: skip
LIST_NAMES = (
    ("Berita", "/berita"), ("Kabar", "/kabar"), ("Artikel", "/artikel"), ("Warta", "/warta"), ("Info Terkini", "/info-terkini"),
    ("Berita Terbaru", "/daftar-berita"), ("Kabar Terkini", "/kabar-terkini"), ("Rilis Berita", "/rilis"),
)  # fmt: skip
PAGER_SHAPES = (
    "{base}?page={n}",
    "{base}/page/{n}",
    "{base}?hal={n}",
    "{base}/{n}",
    "{base}?start={s}",
    "{base}-{n}.html",
)
FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/index.xml", "/feeds/berita.rss", "/atom.xml")
DATE_FORMS = (
    "long",
    "full",
    "short",
    "slash",
    "dash",
    "dot",
    "iso",
    "zone",
    "comma-time",
    "relative",
    "old-spelling",
    "two-digit",
)
PREFIXES = (
    "", "Diposting pada ", "Dipublikasikan: ", "Tanggal: ", "Diterbitkan ", "Posted on ", "Ditulis oleh {author} pada ",
    "{author} | ", "Rilis: ",
)  # fmt: skip
GROUP_WORDS = {
    "Profil": ("Profil", "Tentang", "Tentang Kami", "Profil Kami", "Kelembagaan"),
    "Informasi": ("Informasi", "Informasi Publik", "Transparansi", "Data & Dokumen", "Dokumen"),
    "Layanan": ("Layanan", "Layanan Publik", "Pelayanan", "Layanan Warga"),
    "PPID": ("PPID", "PPID", "Layanan PPID", "Informasi PPID"),
    "Kontak": ("Kontak", "Hubungi Kami"),
}
HOME_WORDS = ("Beranda", "Home", "Depan", "Halaman Utama")


@dataclass(frozen=True, slots=True)
class Style:
    """Everything drawn for one unseen kind."""

    classes: dict[str, str]
    post_shape: str
    page_shape: str
    list_name: str
    list_path: str
    pager: str
    per_page: int
    list_layout: str  # list | table | cards | definition | article | lines
    list_date: str
    date_place: str  # before | after | box | none
    article_date: str
    prefix: str
    mark: str  # json-ld | meta | time | none
    feed: str | None
    feed_announced: bool
    sitemap: str | None
    menu_markup: str  # list | flat | details | table
    groups: dict[str, str]
    home_word: str
    title_tag: str
    depth: int
    paragraph: str  # p | div | br
    author_shown: bool
    related: bool
    generator: str | None
    interface: str | None
    heading_case: str  # plain | upper | unit
    quote: str


def draw_style(seed: str) -> Style:
    """The style of that seed."""
    chance = draw("grammar", seed)
    name, path = chance.choice(LIST_NAMES)
    interface = (
        chance.choice(("/api/berita", "/api/v1/news", "/service/public/posts")) if chance.random() < 0.08 else None
    )
    feed = None if interface else chance.choice(FEEDS) if chance.random() < 0.45 else None
    shapes = [shape for shape in POST_SHAPES if not shape.startswith(f"{path}/") or "{n}" in shape]
    return Style(
        classes=_classes(chance),
        post_shape=chance.choice(shapes),
        page_shape=chance.choice(PAGE_SHAPES),
        list_name=name,
        list_path=path,
        pager=chance.choice(PAGER_SHAPES),
        per_page=chance.choice((5, 6, 8, 9, 10, 12, 15)),
        list_layout=chance.choice(("list", "table", "cards", "definition", "article", "lines")),
        list_date=_date_form(chance, relative=True),
        date_place=weighted(chance, (("before", 3), ("after", 4), ("box", 1), ("none", 1.5))),
        article_date=_date_form(chance, relative=False),
        prefix=chance.choice(PREFIXES),
        mark=weighted(chance, (("json-ld", 2), ("meta", 2), ("time", 2), ("none", 4))),
        feed=feed,
        feed_announced=chance.random() < 0.7,
        sitemap="/sitemap.xml" if chance.random() < 0.4 else None,
        menu_markup=chance.choice(("list", "list", "flat", "details", "table")),
        groups={group: chance.choice(words) for group, words in GROUP_WORDS.items()},
        home_word=chance.choice(HOME_WORDS),
        title_tag=chance.choice(("h1", "h1", "h2", "h3")),
        depth=chance.randint(0, 3),
        paragraph=weighted(chance, (("p", 6), ("div", 1), ("br", 2))),
        author_shown=chance.random() < 0.7,
        related=chance.random() < 0.5,
        generator=chance.choice((None, None, None, "SiWarta 3.1", "Kanal Daerah CMS", "PortalKu 2")),
        interface=interface,
        heading_case=chance.choice(("plain", "plain", "upper", "unit")),
        quote=chance.choice(("'", '"')),
    )


def _date_form(chance: Random, *, relative: bool) -> str:
    return chance.choice([form for form in DATE_FORMS if relative or form != "relative"])


def _classes(chance: Random) -> dict[str, str]:
    habit = chance.choice(("plain", "prefix", "bem", "hash", "utility"))
    prefix = "".join(chance.choices("bcdfgklmnprst", k=2))
    return {role: _class(chance, habit, prefix, _NOUNS[role]) for role in _ROLES}


def _class(chance: Random, habit: str, prefix: str, nouns: Sequence[str]) -> str:
    noun = chance.choice(nouns)
    if habit == "prefix":
        return f"{prefix}-{noun}"
    if habit == "bem":
        return f"{prefix}-{noun}__{chance.choice(('a', 'utama', 'isi', 'dalam'))}"
    if habit == "hash":
        return "css-" + "".join(chance.choices("abcdefghij0123456789", k=6))
    if habit == "utility":
        return " ".join(chance.sample(("flex", "p-4", "mb-2", "text-sm", "rounded", "w-full", "bg-white", "grid"), 3))
    return noun
