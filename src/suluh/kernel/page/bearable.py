"""A page cut where it is no page any more but a trap for whoever parses it.

Parsers look back over all open elements and over all attributes of a tag, so that a few hundred kilobytes of nothing
but opening tags keep them busy for hours. Browsers stop at 512 levels; no page of an office comes near the limits here.
"""

from __future__ import annotations

import re
from collections import Counter

MOST_DEPTH = 1500
MOST_ATTRIBUTES = 10_000
FEW_TAGS = 5000
"""A page with fewer is quick to parse, however its tags are nested."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_NEVER_OPEN = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path",
     "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop")
)  # fmt: skip
_CLOSED_BY_THE_NEXT = frozenset(
    ("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp")
)
"""Elements that mostly stand without a closing tag and are no deeper than what holds them."""


def bearable(html: str) -> str:
    """The page, or what stands before its first tag that is too deep or has too many attributes."""
    html = html[: _crowded_tag(html)]
    return html[: _too_deep(html)] if html.count("<") > FEW_TAGS else html


def _crowded_tag(html: str) -> int | None:
    """Where a tag with too many attributes begins."""
    at = 0
    for piece in html.split(">"):
        if len(piece) > 2 * MOST_ATTRIBUTES:
            begin = piece.rfind("<")
            if begin >= 0 and len(piece[begin:].split()) > MOST_ATTRIBUTES:
                return at + begin
        at += len(piece) + 1
    return None


def _too_deep(html: str) -> int | None:
    """Where the first element begins that lies too deep, as far as can be told without a parse."""
    depth, held = 0, Counter[str]()
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _NEVER_OPEN or name in _CLOSED_BY_THE_NEXT:
            continue
        if not tag[1]:
            held[name] += 1
            depth += 1
        elif held[name]:
            held[name] -= 1
            depth -= 1
        if depth > MOST_DEPTH:
            return tag.start()
    return None
