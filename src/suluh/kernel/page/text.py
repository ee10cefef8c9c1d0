"""The main text of an article page: the region of its prose, less what is not the article's own."""

from __future__ import annotations

import re
from typing import NamedTuple

from suluh.kernel.page.blocks import BREAK, Block, Region, read_blocks

_PARAGRAPH_BREAK = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
_LINE_BREAK = re.compile(rf"\s*{BREAK}\s*")
_NOT_ITS_OWN = re.compile(
    r"^(?:baca juga|baca jg|lihat juga|simak juga|simak video|tonton juga|artikel terkait|berita terkait"
    r"|read also|read more|also read|see also|related|you may also|more on|lire aussi|à lire|lesen sie auch"
    r"|mehr zum thema|lea también|leia também|leggi anche|lees ook|advertisement|anzeige|publicité|publicidad"
    r"|iklan|scroll to continue|share this|bagikan|tags?\s?:|tagged|filed under|posted (?:in|on|by)|kategori\s?:"
    r"|category\s?:|foto\s?:|photo\s?:|image\s?:|gambar\s?:|sumber foto|photo by|photo credit|picture\s?:"
    r"|copyright|©|all rights reserved|follow us|ikuti kami|subscribe|sign up|print this|leave a (?:comment"
    r"|reply)|tinggalkan balasan|komentar|comments? |click here to|download as|dibaca\s?:?\s?\d"
    r"|dilihat\s?:?\s?\d|editor\s?:|penulis\s?:|pewarta\s?:|reporter\s?:)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by|oleh|von|par|por|di|door|av|af|penulis|ditulis|diposting|posted|published|publié|veröffentlicht)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;…”\"'’»)\]。！？]\s*$")
_IMPRINT = re.compile(r"©|copyright|hak cipta|all rights|alamat\s*:|telp|telepon\s*:|e-?mail\s*:|@", re.IGNORECASE)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_DESCEND = 0.72
_ENOUGH, _WORTH_ASKING = 250, 400
_DIGIT = re.compile(r"\d")


class Extract(NamedTuple):
    """Paragraphs of the main text, whether the page left no doubt about them, and the length of all its text."""

    paragraphs: list[str]
    sure: bool
    words: int = 0


def main_text(html: str, title: str | None = None) -> str | None:
    """Paragraphs of the article joined by newlines; trafilatura decides where the page leaves doubt."""
    extract = paragraphs_of(html, title)
    if extract.sure or extract.words < _WORTH_ASKING:
        return "\n".join(extract.paragraphs) or None
    return _by_library(html) or "\n".join(extract.paragraphs) or None


def paragraphs_of(html: str, title: str | None = None) -> Extract:
    """The paragraphs of the region that holds most of the page's prose."""
    blocks, root = read_blocks(html)
    total = _weigh(blocks, root)
    words = sum(len(block.text) for block in blocks)
    if total < 100:
        return Extract([_lines(block.text) for block in blocks if block.weight], False, words)
    region = _descend(root)
    inside = [block for block in blocks if _within(block.region, region, total)]
    kept = _own(inside, title or "")
    paragraphs = [line for block in kept for line in _paragraphs(block)]
    length = sum(map(len, paragraphs))
    sure = length >= _ENOUGH and region.good >= 0.5 * total
    return Extract(paragraphs, sure, words)


def _weigh(blocks: list[Block], root: Region) -> float:
    """Adds every block to the regions around it, first all, then those outside boilerplate; returns the total."""
    for block in blocks:
        weight = block.weight
        region: Region | None = block.region
        while weight and region is not None:
            region.weight += weight
            region = region.parent
    for block in blocks:
        weight = block.weight
        if weight and not _is_bad(block.region, root.weight):
            region = block.region
            while region is not None:
                region.good += weight
                region = region.parent
    return root.good


def _is_bad(region: Region | None, total: float) -> bool:
    """True inside boilerplate. A region that holds most of the prose is none, whatever its names."""
    while region is not None:
        if region.bad and region.weight < (0.9 if region.bad == 2 else 0.5) * total:
            return True
        region = region.parent
    return False


def _descend(root: Region) -> Region:
    """Walks down while one child holds most of the prose; a region named as the article's body ends the walk."""
    region = root
    while region.children:
        best = max(region.children, key=lambda child: child.good)
        marked = best.mark and best.good >= 0.4 * root.good
        if best.good < _DESCEND * region.good and not marked:
            break
        if region.mark and best.good < 0.97 * region.good:
            break
        if best.tag in ("p", "li", "td", "blockquote", "pre") and best.good < region.good:
            break
        region = best
    return region


def _within(region: Region | None, wanted: Region, total: float) -> bool:
    while region is not None and region is not wanted:
        if region.bad and region.good < (0.9 if region.bad == 2 else 0.5) * total:
            return False
        region = region.parent
    return region is wanted


def _own(blocks: list[Block], title: str) -> list[Block]:
    """The blocks that belong to the article: no link lists, captions, bylines, calls to read more."""
    wanted = title.strip().lower()
    kept = [block for block in blocks if not _is_foreign(block, wanted)]
    prose = [at for at, block in enumerate(kept) if _is_prose(block)]
    if not prose:
        return kept
    first, last = prose[0], prose[-1]
    opening = [block for block in kept[:first] if _opens(block)]
    closing = [block for block in kept[last + 1 :] if block.tag not in _HEADINGS and _closes(block)]
    return opening + kept[first : last + 1] + closing


def _is_foreign(block: Block, title: str) -> bool:
    text = block.text
    if _NOT_ITS_OWN.match(text) and (len(text) < 45 or block.density > 0.2):
        return True
    if block.density > (0.33 if block.tag in ("li", "td", "div", "dd") else 0.6):
        return len(text) < 300 or block.density > 0.8
    if block.tag in _HEADINGS and (block.density > 0.3 or text.lower() == title):
        return True
    return text.lower() == title or not any(map(str.isalnum, text))


def _is_prose(block: Block) -> bool:
    return block.tag not in _HEADINGS and len(block.text) >= 70 and block.density < 0.4 and not _is_imprint(block)


def _opens(block: Block) -> bool:
    """A short block before the first long one is kept when it is a sentence, not a byline or a date."""
    text = block.text
    return (
        block.tag not in _HEADINGS
        and len(text) > 30
        and _SENTENCE_END.search(text) is not None
        and not _BYLINE.match(text)
        and len(_DIGIT.findall(text)) < 4
    )


def _closes(block: Block) -> bool:
    """A short block behind the last long one is kept when it is a sentence and no address or copyright."""
    return _SENTENCE_END.search(block.text) is not None and not _is_imprint(block)


def _is_imprint(block: Block) -> bool:
    return len(block.text) < 300 and _IMPRINT.search(block.text) is not None


def _paragraphs(block: Block) -> list[str]:
    return [line for part in _PARAGRAPH_BREAK.split(block.text) if (line := _lines(part))]


def _lines(text: str) -> str:
    return _LINE_BREAK.sub(" ", text).strip()


def _by_library(html: str) -> str | None:
    """What trafilatura finds; asked last because it costs ten times the rest."""
    from trafilatura import extract

    try:
        found: str | None = extract(html, favor_precision=True, include_comments=False, include_tables=False, fast=True)
    # A hostile page may break the library in any way; what we found ourselves then stands.
    except Exception:  # noqa: BLE001
        return None
    return found
