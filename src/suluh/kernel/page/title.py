"""A page's title without the name of its site, and where it stands on the page."""

from __future__ import annotations

import re
from html import unescape

from suluh.kernel.page.head import Head, Heading, headings
from suluh.kernel.page.reading import Kind

_SEPARATOR = re.compile(r"\s+(?:[|»«·•–—]|::|-|—|/|<|>|~)\s+|\s*[|»]\s*|\s*\.?::\.?\s*")
_PARTS = re.compile(_SEPARATOR.pattern + r"|\s*:\s+")
_SITE = re.compile(
    r"(?:website|situs|portal|selamat datang|official|pemerintah|pemkab|pemkot|dinas|badan|kecamatan|kelurahan|desa"
    r"|rsud|puskesmas|sekretariat|bagian|inspektorat|kantor|satuan|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
"""How the names of government sites begin."""

_WORDS = 3
"""A headline has at least so many."""

_NORMAL = re.compile(r"\W+")


def page_title(head: Head, html: str, kind: Kind) -> str | None:
    """The headline: what the title element and a heading agree on, else what the page declares.

    Where every page of a site bears the site's name as its title, an article's only heading is its headline.
    """
    declared = unescape(head.metas.get("og:title") or _headline(head) or head.metas.get("twitter:title") or "")
    found = headings(html[head.body_start :])
    agreed = _agreed(found, declared, head.title)
    if agreed:
        return agreed.text
    if kind is Kind.ARTICLE and not declared and _says_little(head.title) and (lone := _lone(found)):
        return lone
    title = _without_site(declared or head.title, head.metas.get("og:site_name", ""))
    return title or next((one.text for one in found if one.level == 1), None)


def title_place(body: str, head: Head) -> tuple[int, int] | None:
    """Where the page's title stands in its body, scripts taken out or not."""
    found = headings(body)
    agreed = _agreed(found, unescape(head.metas.get("og:title") or _headline(head)), head.title)
    if agreed:
        return agreed.start, agreed.end
    first = [one for one in found if one.level == 1]
    if first:
        longest = max(first, key=lambda one: len(one.text))
        return longest.start, longest.end
    for part in sorted(_SEPARATOR.split(head.title), key=len, reverse=True)[:2]:
        at = body.find(part) if len(part) > 12 else -1
        if at >= 0:
            return at, at + len(part)
    return (found[0].start, found[0].end) if found else None


def _agreed(found: list[Heading], declared: str, title: str) -> Heading | None:
    """The heading that is the declared title, or that part of the title element which is not the site's name."""
    parts = {_plain(part) for whole in (declared, title) for part in (whole, *_PARTS.split(whole)) if part.strip()}
    same = [one for one in found if not one.leads_home and _plain(one.text) in parts]
    if same:
        exact = _plain(declared)
        return max(
            same, key=lambda one: (_plain(one.text) == exact, not _SITE.match(one.text), -one.level, len(one.text))
        )
    wholes = (_plain(declared), _plain(title))
    close = [one for one in found if not one.leads_home and any(_begins(longer, _plain(one.text)) for longer in wholes)]
    return max(close, key=lambda one: (not _SITE.match(one.text), len(one.text)), default=None)


def _says_little(title: str) -> bool:
    """True when no part of a title element is more than the site's name or a word or two."""
    return all(_SITE.match(part) or len(part.split()) < _WORDS for part in _SEPARATOR.split(title) if part.strip())


def _lone(found: list[Heading]) -> str | None:
    """The one heading of the highest rank, apart from names of sites and mere words; None where there are several."""
    for level in (1, 2):
        own = [
            one.text
            for one in found
            if one.level == level
            and not one.leads_home
            and not _SITE.match(one.text)
            and len(one.text.split()) >= _WORDS
        ]
        if own:
            return own[0] if len(own) == 1 else None
    return None


def _headline(head: Head) -> str:
    value = head.articles[0].get("headline") if len(head.articles) == 1 else None
    return value if isinstance(value, str) else ""


def _plain(text: str) -> str:
    return _NORMAL.sub(" ", text.lower()).strip()


def _begins(longer: str, shorter: str) -> bool:
    """True when a heading is the title element less the site's name, before or behind it."""
    if len(shorter) < 6 or len(shorter) < 0.35 * len(longer):
        return False
    return longer.startswith(shorter) or longer.endswith(shorter)


def _without_site(title: str, site: str) -> str:
    """Cuts the site's name: the known one, else the last part, unless the first is a mere word or two."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip()
    known = [part for part in parts if _plain(part) == _plain(site)]
    named = [part for part in parts if _SITE.match(part)]
    if not known and 0 < len(named) < len(parts):
        known = named[-1:] if _SITE.match(parts[-1]) else named[:1]
    own = [part for part in parts if part not in known] if known else parts[:-1]
    if not own or (not known and len(own[0].split()) < 3 and len(parts[-1]) > len(own[0])):
        return max(parts, key=len).strip()
    begin = title.find(own[0])
    return title[begin : title.rfind(own[-1]) + len(own[-1])].strip(" |»«·•–—:-/<>~")
