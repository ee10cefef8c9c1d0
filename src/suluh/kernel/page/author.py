"""Who wrote a page, where it says so."""

from __future__ import annotations

import re
from typing import Any

from suluh.kernel.page.head import Head, plain_text

_META_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
)
_BYLINE = re.compile(
    r"<(?:a|span|p|div|strong|b|address|cite|li|em|small)\b[^>]*"
    r"(?:rel\s*=\s*[\"']author|itemprop\s*=\s*[\"'](?:author|name)|class\s*=\s*[\"'][^\"']*"
    r"(?:byline|author|penulis|autor|fn\b|reporter|writer|post-by|postedby|created-?by))[^>]*>"
    r"(.{1,240}?)</(?:a|span|p|div|strong|b|address|cite|li|em|small)>",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    r">\s*(?:Oleh|Penulis|Ditulis oleh|Diposting oleh|Reporter|By|Written by|Posted by|Von|Autor|Par|Por)\s*:?\s*"
    r"(?:<[^>]+>\s*)*([A-Z][^<>|,\d]{2,50}?)\s*(?:<|\||,|-|\d)"
)
_LEAD = re.compile(
    r"^(?:(?:ditulis |diposting )?oleh|penulis|(?:written |posted )?by|von|par|por|autor|author|reporter)\b\s*:?\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[|,•·–]|\bpada\b|\bon\b|\d).*$", re.DOTALL)
_REACH = 60_000


def page_author(head: Head, html: str) -> str | None:
    """The author named in structured data, meta fields or the byline; a link to a profile is no name."""
    for node in head.articles[:1]:
        if name := _named(node.get("author")):
            return name
    for meta in _META_NAMES:
        if (value := head.metas.get(meta)) and (name := _clean(value)):
            return name
    body = html[head.body_start : head.body_start + _REACH]
    for found in _BYLINE.findall(body)[:4]:
        if name := _clean(plain_text(found)):
            return name
    said = _SAID.search(body)
    return _clean(plain_text(said[1])) if said else None


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for one in value if (name := _named(one))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            value = value[0] if value else None
    return _clean(value) if isinstance(value, str) else None


def _clean(text: str) -> str | None:
    name = _TAIL.sub("", _LEAD.sub("", plain_text(text))).strip(" :-")
    return name if 2 < len(name) < 70 and "http" not in name and "@" not in name and "<" not in name else None
