"""A page's title without the name of its site."""

from __future__ import annotations

import re
from html import unescape

from suluh.kernel.page.head import Head, headings

_SEPARATOR = re.compile(r"\s+(?:[|»«·•–—:]|::|-|—|/|<|>|~)\s+|\s*[|»]\s*")
_NORMAL = re.compile(r"\W+")


def page_title(head: Head, html: str) -> str | None:
    """The headline: what the title element and the first heading agree on, else what the page declares."""
    declared = head.metas.get("og:title") or _headline(head) or head.metas.get("twitter:title") or ""
    whole = head.title or declared
    for _, _, text in headings(html[head.body_start :]):
        if len(text) > 3 and (_same(text, declared) or _begins(whole, text) or _begins(declared, text)):
            return text
    if declared:
        return _without_site(unescape(declared), head.metas.get("og:site_name", ""))
    return _without_site(whole, head.metas.get("og:site_name", "")) or None


def _headline(head: Head) -> str:
    value = head.articles[0].get("headline") if len(head.articles) == 1 else None
    return value if isinstance(value, str) else ""


def _plain(text: str) -> str:
    return _NORMAL.sub(" ", text.lower()).strip()


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _begins(whole: str, part: str) -> bool:
    """True when a heading is the title element less the site's name, before or behind it."""
    longer, shorter = _plain(whole), _plain(part)
    if not shorter or len(shorter) < 0.35 * len(longer):
        return False
    return longer.startswith(shorter) or longer.endswith(shorter)


def _without_site(title: str, site: str) -> str:
    """Cuts the site's name, known or taken for the shorter end behind a separator."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip()
    if site:
        kept = [part for part in parts if _plain(part) != _plain(site)]
        if 0 < len(kept) < len(parts):
            begin = title.find(kept[0])
            return title[begin : title.rfind(kept[-1]) + len(kept[-1])].strip()
    if len(parts[0]) >= len(parts[-1]):
        return title[: title.rfind(parts[-1])].strip(" |»«·•–—:-/<>~")
    return title.strip()
