"""What a page says about itself in its head and its structured data, found without parsing the page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any, NamedTuple

_META = re.compile(r"<meta\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL)
_LANG = re.compile(r"<html\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([a-zA-Z]{2,3})\b")
_BODY = re.compile(r"<body\b([^>]*)>")
_HEADING = re.compile(r"<h([1-3])\b[^>]*>(.*?)</h\1", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_UPPER_TAG = re.compile(r"</?[A-Z][A-Za-z0-9]*")
_SPACE = re.compile(r"\s+")
_CANONICAL = re.compile(r"<link\b[^>]*?rel\s*=\s*[\"']?canonical[\"']?[^>]*>")
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_HOME_LINK = re.compile(r"href=[\"'](?:https?://[^/\"']+)?/?[\"']")
_MOST_HEADINGS = 24
_HEAD_LIMIT = 300_000
_ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle", "TechArticle",
     "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "ScholarlyArticle",
     "MedicalScholarlyArticle", "SatiricalArticle", "AdvertiserContentArticle", "SocialMediaPosting", "Review")
)  # fmt: skip
_PAGE_TYPES = frozenset(
    ("WebPage", "ItemPage", "MedicalWebPage", "FAQPage", "QAPage", "Recipe", "VideoObject", "CreativeWork")
)
LISTING_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ItemList", "Blog"))
STANDING_TYPES = frozenset(("AboutPage", "ContactPage", "ProfilePage"))

Node = dict[str, Any]


@dataclass(slots=True)
class Head:
    """Meta fields by lower-case name (first value wins), structured data, title, declared language, body classes."""

    metas: dict[str, str] = field(default_factory=dict)
    articles: list[Node] = field(default_factory=list)
    pages: list[Node] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    title: str = ""
    language: str | None = None
    body_class: str = ""
    canonical: str | None = None
    body_start: int = 0


def plain_text(fragment: str) -> str:
    """Words of an HTML fragment on one line."""
    return _SPACE.sub(" ", unescape(_TAGS.sub(" ", fragment))).strip()


def lower_tags(html: str) -> str:
    """The page with its tag names in lower case, so that searches need not look for both."""
    if any(tag in html for tag in ("<HEAD", "<BODY", "<META", "<DIV", "<P>", "<SCRIPT")):
        return _UPPER_TAG.sub(lambda found: found[0].lower(), html)
    return html


def read_head(html: str) -> Head:
    """Everything of the head in a few searches; tag names are expected in lower case."""
    head = Head()
    body = _BODY.search(html, 0, _HEAD_LIMIT)
    end = body.start() if body else min(len(html), _HEAD_LIMIT // 3)
    if body:
        attributes = _attributes(body[1])
        head.body_class = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
        head.body_start = body.end()
    for meta in _META.finditer(html, 0, end):
        attributes = _attributes(meta[1])
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            head.metas.setdefault(name.strip().lower(), unescape(content).strip())
    if title := _TITLE.search(html, 0, end):
        head.title = _SPACE.sub(" ", unescape(title[1])).strip()
    if language := _LANG.search(html, 0, 5000):
        head.language = language[1].lower()
    if (link := _CANONICAL.search(html, 0, end)) and (href := _HREF.search(link[0])):
        head.canonical = href[1]
    for node in _structured(html):
        _sort_in(node, head)
    return head


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(text)}


class Heading(NamedTuple):
    """A heading of the page: where it stands, its words, its level, whether it links to the front page."""

    start: int
    end: int
    text: str
    level: int
    leads_home: bool


def headings(html: str) -> list[Heading]:
    """The page's first headings of the three upper levels."""
    found = []
    for match in _HEADING.finditer(html):
        text = plain_text(match[2]) if len(match[2]) < 3000 else ""
        if text and len(text) < 400:
            found.append(Heading(match.start(), match.end(), text, int(match[1]), bool(_HOME_LINK.search(match[2]))))
            if len(found) >= _MOST_HEADINGS:
                break
    return found


def _structured(html: str) -> list[Any]:
    """JSON-LD blocks of the page; broken ones are mended where that is cheap, else left out."""
    blocks: list[Any] = []
    at = html.find("ld+json")
    while at >= 0:
        begin = html.find(">", at) + 1
        end = html.find("</script", begin)
        if begin <= 0 or end < 0:
            break
        loaded = _load(html[begin:end])
        if loaded is not None:
            blocks.append(loaded)
        at = html.find("ld+json", end)
    return blocks


def _load(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = text.replace("//<![CDATA[", "").replace("//]]>", "").replace("<![CDATA[", "").replace("]]>", "")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def types_of(node: Node) -> set[str]:
    """Types of a structured-data node, without a schema's address."""
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(one).rsplit("/", 1)[-1] for one in kinds if one}


def _sort_in(value: Any, head: Head, depth: int = 0) -> None:
    """Files articles and pages; what is listed, related or commented is not the page's own and stays out."""
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value:
            _sort_in(one, head, depth + 1)
        return
    if not isinstance(value, dict):
        return
    kinds = types_of(value)
    head.types |= kinds
    if kinds & _ARTICLE_TYPES:
        head.articles.append(value)
    elif kinds & _PAGE_TYPES:
        head.pages.append(value)
    for key in ("@graph", "mainEntity", "mainEntityOfPage", "article"):
        if isinstance(value.get(key), (dict, list)):
            _sort_in(value[key], head, depth + 1)
