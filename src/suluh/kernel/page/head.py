"""What a page says about itself in its head and its structured data, found without parsing the page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any, NamedTuple

_META = re.compile(r"<meta\b((?>[^>\"']+|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL)
_LANG = re.compile(r"<html\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([a-zA-Z]{2,3})\b")
_BODY = re.compile(r"<body\b([^>]*)>")
_HEADING = re.compile(r"<h([1-3])\b[^>]{0,600}>")
_TAGS = re.compile(r"<[^>]*>")
_UPPER_TAG = re.compile(r"</?[A-Z][A-Za-z0-9]*")
_SPACE = re.compile(r"\s+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_HOME_LINK = re.compile(r"href=[\"'](?:https?://[^/\"']+)?/?[\"']")
_MOST_HEADINGS, _MOST_OPENINGS, _MOST_METAS = 24, 200, 400
_TAG_LIMIT, _TITLE_LIMIT = 6000, 600
_HEAD_LIMIT = 300_000
_PUBLISHED_VALUE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_ARTICLE_TYPE = re.compile(r"\"(?:\w*Article|BlogPosting)\"")
_ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle", "TechArticle",
     "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "ScholarlyArticle",
     "MedicalScholarlyArticle", "SatiricalArticle", "DiscussionForumPosting", "PodcastEpisode",
     "AdvertiserContentArticle", "SocialMediaPosting", "Review")
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
    body_start: int = 0


def plain_text(fragment: str) -> str:
    """Words of an HTML fragment on one line."""
    return _SPACE.sub(" ", unescape(_TAGS.sub(" ", fragment))).strip()


def lower_tags(html: str) -> str:
    """The page with its tag names in lower case, so that searches need not look for both."""
    begin = html[: _HEAD_LIMIT // 10]
    if any(tag in begin for tag in ("<HEAD", "<BODY", "<META", "<DIV", "<P>", "<SCRIPT")):
        return _UPPER_TAG.sub(lambda found: found[0].lower(), html)
    return html


def read_head(html: str) -> Head:
    """Everything of the head in a few searches; tag names are expected in lower case."""
    head = Head()
    at = html.find("<body", 0, _HEAD_LIMIT)
    body = _BODY.match(html, at, at + _TAG_LIMIT) if at >= 0 else None
    end = at if body else min(len(html), _HEAD_LIMIT // 3)
    if body:
        attributes = _attributes(body[1])
        head.body_class = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
        head.body_start = body.end()
    _read_metas(html, end, head)
    at = html.find("<title", 0, end)
    if at >= 0 and (title := _TITLE.match(html, at, at + _TAG_LIMIT)):
        head.title = _SPACE.sub(" ", unescape(title[1])).strip()[:_TITLE_LIMIT]
    if language := _LANG.search(html, 0, 5000):
        head.language = language[1].lower()
    for node in _structured(html):
        _sort_in(node, head)
    return head


def _read_metas(html: str, end: int, head: Head) -> None:
    at = html.find("<meta", 0, end)
    for _ in range(_MOST_METAS):
        if at < 0:
            return
        meta = _META.match(html, at, min(at + _TAG_LIMIT, end))
        if meta:
            attributes = _attributes(meta[1])
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            content = attributes.get("content")
            if name and content:
                head.metas.setdefault(name.strip().lower(), unescape(content).strip())
        at = html.find("<meta", at + 5, end)


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
    found: list[Heading] = []
    for opening in islice(_HEADING.finditer(html), _MOST_OPENINGS):
        end = html.find(f"</h{opening[1]}", opening.end(), opening.end() + _TAG_LIMIT)
        inside = html[opening.end() : end] if end > 0 else ""
        text = plain_text(inside)
        if text and len(text) < 400:
            found.append(Heading(opening.start(), end, text, int(opening[1]), bool(_HOME_LINK.search(inside))))
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
    salvaged = _PUBLISHED_VALUE.search(text)
    return {"@type": "Article", "datePublished": salvaged[1]} if salvaged and _ARTICLE_TYPE.search(text) else None


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
