"""Elements of a page found by search, without a parse, in time that grows with the page alone.

A pattern such as `<title[^>]*>(.*?)</title>` reads to the end of the page for every opening tag that is never closed: a
page of nothing but opening tags would keep a crawler busy for hours. Here a closing tag that is missing is looked for
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

MOST_TAG = 2000
"""Characters of an opening tag that are read."""

_TAG = re.compile(r"<[^<>]*>")


def elements(html: str, name: str) -> Iterator[tuple[str, str]]:
    """(opening tag, what stands inside) of every element of this name that is closed, in order."""
    opening, closing = _patterns(name)
    at = 0
    while (begin := opening.search(html, at)) and (end := closing.search(html, begin.end())):
        yield begin[0], html[begin.end() : end.start()]
        at = end.end()


def without(html: str, names: tuple[str, ...]) -> str:
    """The page without these elements, a space in the place of each; of one that is never closed only its tag goes."""
    for name in names:
        opening, closing = _patterns(name)
        kept, at = [], 0
        while (begin := opening.search(html, at)) and (end := closing.search(html, begin.end())):
            kept.append(html[at : begin.start()])
            at = end.end()
        html = " ".join([*kept, html[at:]]) if kept else html
    return html


def without_tags(html: str) -> str:
    """The page with a space in the place of every tag."""
    return _TAG.sub(" ", html)


@lru_cache(maxsize=32)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"<{name}\b[^<>]{{0,{MOST_TAG}}}>?", re.I),
        re.compile(rf"</{name}\s{{0,20}}>", re.I),
    )
