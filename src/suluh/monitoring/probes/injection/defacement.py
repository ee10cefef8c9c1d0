"""Marks left by those who replace a page to boast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.monitoring.probes.injection.lexicon import read
from suluh.monitoring.probes.injection.verdict import Signal

_MARK = re.compile(
    r"\b(?:hacked|h4ck?ed|hack3d|haxored|defaced|d3faced|pwned|pwn3d|owned|0wned|rooted|touched|stamped|breached|fucked|hijacked|infiltrated|penetrated)\s*(?:by|\bby\b|:|-)\s*\S+"
    r"|\bhacked\b(?=\W*$)|\b(?:zone-?[hx]|mirror-?h)\b|\bgr[e3]{2}t[zs]\b|\bgreets?\s+(?:to|:)|\bwas\s+here\b|\b(?:we|i)\s+(?:are|am)\s+(?:legion|anonymous)"
    r"|\byour\s+(?:site|website|web|security|system|server)\s+(?:has\s+been|have\s+been|is|got|was|just)\s+(?:hacked|low|down|pwned|owned|defaced|weak|bad|broken|compromised)"
    r"|\bno\s+system\s+is\s+safe|\bsecurity\s+(?:is\s+(?:just\s+)?(?:an?\s+)?(?:illusion|low|bullshit)|breach(?:ed)?)|\bpatch\s+your\s+(?:system|site|web|bug|security)"
    r"|\b(?:cyber|hacker|blackhat|hacktivist|exploiter|defacer|ghost|error)\s+(?:army|team|crew|squad|sec|force|indonesia|family|clan)\b|\bdiretas\s+oleh\b|\btelah\s+(?:di\s?retas|di\s?hack)\b|\bd[i1]h[a4]ck\s+oleh\b"
    r"|\b(?:hey|hai|halo|dear|hello)\s+(?:mr\.?\s*)?(?:admin|min)\b[^.]{0,60}(?:bug|patch|secure|security|celah|lemah|perbaiki|tutup|bobol)|\bmessage\s+(?:to|for)\s+(?:the\s+)?(?:admin|government|webmaster)"
    r"|\b(?:website|situs|web)\s+(?:ini|anda)\s+(?:telah|sudah)\s+(?:kami\s+)?(?:di)?(?:retas|hack|deface|kuasai|bobol|ambil\s+alih)|\bdeface\s+(?:by|page)\b|\bkami\s+tidak\s+merusak\b|\bjust\s+(?:touch|test(?:ing|ed)?)\s+your\s+(?:security|index)",
    re.IGNORECASE,
)
_STEMS = (
    "hack", "h4c", "hax", "blackhat", "defac", "d3fac", "pwn", "owned", "0wned", "rooted", "touched", "stamped",
    "breached", "fucked", "hijacked", "infiltrated", "penetrated", "zone", "mirror", "greet", "gr3et", "gre3t", "gr33t",
    "here", "legion",
    "anonymous", "your", "safe", "security", "cyber", "exploiter", "ghost", "error", "retas", "bug", "patch", "secur",
    "celah", "lemah", "perbaiki", "tutup", "bobol", "message", "kuasai", "ambil", "merusak",
)  # fmt: skip
"""Of which every mark holds one: a page without them is spared the long pattern."""
_TALK = re.compile(
    r"\b(?:kasus|berita|kepala|dinas|bupati|polisi|menurut|tim csirt|antisipasi|pelatihan|"
    r"workshop|sosialisasi|pulih|dipulihkan|waspada|mencegah|seminar|jurnal|buku|film|analisis|forensik|ethical)\b",
    re.IGNORECASE,
)
_BLACK = re.compile(
    r"background(?:-color)?\s*:\s*(?:#000(?:000)?|black|rgb\(0,\s*0,\s*0\))|bgcolor\s*=\s*[\"']?(?:black|#000(?:000)?)",
    re.IGNORECASE,
)
_THIN = 220
_FEW_LINKS = 4


def mark_in(text: str) -> str | None:
    """The first boast in a text, as written."""
    plain = text.casefold().replace("ı", "i")
    if not any(stem in plain for stem in _STEMS):
        return None
    found = _MARK.search(text)
    return found.group(0) if found else None


def title_marks(title: str, description: str) -> Iterator[Signal]:
    """Marks in what a search engine shows."""
    found = mark_in(title) or mark_in(description)
    talk = read(f"{title} {description}").strong_guard or _TALK.search(f"{title} {description}")
    if found and not talk:
        yield Signal("defacement", "defacement", 3.5, found[:120])


def page_marks(html: str, title: str, text: str, internal_links: int) -> Iterator[Signal]:
    """Marks on a page that has lost its menus and most of its words."""
    words = len(text.split())
    bare = words < _THIN and internal_links < _FEW_LINKS
    above = mark_in(title)
    found = above or (mark_in(text[:6000]) if bare or words < 2 * _THIN else None)
    if not found or (not bare and (read(title).strong_guard or _TALK.search(title) or _TALK.search(text[:3000]))):
        return
    yield Signal("defacement", "defacement", 3.0 if bare or above else 1.5, found[:120])
    if bare:
        yield Signal("index-replaced", "structure", 1.5, f"hanya {words} kata dan {internal_links} tautan ke dalam")
    if _BLACK.search(html[:20_000]):
        yield Signal("black-page", "structure", 1.0, "latar hitam")
