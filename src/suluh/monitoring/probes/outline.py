"""A page as its reader meets it: blocks in order, links with their surroundings, forms. One walk, shared by probes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from suluh.monitoring.engine.values import Document
from suluh.monitoring.probes.blocks import Block, FormSeen, Link, Outline

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "canvas"}
INLINE = {
    "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "center",
}  # fmt: skip
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "legend": 4, "caption": 4, "summary": 5, "dt": 6}
TITLE_WORDS = {"title", "judul", "heading", "headline", "entry-title", "subtitle", "subjudul"}
MENU_WORDS = {"nav", "navbar", "navigation", "menu", "menus", "topbar", "submenu", "offcanvas", "dropdown"}
SIDE_WORDS = {"sidebar", "breadcrumb", "breadcrumbs"}
FOOT_WORDS = {"footer", "kaki", "bottom"}
OPENERS = ("onclick", "data-dismiss", "data-bs-dismiss", "data-modal", "data-slide", "data-bs-slide")
VAGUE = re.compile(
    r"^(selengkapnya|baca( selengkapnya)?|lihat( (semua|detail|lengkap|halaman|laman|selengkapnya))?|buka|detail"
    r"|rincian|klik( di sini)?|di sini|disini|unduh|download|read more|more|view|view more|details?|here|open|go|next"
    r"|lanjut|kunjungi|masuk|)\W*$",
    re.I,
)
ONCLICK = re.compile(r"""(?:location(?:\.href)?\s*=|window\.open\(|navigate\(|goto\()\s*['"]([^'"]+)['"]""", re.I)
WORD = re.compile(r"[a-z0-9]+")
ROOTED = ("/", "http://", "https://")
"""How an address begins that is the same from every page of a site."""
NO_PAGE = ("#", "javascript:", "mailto:", "tel:")
FRAME = {"menu", "foot"}
WALLS = {"nav", "header", "footer"}
_MOST_FRAMES = 400


@lru_cache(maxsize=8192)
def _absolute(folder: str, raw: str) -> str:
    """A link's address without fragment; empty where it cannot be read."""
    try:
        return urldefrag(urljoin(folder, raw))[0]
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _words_in(marks: str) -> frozenset[str]:
    """Words of classes and ids, which are the same on every page of a site."""
    return frozenset(WORD.findall(marks.casefold()))


def clean(text: str) -> str:
    """Text with runs of white space made one space."""
    return " ".join(text.split())


_FRAMES: dict[tuple[str, str, str], Outline] = {}
"""Menus and footers by site, region and source: the same words always give the same outline."""


def outline(page: Document) -> Outline:
    """Outline of a page, made at most once."""
    known = page.notes.get("outline")
    if not isinstance(known, Outline):
        known = page.notes["outline"] = _Walk(page).run()
    return known


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Child nodes in order, text nodes too."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


class _Walk:
    """Depth-first walk that gathers an outline."""

    def __init__(self, page: Document) -> None:
        self.base = self.root = page.url
        self.tree = page.tree
        self.out = Outline()
        self.words: list[str] = []
        self.here: list[Link] = []
        self.strong = 0
        self.apart = True  # nothing met so far depends on where the page lies or on what stands around
        self.walled = False  # what stands around is not asked for words

    def run(self) -> Outline:
        """Walk the page and tell its outline."""
        title = self.tree.css_first("title")
        self.out.title = clean(title.text()) if title is not None else ""
        base = self.tree.css_first("base[href]")
        if base is not None:
            self.base = urljoin(self.base, base.attributes.get("href") or "")
        self.root = urljoin(self.base, "/")
        if self.tree.body is not None:
            self._inside(self.tree.body, "main", 0)
            self._flush("main")
        return self.out

    def _flush(self, region: str, kind: str = "text", level: int = 0) -> None:
        text = clean(" ".join(self.words))
        if text or self.here:
            if kind == "text" and text and self.strong >= len(text) - 1 and len(text) <= 90 and not self.here:
                kind, level = "heading", 7
            self.out.blocks.append(Block(kind, text, region, level, self.here))
        self.words, self.here, self.strong = [], [], 0

    def _inside(self, node: LexborNode, region: str, depth: int) -> None:
        if depth > 180:
            return
        for child in children(node):
            tag = child.tag
            if tag == "-text":
                text = child.text_content
                if text and not text.isspace():
                    self.words.append(text)
            elif tag and tag[0] not in "-_!" and tag not in SKIPPED:
                self._element(child, tag, region, depth + 1)

    def _element(self, node: LexborNode, tag: str, region: str, depth: int) -> None:
        attributes = node.attributes
        if tag in INLINE:
            self._inline(node, tag, attributes, region, depth)
        elif tag in HEADINGS:
            self._flush(region)
            self._inside(node, region, depth)
            self._flush(region, "heading", HEADINGS[tag])
        elif tag == "img":
            self._image(attributes, region)
        elif tag in ("iframe", "embed", "object"):
            self._flush(region)
            source = attributes.get("src") or attributes.get("data") or ""
            self._rest_on(source)
            self.out.blocks.append(Block("embed", "", region, source=urljoin(self.base, source) if source else ""))
        elif tag in ("td", "th"):
            self._inside(node, region, depth)
            self.words.append(" ")
        elif tag == "tr":
            self._flush(region)
            self._inside(node, region, depth)
            alone = _only_heads(node) and len(self.words) < 3
            self._flush(region, "heading" if alone else "row", 7 if alone else 0)
        elif tag == "option":
            self._option(node, attributes, region)
        elif tag == "br":
            self._flush(region)
        else:
            self._block(node, tag, attributes, region, depth)

    def _block(self, node: LexborNode, tag: str, attributes: dict[str, str | None], region: str, depth: int) -> None:
        self._flush(region)
        inner = _region(node, tag, attributes, region)
        if inner in FRAME and region not in FRAME:
            self._frame(node, tag, attributes, inner, depth)
        else:
            self._fill(node, tag, attributes, inner, depth)

    def _frame(self, node: LexborNode, tag: str, attributes: dict[str, str | None], inner: str, depth: int) -> None:
        """A menu or footer; one that an earlier page of the site had word for word is not walked again."""
        out, key = self.out, (self.root, inner, node.html or "")
        known = _FRAMES.get(key)
        if known is not None:
            out.blocks += known.blocks
            out.links += known.links
            out.forms += known.forms
            return
        blocks, links, forms = len(out.blocks), len(out.links), len(out.forms)
        self.apart, self.walled = True, tag in WALLS
        self._fill(node, tag, attributes, inner, depth)
        if self.apart:
            if len(_FRAMES) >= _MOST_FRAMES:
                _FRAMES.clear()
            _FRAMES[key] = Outline("", out.blocks[blocks:], out.links[links:], out.forms[forms:])

    def _fill(self, node: LexborNode, tag: str, attributes: dict[str, str | None], inner: str, depth: int) -> None:
        if tag == "form":
            self._rest_on((attributes.get("action") or "").strip())
            self.out.forms.append(_form(node, attributes, self.base))
        if "onclick" in attributes or "data-href" in attributes or "data-url" in attributes:
            self._clickable(node, attributes, inner)
        self._inside(node, inner, depth)
        if _words_in(attributes.get("class") or "") & TITLE_WORDS and 0 < sum(map(len, self.words)) <= 160:
            self._flush(inner, "heading", 7)
        self._flush(inner)

    def _inline(self, node: LexborNode, tag: str, attributes: dict[str, str | None], region: str, depth: int) -> None:
        if tag == "a":
            self._anchor(node, attributes, region)
        elif "onclick" in attributes or "data-href" in attributes:
            self._clickable(node, attributes, region)
        before = len(self.words)
        self._inside(node, region, depth)
        if tag in ("b", "strong"):
            self.strong += sum(len(clean(word)) for word in self.words[before:])

    def _anchor(self, node: LexborNode, attributes: dict[str, str | None], region: str) -> None:
        raw = (attributes.get("href") or "").strip()
        text = clean(node.text(separator=" ")) or _name_of(node, attributes)
        self._link(node, raw, text, region, attributes)

    def _clickable(self, node: LexborNode, attributes: dict[str, str | None], region: str) -> None:
        raw = attributes.get("data-href") or attributes.get("data-url")
        if not raw:
            found = ONCLICK.search(attributes.get("onclick") or "")
            raw = found.group(1) if found else None
        if raw:
            self._link(node, raw, clean(node.text(separator=" "))[:200], region, attributes)

    def _option(self, node: LexborNode, attributes: dict[str, str | None], region: str) -> None:
        value = (attributes.get("value") or "").strip()
        if value.startswith(("/", "http://", "https://", "./", "?")) or re.search(r"^[\w\-/]+\.(html?|php)", value):
            self._link(node, value, clean(node.text()), "menu" if region == "main" else region, attributes)

    def _link(self, node: LexborNode, raw: str, text: str, region: str, attributes: dict[str, str | None]) -> None:
        rooted = raw.startswith(ROOTED)
        url = _absolute(self.root if rooted else self.base, raw) if raw else self.base
        vague = VAGUE.match(text) is not None
        context = _context(node, text) if vague else ""
        self.apart = self.apart and (self.walled or not vague) and (rooted or not raw or raw.startswith(NO_PAGE))
        link = Link(url, raw, text, context, region, _opens(node, raw, attributes))
        self.out.links.append(link)
        self.here.append(link)

    def _rest_on(self, address: str) -> None:
        """Note an address that reads otherwise from another page of the site."""
        self.apart = self.apart and (not address or address.startswith(ROOTED))

    def _image(self, attributes: dict[str, str | None], region: str) -> None:
        source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
        alt = clean(attributes.get("alt") or "")
        self._rest_on(source)
        self.out.blocks.append(Block("image", alt, region, source=urljoin(self.base, source) if source else ""))


def _only_heads(row: LexborNode) -> bool:
    cells = [child.tag for child in children(row) if child.tag in ("td", "th")]
    return bool(cells) and all(tag == "th" for tag in cells)


def _name_of(node: LexborNode, attributes: dict[str, str | None]) -> str:
    for key in ("aria-label", "title"):
        if attributes.get(key):
            return clean(attributes[key] or "")
    image = node.css_first("img[alt]")
    return clean(image.attributes.get("alt") or "") if image is not None else ""


def _context(node: LexborNode, own: str) -> str:
    """Words around a link that says nothing itself: its card, row or list entry."""
    parent = node.parent
    if parent is not None and parent.tag == "dd":
        term = parent.prev
        while term is not None and term.tag != "dt":
            term = term.prev
        return clean(term.text(separator=" ")) if term is not None else ""
    for _ in range(4):
        if parent is None or parent.tag in WALLS or parent.tag in ("body", "main", "ul", "ol", "tbody", "table"):
            return ""
        text = clean(parent.text(separator=" "))
        if len(text) > 220:
            return ""
        if len(text) > len(own) + 2:
            heading = parent.css_first("h1,h2,h3,h4,h5,h6,strong,b,th")
            title = clean(heading.text(separator=" ")) if heading is not None else ""
            return title or text.removesuffix(own).strip()
        parent = parent.parent
    return ""


def _opens(node: LexborNode, raw: str, attributes: dict[str, str | None]) -> bool:
    """True when the link opens something on the page itself: a submenu with entries, a dialog, a tab."""
    if raw and not raw.startswith(("#", "javascript:")):
        return False
    parent = node.parent
    if parent is not None and parent.tag not in ("body", "nav", "ul", "ol", "header", "main"):
        others = parent.css("a[href], button[data-href], option")
        if any(other.attributes.get("href") not in ("", "#", None) for other in others if other.mem_id != node.mem_id):
            return True
    following = node.next
    while following is not None and following.tag == "-text":
        following = following.next
    if following is not None and following.tag in ("ul", "ol", "div") and following.css_first("a[href]") is not None:
        return any((link.attributes.get("href") or "#") != "#" for link in following.css("a[href]"))
    return any(key in attributes for key in OPENERS)


def _region(node: LexborNode, tag: str, attributes: dict[str, str | None], region: str) -> str:
    """Region that an element opens: by tag, by role, then by its class where it holds no main heading."""
    role = attributes.get("role") or ""
    if tag == "nav" or role in ("navigation", "menubar", "menu"):
        return "menu"
    if tag == "footer" or role == "contentinfo":
        return "foot"
    if region != "main":
        return region
    if role == "banner" or (tag == "header" and node.css_first("h1,article,p") is None):
        return "menu"
    if tag == "aside" or role == "complementary":
        return "aside"
    words = _words_in(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
    named = "foot" if words & FOOT_WORDS else "menu" if words & MENU_WORDS else "aside" if words & SIDE_WORDS else ""
    if named and node.css_first("h1,main,article,form,table table") is None:
        return named
    return region


def _form(node: LexborNode, attributes: dict[str, str | None], base: str) -> FormSeen:
    """What a form asks for: hidden, submit and button inputs are no fields."""
    form = FormSeen(
        action=urljoin(base, attributes.get("action") or ""),
        method=(attributes.get("method") or "get").casefold(),
        text=clean(node.text(separator=" "))[:600],
        mark=f"{attributes.get('id') or ''} {attributes.get('class') or ''} {attributes.get('role') or ''}",
    )
    for entry in node.css("input, textarea, select, button"):
        kind = (entry.attributes.get("type") or entry.tag or "").casefold()
        name = " ".join(entry.attributes.get(key) or "" for key in ("name", "id", "placeholder"))
        if kind in ("submit", "button", "image") or entry.tag == "button":
            form.submit = form.submit or kind != "reset"
        elif kind not in ("hidden", "reset"):
            form.fields.append((kind if kind != "input" else "text", name))
    return form
