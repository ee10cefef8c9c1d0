"""Who wrote a page, where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any

from suluh.kernel.lexicon.dates import read_dates
from suluh.kernel.page.head import Head, plain_text
from suluh.kernel.page.title import title_place

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
    r"<(?:a|span|p|div|strong|b|address|cite|li|em|small)\b(?=[^>]{0,300}?(?:rel\s*=\s*[\"']author"
    r"|itemprop\s*=\s*[\"']author|class\s*=\s*[\"'][^\"'>]{0,200}?"
    r"(?:byline|author|penulis|autor|fn\b|reporter|writer|post-by|postedby|created-?by)))[^>]{0,400}>"
    r"(.{1,240}?)</(?:a|span|p|div|strong|b|address|cite|li|em|small)>",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE_WORDS = (
    "author",
    "byline",
    "penulis",
    "autor",
    '"fn',
    "'fn",
    "reporter",
    "writer",
    "created",
    "postedby",
    "post-by",
)
_SAID = re.compile(
    r"(?:[>|(]|\s)(?:[Oo]leh|OLEH|Penulis|Pengirim|Kontributor|Pewarta|Reporter|By|BY|by"
    r"|Written by|Von|von|Autor|Par|par|Por|por)\s*:?\s*"
    r"(?:<[^>]+>\s*)*([A-Z][^<>|,\d]{2,50}?)\s*(?:<|\||,|-|\d|·|&middot;| pada | on | am | le )"
)
_BLOCK_ENDS = re.compile(
    r"</?(?:p|div|li|h[1-6]|dl|dd|dt|header|footer|section|article|ul|td|tr|table|body|img|hr)\b[^>]*>|<br"
)
_BETWEEN = re.compile(r"\s*(?:[|/•·–,]|\s-\s|<[^>]+>)\s*")
_NO_NAME = re.compile(
    r"\d|dibaca|dilihat|dipublikasi|diterbitkan|posted|tanggal|hari|pukul|views|komentar|comment|kategori|update|berita"
    r"|senin|selasa|rabu|kamis|jum|sabtu|minggu|:",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:ditulis |diposting |dikirim )?oleh|penulis|(?:written |posted )?by|von|par|por|auth?or|reporter)\b[\s:]*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[|,•·–]|\s-\s|\bpada\b|\bon\b|\d).*$", re.DOTALL)
_REACH = 60_000


def page_author(head: Head, html: str, day: date | None = None, now: datetime | None = None) -> str | None:
    """The author named in structured data, meta fields or the byline; a link to a profile is no name.

    A name without any label counts where it stands beside the page's date, `day`.
    """
    for node in head.articles[:1]:
        if name := _named(node.get("author")):
            return name
    for meta in _META_NAMES:
        if (value := head.metas.get(meta)) and (name := _clean(value)):
            return name
    body = html[head.body_start : head.body_start + _REACH]
    for found in _bylines(body):
        if name := _clean(plain_text(found)):
            return name
    place = title_place(body, head)
    if place is None:
        return None
    near = body[max(0, place[0] - 400) : place[1] + 1500]
    if (said := _SAID.search(near)) and (name := _clean(plain_text(said[1]))):
        return name
    return _beside_date(body, day, now) if day and now else None


def _bylines(body: str) -> Iterator[str]:
    """Contents of the first elements whose attributes say author; found by words, for the pattern alone is slow."""
    for word in _BYLINE_WORDS:
        at = -1
        for _ in range(3):
            at = body.find(word, at + 1)
            if at < 0:
                break
            begin = body.rfind("<", max(0, at - 300), at)
            if begin >= 0 and (found := _BYLINE.match(body, begin)):
                yield found[1]


def _beside_date(body: str, day: date, now: datetime) -> str | None:
    """The name in a line such as "Admin, 21 November 2026" or "Tim Redaksi / 2 November 2026"."""
    for line in _BLOCK_ENDS.split(unescape(body)):
        if (
            str(day.year) not in line
            or len(line) > 400
            or len(plain_text(line)) > 150
            or not any(one.date == day for one in read_dates(line, now))
        ):
            continue
        for part in _BETWEEN.split(line):
            name = plain_text(part).strip(" :-")
            if (
                2 < len(name) < 50
                and name[0].isupper()
                and not name.isupper()
                and not _NO_NAME.search(name)
                and len(name.split()) <= 5
            ):
                return name
    return None


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
