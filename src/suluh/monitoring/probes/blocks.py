"""What an outline of a page is made of: blocks, links, forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from suluh.kernel.http.urls import split

DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|csv|ods|odt|zip|rar|json|xml)$", re.I)
DOCUMENT_HOSTS = re.compile(
    r"(drive|docs)\.google\.com/(file|uc|open|document|spreadsheets)|/s/[A-Za-z0-9]{10,}|dropbox\.com"
)
DOWNLOAD = re.compile(r"/(unduh|download|getfile|dl)(/|\?|$)|[?&](file|unduh|download)=", re.I)


@lru_cache(maxsize=8192)
def _is_document(url: str) -> bool:
    path = split(url).path
    return bool(DOCUMENT.search(path) or DOCUMENT_HOSTS.search(url) or DOWNLOAD.search(url))


@dataclass(slots=True)
class Link:
    """One link of a page. `context` is what stands around a link whose own text says nothing."""

    url: str
    raw: str
    text: str
    context: str = ""
    region: str = "main"  # main | menu | foot | aside
    opens: bool = False  # has a submenu or opens a part of the page

    @property
    def label(self) -> str:
        """What the link says, by itself or by what stands around it."""
        return self.context or self.text

    @property
    def is_document(self) -> bool:
        """True when it leads to a file rather than to a page."""
        return _is_document(self.url)

    @property
    def is_web(self) -> bool:
        """True when it leads to an address that can be fetched."""
        return self.url.startswith(("http://", "https://"))


@dataclass(slots=True)
class Block:
    """One block of a page. `level` 1–6 for headings, 7 for heading-like lines, 0 for others."""

    kind: str  # heading | text | image | embed | row
    text: str
    region: str
    level: int = 0
    links: list[Link] = field(default_factory=list)
    source: str = ""  # of images and embeds

    @property
    def mark(self) -> str:
        """What tells this block from others: its words and its kind, or the address of a picture."""
        linked = "a" if self.link_share > 0.5 else ""
        return self.source or f"{self.level or ''}{linked}:{self.text}"

    @property
    def link_share(self) -> float:
        """Share of the text that is links, 0–1."""
        return min(1.0, sum(len(link.text) for link in self.links) / max(1, len(self.text)))


@dataclass(slots=True)
class FormSeen:
    """A form that a visitor may fill in: its fields by type and name, and the words around it."""

    action: str
    method: str
    text: str
    mark: str  # id and class
    fields: list[tuple[str, str]] = field(default_factory=list)
    submit: bool = False


@dataclass(slots=True)
class Outline:
    """Blocks, links and forms of one page, in document order."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    forms: list[FormSeen] = field(default_factory=list)
