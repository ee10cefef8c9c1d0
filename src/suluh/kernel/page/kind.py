"""Is a page one published piece, a list of pieces, or a standing page? Judged by its own marks and its address."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlsplit

from suluh.kernel.page.head import LISTING_TYPES, STANDING_TYPES, Head
from suluh.kernel.page.reading import Kind

_SINGLE = re.compile(
    r"(?:^|\s)(?:single(?:-post|-format\S*)?|postid-\d+|view-article|view-detail|node-type-(?:article|news|blog|story)\S*"
    r"|page-node-type-(?:article|news|blog|berita)|item-view|article-page|post-template-default)(?:\s|$)"
)
_LIST = re.compile(
    r"(?:^|\s)(?:home|archive|category|search-results|path-frontpage|front|view-category|view-categories|view-featured"
    r"|frontpage|homepage|front-page|index|tag|author|paged|page-home|home-page|is-home)(?:\s|$)"
)
_STANDING = re.compile(
    r"(?:^|\s)(?:page-id-\d+|page-template\S*|page-node-type-page|node-type-page|static_page)(?:\s|$)"
)
_HOME = re.compile(r"^/(?:(?:index|home|beranda|default)(?:\.\w+)?|[a-z]{2}|[a-z]{2}-[a-z]{2})?/?$", re.IGNORECASE)
_LIST_WORDS = (
    "berita|news|artikel|articles?|blog|posts?|kategori|category|categories|tags?|topics?|topik|arsip|archives?|author|indeks|index"
    "|pengumuman|agenda|galeri|gallery|kegiatan|informasi|search|cari|kabar|press-releases?|siaran-pers|warta|feed|publikasi|rilis"
)
_LIST_PATH = re.compile(
    rf"(?:^|/)(?:{_LIST_WORDS})(?:-\d{{1,3}})?(?:\.\w{{3,4}})?/?$"
    r"|/(?:category|kategori|tags?|author|topics?|topik|label|arsip|archives?)/[^/-]+(?:-[^/-]+){0,3}"
    r"(?:/page)?(?:/\d+)?/?$"
    r"|(?:^|/)(?:berita|kabar|warta|info)-(?:terkini|terbaru|desa|daerah|kecamatan|kelurahan|utama|dinas)(?:/\d{1,3})?/?$"
    r"|/(?:semua|daftar|indeks|all)-(?:berita|artikel|news|pengumuman)[^/]*(?:/\d{1,3})?/?$"
    r"|/(?:page|halaman|hal|index|indeks)/\d+/?$|/\d{4}/\d{1,2}/?$|/\d{4}/?$",
    re.IGNORECASE,
)
_STANDING_WORDS = (
    "profil|profile|visi|misi|visi-misi|visi-dan-misi|sejarah|kontak|contact|contact-us|hubungi|hubungi-kami|tentang|tentang-kami"
    "|about|about-us|struktur|struktur-organisasi|tupoksi|tugas|tugas-pokok|tugas-dan-fungsi|sambutan|alamat|ppid|faq|peta|layanan"
    "|impressum|privacy|privacy-policy|terms|disclaimer|sitemap|peta-situs|data-wilayah|data-statistik|pejabat|pemerintah"
    "|pemerintahan|maklumat|maklumat-pelayanan|standar-pelayanan|dokumen|unduhan|download|regulasi|dasar-hukum|lokasi|login|statistik"
)
_STANDING_PATH = re.compile(
    rf"(?:^|/)(?:{_STANDING_WORDS})(?:\.\w{{3,4}})?/?$|/(?:halaman|pages?|statis|profil|p)/[a-z-]+|/(?:halaman|statis)-\d+-",
    re.IGNORECASE,
)
_DATED_PATH = re.compile(r"/(?:19|20)\d\d/\d{1,2}/\d{1,2}/|/(?:19|20)\d\d-\d\d-\d\d|/(?:19|20)\d\d/\d{1,2}/[^/]{6,}")
_PAGER_KEYS = frozenset(("hal", "halaman", "page", "paged"))
_PIECE_KEYS = frozenset(
    (
        "p",
        "view",
        "article",
        "story",
        "hal",
        "halaman",
        "page",
        "berita",
        "artikel",
        "post",
        "slug",
        "judul",
        "read",
        "detail",
    )
)
_STANDING_QUERY = re.compile(r"(?:=|^)(?:statis|halaman|profil|page)(?:&|$)")
_LIST_QUERIES = frozenset(("page", "paged", "cat", "tag", "s", "q", "search", "m", "start", "kategori"))
_LONG_PARAGRAPH = re.compile(r"<p\b[^>]{0,500}>[^<]{220}")
_TEASER = re.compile(r"<h[2-5]\b[^>]{0,500}>\s{0,200}<a\b")


class Judged(NamedTuple):
    """A kind, and whether the marks behind it are clear enough to overrule a date."""

    kind: Kind
    clear: bool


def kind_of(head: Head, url: str) -> Judged:
    """The kind that marks and address speak for; an article where they are silent."""
    parts = urlsplit(url)
    article = bool(
        head.articles or _DATED_PATH.search(parts.path) or _SINGLE.search(head.body_class)
        or "article:published_time" in head.metas
    )  # fmt: skip
    standing_class = _STANDING.search(head.body_class) is not None and not _SINGLE.search(head.body_class)
    if _HOME.match(parts.path or "/") and not _names_one(parts.query):
        return Judged(Kind.LISTING, True)
    if standing_class and not head.articles and not _DATED_PATH.search(parts.path):
        return Judged(Kind.PAGE, True)
    if article:
        return Judged(Kind.ARTICLE, True)
    if head.types & LISTING_TYPES or (_LIST.search(head.body_class) and head.metas.get("og:type") != "article"):
        return Judged(Kind.LISTING, True)
    one = _names_one(parts.query)
    if not one and (_LIST_PATH.search(parts.path) or _LIST_QUERIES & parse_qs(parts.query).keys()):
        return Judged(Kind.LISTING, True)
    if head.types & STANDING_TYPES or _STANDING_QUERY.search(parts.query) or _STANDING_PATH.search(parts.path):
        return Judged(Kind.PAGE, True)
    return Judged(Kind.ARTICLE, head.metas.get("og:type") == "article")


def _names_one(query: str) -> bool:
    """True for a query that addresses one piece: `?p=12`, `?id_berita=7`, `?hal=profil`; a number alone pages."""
    for key, value in parse_qsl(query):
        if key in _PAGER_KEYS and value.isdigit():
            continue
        if key in _PIECE_KEYS or key.startswith("id") or key.endswith("id"):
            return True
    return False


def looks_like_list(body: str, dates: int) -> bool:
    """True for a body of many linked headings or dates and hardly a paragraph."""
    teasers = len(_TEASER.findall(body))
    if teasers < 4 and dates < 5:
        return False
    return len(_LONG_PARAGRAPH.findall(body)) < 2 and teasers + dates >= 7
