"""Does a stretch of a page hold anything? Text, rows, pictures and files weighed against "coming soon"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from suluh.monitoring.probes.blocks import Block, Link

ENOUGH_TEXT = 60
"""Characters of running text from which a page counts as holding something."""
ENOUGH_BESIDE_STUB = 240
ENOUGH_BESIDE_FILES = 300

STUB = re.compile(
    r"""
    (sedang|masih|tengah|dalam)\s+(dalam\s+)?(tahap\s+|proses\s+|masa\s+)?
      (pengembangan|perbaikan|pembangunan|pengerjaan|penyusunan|pemeliharaan|persiapan|pengisian|pembaruan
      |pembaharuan|konstruksi|dikembangkan|disusun|diperbaiki|dipersiapkan|disiapkan|dilengkapi|diproses|dibangun
      |dikerjakan|diisi|kosong)
    | (belum|tidak)\s+(ada|tersedia|terdapat|memiliki|ditemukan)(\s+\w+){0,3}\s*
      (data|konten|isi|informasi|dokumen|berkas|file|entri|artikel|halaman)?
    | (data|konten|isi|informasi|dokumen|halaman|laman|berkas)(\s+\w+){0,4}\s+(belum|kosong|nihil|menyusul)
    | belum\s+(diisi|dipublikasikan|diunggah|diterbitkan|dapat|lengkap|diperbarui)
    | segera\s+hadir | nantikan
    | akan\s+(segera|datang|hadir|diisi|dilengkapi|ditambahkan|tersedia|diunggah|diumumkan)
    | mohon\s+(maaf|bersabar) | menyusul | halaman\s+kosong
    | contoh\s+(teks|isi|konten) | isi\s+konten\s+di\s+sini
    | under\s+(construction|development|maintenance|preparation) | coming\s+soon | work\s+in\s+progress
    | no\s+(data|content|documents?|results?|records?|entries|items|information|files?|posts?)(\s+(is|are))?
      (\s+\w+){0,2}(\s+(available|found|yet))?
    | (not\s+(yet\s+)?|is\s+being\s+)(available|prepared|written|updated|filled) | nothing\s+(here|found|to\s+show)
    | to\s+be\s+(added|announced|updated|completed) | will\s+be\s+(available|added|updated|published)
    | lorem\s+ipsum | dolor\s+sit\s+amet | placeholder | sample\s+(text|page) | empty\s+page | \btba\b | \btbd\b
    """,
    re.I | re.X,
)
CALM = re.compile(
    r"(tidak|belum)\s+(ada|terdapat)\s+(\w+\s+){0,3}(kejadian|peristiwa|bencana|peringatan|keadaan|darurat|gangguan|wabah|ancaman"
    r"|informasi serta|pengumuman serta)|no\s+(\w+\s+){0,2}(emergenc|incident|disaster|warning|event|outbreak)",
    re.I,
)
"""A standing page that says that nothing has happened is no empty page."""
CHATTER = re.compile(
    r"""^(
    bagikan | share | dibagikan | cetak | print | kembali | back | beranda | home | komentar
    | comments? | tinggalkan
    | leave\ a | prev | next | sebelumnya | selanjutnya | berita\ terkait | artikel\ terkait | related | tags?
    | kategori
    | category | oleh | by | admin | ditulis | diposting | diterbitkan | dipublikasikan | posted | published
    | terakhir\ (di)?perbarui | diperbarui | last\ updated | updated | dilihat | dibaca | views? | hits? | kunjungan
    | pengunjung | visitors? | anda\ (berada\ )?di\ sini | you\ are\ here | salin\ tautan | copy\ link | facebook
    | twitter | whatsapp | instagram | youtube | telegram | hak\ cipta | copyright
    | lewati\ ke | skip\ to | cari
    | search
    | unduh$ | download$
    )\b""",
    re.I | re.X,
)
CRUMBS = re.compile(r"^(beranda|home|utama|depan)\s*([/»>›:|\-–→·•]|\s{1,3}\S)", re.I)
DECOR = re.compile(
    r"logo|icon|ikon|avatar|favicon|sprite|placeholder|no-?image|blank|spacer|loading|spinner|construction|coming|maintenance"
    r"|under|banner|header|whatsapp|facebook|twitter|instagram|youtube|background|bg[-_.]|ornamen|pattern|1x1|pixel",
    re.I,
)


@dataclass(slots=True)
class Content:
    """What a stretch of a page holds, weighed."""

    chars: int = 0
    rows: int = 0
    images: int = 0
    embeds: int = 0
    files: list[Link] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    stub: str = ""
    excerpt: str = ""

    @property
    def stands(self) -> bool:
        """True when the page says at least that nothing is the matter: enough for immediate information."""
        return self.holds or bool(CALM.search(self.stub))

    @property
    def leads_on(self) -> bool:
        """True when it holds something, or leads on to pages that do: enough for an index."""
        return self.holds or (bool(self.links) and not self.stub)

    @property
    def holds(self) -> bool:
        """True when a reader finds something there; files are taken at their word."""
        if self.stub:
            return self.chars >= ENOUGH_BESIDE_STUB or self.rows >= 3 or bool(self.files) or self.embeds > 0
        return self.chars >= ENOUGH_TEXT or self.rows >= 2 or self.images > 0 or self.embeds > 0 or bool(self.files)

    @property
    def rests_on_files(self) -> bool:
        """True when little is there but files: whether they open then decides."""
        return bool(self.files) and self.chars < ENOUGH_BESIDE_FILES and self.images == 0 and self.embeds == 0


def weigh(blocks: Iterable[Block]) -> Content:
    """Content of some blocks; headings, dates, share buttons and breadcrumbs weigh nothing."""
    seen = Content()
    for block in blocks:
        if block.kind == "image":
            seen.images += bool(block.source) and not DECOR.search(f"{block.source} {block.text}")
        elif block.kind == "embed":
            seen.embeds += bool(block.source) and "map" not in block.source
        else:
            _weigh_text(block, seen)
    return seen


def _weigh_text(block: Block, seen: Content) -> None:
    for link in block.links:
        if link.is_document:
            seen.files.append(link)
        elif link.is_web:
            seen.links.append(link)
    text = block.text
    if block.kind == "heading" or not text or _is_chatter(text):
        return
    if len(text) < 400 and _is_stub(text):
        seen.stub = seen.stub or text
        return
    seen.rows += block.kind == "row"
    seen.chars += len(text)
    if len(seen.excerpt) < 200:
        seen.excerpt = f"{seen.excerpt} {text}".strip()


@lru_cache(maxsize=8192)
def _is_chatter(text: str) -> bool:
    """True for breadcrumbs, share buttons and the like; remembered, for they recur on every page of a site."""
    return bool(CHATTER.match(text) or CRUMBS.match(text))


@lru_cache(maxsize=8192)
def _is_stub(text: str) -> bool:
    return bool(STUB.search(text))
