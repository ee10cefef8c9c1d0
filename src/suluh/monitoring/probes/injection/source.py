"""What the judge needs of a page's source, taken from one parse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from suluh.monitoring.probes.injection.address import host_of, owner_of

_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s>]+)", re.IGNORECASE)
_MOST_TEXT = 60_000
_NAMED = (
    "name",
    "headline",
    "description",
    "alternateName",
    "keywords",
    "brand",
    "itemListElement",
    "item",
    "@graph",
    "author",
    "publisher",
    "mainEntity",
    "acceptedAnswer",
    "text",
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One link with the words it shows."""

    node: LexborNode
    target: str
    text: str


class Source:
    """One page, read lazily; `tree` is its parse where there is one already, and is left as it is."""

    def __init__(self, url: str, html: str, tree: LexborHTMLParser | None = None) -> None:
        self.url = url
        self.html = html
        self.tree = LexborHTMLParser(html) if tree is None else tree
        self.own = owner_of(host_of(url))
        self.root = urljoin(url, "/").rstrip("/")

    @cached_property
    def scripts(self) -> list[str]:
        """Scripts written into the page."""
        return [text for node in self.tree.css("script:not([src])") if _is_code(node, text := node.text())]

    @cached_property
    def styles(self) -> str:
        """Style rules written into the page."""
        return "\n".join(node.text() for node in self.tree.css("style"))

    @cached_property
    def structured(self) -> list[str]:
        """Names, headlines and descriptions of JSON-LD."""
        return list(self._structured())

    @cached_property
    def title(self) -> str:
        """Text of `<title>`."""
        node = self.tree.css_first("title")
        return _clean(node.text()) if node else ""

    @cached_property
    def metas(self) -> dict[str, str]:
        """Contents of `<meta>` by lower-case name or property."""
        found: dict[str, str] = {}
        for node in self.tree.css("meta[content]"):
            name = (
                node.attributes.get("name")
                or node.attributes.get("property")
                or node.attributes.get("http-equiv")
                or ""
            ).lower()
            found.setdefault(name, node.attributes.get("content") or "")
        return found

    @property
    def description(self) -> str:
        """Description as a search engine would show it."""
        return self.metas.get("description", "")

    @cached_property
    def refresh(self) -> str | None:
        """Address that a meta refresh leads to."""
        found = _REFRESH.search(self.metas.get("refresh", ""))
        return urljoin(self.url, found.group(1)) if found else None

    @cached_property
    def relations(self) -> list[tuple[str, str]]:
        """(relation, address) of canonical, alternate-language and AMP links."""
        found = []
        for node in self.tree.css("link[href]"):
            relation = (node.attributes.get("rel") or "").lower()
            if relation in ("canonical", "amphtml") or (relation == "alternate" and node.attributes.get("hreflang")):
                found.append((relation, self.absolute(node.attributes.get("href") or "")))
        return found

    @cached_property
    def headings(self) -> list[str]:
        """Text of first-rank headings."""
        return [text for node in self.tree.css("h1") if (text := _clean(node.text(separator=" ")))]

    @cached_property
    def anchors(self) -> list[Anchor]:
        """Links to pages, with their text or the alternative text of their picture."""
        return [anchor for node in self.tree.css("a[href]") if (anchor := self.anchor(node))]

    def anchor(self, node: LexborNode) -> Anchor | None:
        """The link of one `<a>`; None for scripts, mail and places on the same page."""
        href = (node.attributes.get("href") or "").strip()
        if not href or href[0] == "#" or href.lower().startswith(("javascript:", "mailto:", "tel:", "data:")):
            return None
        text = _clean(node.text(separator=" "))
        if not text:
            picture = node.css_first("img[alt]")
            text = (picture.attributes.get("alt") if picture else "") or node.attributes.get("title") or ""
        return Anchor(node, self.absolute(href), text)

    def absolute(self, href: str) -> str:
        """Address resolved against the page's; as written where it cannot be."""
        if href.startswith(("https://", "http://")):
            return href
        if href.startswith("/") and not href.startswith("//"):
            return self.root + href
        try:
            return urljoin(self.url, href)
        except ValueError:
            return href

    def is_outside(self, target: str) -> bool:
        """True when the address belongs to another registrable name."""
        host = host_of(target)
        return bool(host) and owner_of(host) != self.own

    def _structured(self) -> Iterator[str]:
        for node in self.tree.css('script[type="application/ld+json"]'):
            try:
                yield from _texts(json.loads(node.text()), 0)
            except (ValueError, RecursionError):
                continue

    @cached_property
    def alternatives(self) -> list[str]:
        """Alternative texts of pictures, longer than a word."""
        return [text for node in self.tree.css("img[alt]") if len(text := node.attributes.get("alt") or "") > 6]

    @cached_property
    def text(self) -> str:
        """Text of the body without scripts and styles, one block a line."""
        words = self.tree.clone()
        words.strip_tags(["script", "style", "svg"])
        return words.body.text(separator="\n")[:_MOST_TEXT] if words.body else ""


def _is_code(node: LexborNode, text: str) -> bool:
    return len(text) > 20 and "json" not in (node.attributes.get("type") or "")


def _clean(text: str) -> str:
    return " ".join(text.split())


def _texts(value: Any, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _texts(item, depth + 1)
    elif isinstance(value, dict):
        for name in _NAMED:
            if name in value:
                yield from _texts(value[name], depth + 1)
