"""The blocks of text of a page, each with the regions it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

BREAK = "\u2028"
"""Stands for a line break of the page, so that lines survive until the blocks are cut."""

_BR = re.compile(r"<br\s{0,9}/?\s{0,9}>", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\u2028]+")
_STRIPPED = [
    "script", "style", "noscript", "template", "svg", "iframe", "button", "input", "select", "textarea", "nav", "aside",
    "figure", "figcaption", "video", "audio", "object", "embed", "canvas", "map", "dialog", "head", "menu", "math",
]  # fmt: skip
_BLOCKS = (
    "p,li,h2,h3,h4,h5,h6,blockquote,pre,dd,dt,td,th,div,section,article,main,center,details,body,form,header,footer"
    ",ul,ol,table"
)
_WHOLE = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "pre", "dt"))
_INLINE = frozenset(
    ("-text", "a", "b", "strong", "em", "i", "span", "font", "u", "small", "sup", "sub", "mark", "abbr", "time", "code",
     "cite", "q", "label", "ins", "del", "s", "strike", "big", "tt", "wbr", "acronym", "bdi", "bdo", "kbd", "var",
     "data", "img", "picture", "o:p", "st1:place", "dfn", "samp", "ruby", "rt", "rb", "nobr")
)  # fmt: skip
_ALWAYS_BAD = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-list|respond|disqus|fb-comments|komentar|sidebar|side-bar"
    r"|footer|colophon|related|relatedposts|related-posts|relatedarticles|yarpp|terkait|bacajuga|baca-juga"
    r"|recommended|recommendations|outbrain|taboola|cookie|cookies|consent|gdpr|newsletter|modal|popup|lightbox"
    r"|breadcrumbs?|pagination|navigation|navbar|skip-link|sr-only|screen-reader-text|visually-hidden|login"
    r"|noprint|no-print)(?:$|[\s_-])"
)
_OFTEN_BAD = re.compile(
    r"(?:^|[\s_-])(?:widget|widgets|share|sharing|sharedaddy|social|socials|addtoany|a2a|addthis|follow"
    r"|subscribe|subscription|signup|promo|promotion|sponsor|sponsored|advert|adverts|advertisement|advertising"
    r"|ads?|adsense|banner|teaser|teasers|trending|popular|terpopuler|terbaru|terkini|latest|recent|more|also"
    r"|see-also|nav|menu|submenu|topbar|masthead|toolbar|tools|author-?box|author-?bio|authorbox|about-author"
    r"|bio|byline|meta|postmeta|entry-meta|post-meta|postmetadata|info|tags?|tagcloud|taglist|kategori|caption"
    r"|wp-caption|wp-caption-text|credits?|gallery|slider|slideshow|carousel|copyright|legal|disclaimer|print"
    r"|rating|vote|poll|search|hidden|profile|toc|infobox|reference|references|footnotes|pager|paging|prev|next"
    r"|post-nav|marquee|ticker|agenda|event|statistik|counter|pengunjung|polling|jajak|tautan|links|linklist"
    r"|list-group|card-footer|alert|notice|paywall|timestamp|date|kicker|source|kontak|contact|vcard"
    r"|notification|feedback|donate|donation|mobile-only|hide|collapse|dropdown)(?:$|[\s_-])"
)
_MARK = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-body|articlebody|article__body|article-content"
    r"|article__content|story-body|storybody|post-body|entry-body|article-text|content-body|td-post-content"
    r"|news-content|isi-berita|isi_berita|detail__body-text|read__content|field--name-body|field-name-body"
    r"|com-content-article__body|item-page|post-entry|entrytext|single-content|article_body|news-body"
    r"|story-content|story__body|post__content|entry__content|article-main|body-content|artikel-text"
    r"|blog-content|blog-post-content|detail-content|detail_text|content-detail|news-detail|text-content"
    r"|rich-text|richtext|prose|markdown-body|ce-bodytext|news-text-wrap|article-detail|post_content|entry"
    r"|c-article-body|l-article__body|caas-body)(?:$|\s)"
)
_ASIDE_ROLES = ("navigation", "complementary", "contentinfo")
_DEEPEST, _LONG_LINK = 200, 300
_NO_DIGITS = str.maketrans("", "", "0123456789")
_HARMLESS = ("category-", "tag-", "post-", "has-", "no-")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


Run = tuple[str, int, int | None]
"""Text, length of its links, and the element before which it stands where that is not its own place."""


@dataclass(slots=True, eq=False)
class Region:
    """An element that holds blocks.

    `bad`: 2 where its names say boilerplate, 1 where they often do. `mark`: its names say article body. `linked`: it
    lies in a link. `weight` and `good`: prose in it, with and without that of boilerplate.
    """

    tag: str
    parent: Region | None
    bad: int = 0
    mark: bool = False
    linked: bool = False
    depth: int = 0
    weight: float = 0.0
    good: float = 0.0
    children: list[Region] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Block:
    """A run of text: its words, how much of it is links, its tag, the region around it."""

    text: str
    links: int
    tag: str
    region: Region

    @property
    def density(self) -> float:
        """Share of link text."""
        return self.links / len(self.text)

    @property
    def weight(self) -> float:
        """How much the block speaks for prose around it."""
        length = len(self.text)
        if length < 60 or self.links > 0.35 * length or self.tag in ("h2", "h3", "h4", "h5", "h6"):
            return 0.0
        weight = min(length, 600) - self.links
        return weight if self.tag in ("p", "div", "td", "blockquote", "section", "article") else 0.5 * weight


def read_blocks(html: str) -> tuple[list[Block], Region]:
    """Blocks in document order, and the region of the whole body. Blocks that are nothing but a link are left out."""
    tree = LexborHTMLParser(_BR.sub(BREAK, html))
    tree.strip_tags(_STRIPPED, recursive=True)
    root = Region("body", None)
    body = tree.body
    if body is None:
        return [], root
    regions: dict[int, Region] = {body.mem_id: root}
    blocks: list[Block] = []
    later: dict[int, list[Block]] = {}
    for node in tree.css(_BLOCKS):
        if later and node.mem_id in later:
            blocks += later.pop(node.mem_id)
        tag = node.tag or ""
        region = None
        for text, links, before in _whole(node) if tag in _WHOLE else _runs(node):
            if links > 0.9 * len(text) and len(text) < _LONG_LINK:
                continue
            region = region or _region(node, regions)
            block = Block(text, len(text) if region.linked else links, tag, region)
            if before is None:
                blocks.append(block)
            else:
                later.setdefault(before, []).append(block)
    return blocks + [block for waiting in later.values() for block in waiting], root


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" \u2028")


def _whole(node: LexborNode) -> Iterator[Run]:
    text = _clean(node.text(deep=True))
    if text:
        links = sum(len(_clean(link.text(deep=True))) for link in node.css("a")) if node.css_first("a") else 0
        yield text, min(links, len(text)), None


def _runs(node: LexborNode) -> Iterator[Run]:
    """Runs of inline content directly inside an element, cut at every block inside it."""
    parts: list[str] = []
    links, cut = 0, False
    child = node.first_child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            parts.append(child.text_content or "")
        elif tag in _INLINE:
            text = child.text(deep=True)
            parts.append(text)
            if tag == "a":
                links += len(text)
            elif len(text) > 3:
                links += sum(len(link.text(deep=True)) for link in child.css("a"))
        elif tag != "-comment":
            if parts and (text := _clean("".join(parts))):
                yield text, min(links, len(text)), child.mem_id if cut else None
            parts, links, cut = [], 0, True
        child = child.next
    if parts and (text := _clean("".join(parts))):
        yield text, min(links, len(text)), _following(node) if cut else None


def _following(node: LexborNode) -> int:
    """Identity of the element that comes after everything inside `node`."""
    at: LexborNode | None = node
    while at is not None:
        sibling = at.next
        while sibling is not None and sibling.tag in ("-text", "-comment"):
            sibling = sibling.next
        if sibling is not None:
            return sibling.mem_id
        at = at.parent
    return 0


def _region(node: LexborNode, regions: dict[int, Region]) -> Region:
    """The region of an element, made with those around it on first sight; what nests too deep shares one region."""
    missing: list[LexborNode] = []
    at: LexborNode | None = node
    while at is not None and at.mem_id not in regions:
        missing.append(at)
        at = at.parent
    parent = regions[at.mem_id] if at is not None else None
    for one in reversed(missing):
        if parent is not None and parent.depth >= _DEEPEST:
            regions[one.mem_id] = parent
            continue
        tag = one.tag or ""
        linked = tag == "a" or (parent is not None and parent.linked)
        region = Region(tag, parent, linked=linked, depth=parent.depth + 1 if parent else 0)
        if one.attributes:
            _judge(region, one.attributes)
        if parent is not None:
            parent.children.append(region)
        regions[one.mem_id] = parent = region
    return regions[node.mem_id]


def _judge(region: Region, names: dict[str, str | None]) -> None:
    called = f"{names.get('class') or ''} {names.get('id') or ''}".translate(_NO_DIGITS)
    region.bad, region.mark = _by_names(called) if called != " " else (0, False)
    if names.get("itemprop") == "articleBody":
        region.bad, region.mark = 0, True
    style = names.get("style")
    if "hidden" in names or (style and _NOT_SHOWN.search(style)) or names.get("role") in _ASIDE_ROLES:
        region.bad = 2
    if region.tag == "footer":
        region.bad = 2


@lru_cache(maxsize=8192)
def _by_names(called: str) -> tuple[int, bool]:
    """How bad the class and id of an element sound, and whether they name the body of an article."""
    called = called.lower()
    if _MARK.search(called):
        return 0, True
    words = " ".join(word for word in called.split() if not word.startswith(_HARMLESS))
    if _ALWAYS_BAD.search(words):
        return 2, False
    return (1 if _OFTEN_BAD.search(words) else 0), False
