"""News lists: which groups of cards are posts, where the next page is, and which pages may hold lists at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from suluh.kernel.http.urls import join
from suluh.monitoring.engine.addresses import host_of, is_file, page_key, same_site, shape
from suluh.monitoring.engine.cards import Card, Group, join_keeping_route, read_groups
from suluh.monitoring.engine.days import local_today
from suluh.monitoring.engine.values import PostSeen

_NEWS = re.compile(
    r"\b(?:berita|kabar|warta|news|artikel|article|informasi terkini|info terkini|publikasi|rilis|siaran pers|press|"
    r"liputan|kegiatan|blog|post|posts|jurnal|cerita|catatan|buletin|terkini|terbaru|arsip|indeks|index berita|"
    r"ruang media|media center|pengumuman|kilas|sorotan|update)\b",
    re.I,
)
_ALL = re.compile(r"\b(?:semua|lainnya|indeks|arsip|selengkapnya|more|all|lihat)\b", re.I)
_NEXT = re.compile(
    r"^\W*(?:next|selanjutnya|berikutnya|berikut|older(?: posts)?|lebih lama|lama|pos(?:ting)?an lama|muat lagi|"
    r"halaman (?:selanjutnya|berikutnya)|lanjut)\W*$|^\s*[»›>→]+\s*$",
    re.I,
)
_STATIC_WORDS = re.compile(
    r"profil|visi|struktur|sejarah|tugas|kontak|contact|layanan|ppid|unduh|download|galeri|foto|video|login|agenda|"
    r"peta|statistik|regulasi|faq|tentang",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ListPage:
    """What one page announces. `signatures`: the groups that were taken for posts."""

    posts: list[PostSeen]
    next_url: str | None
    signatures: tuple[str, ...] = ()


def read_list(
    tree: LexborHTMLParser, url: str, home: str, now: datetime, known: Iterable[str] = (), wrapper: str | None = None
) -> ListPage:
    """Posts announced on a page, in page order.

    Groups count that carry days, or that repeat addresses shaped like known posts (`known`), or that match the
    `wrapper` signature learned on earlier visits.
    """
    groups = read_groups(tree, url, home, now)
    shapes = {shape(address) for address in known}
    chosen = [group for group in groups if _is_news(group, shapes, wrapper, now)]
    posts = [_post(card) for group in chosen for card in group.cards]
    return ListPage(posts, next_page(tree, url), tuple(group.signature for group in chosen))


def _is_news(group: Group, shapes: set[str], wrapper: str | None, now: datetime) -> bool:
    if group.agenda:
        return False
    if wrapper is not None and group.signature == wrapper:
        return True
    ahead = sum(card.day is not None and card.day.day > local_today(now) for card in group.cards)
    if ahead >= 2 and ahead * 3 >= group.dated:
        return False  # what mostly lies in the future is a calendar
    if group.dated and group.dated * 2 >= len(group.cards):
        return True
    alike = sum(shape(card.url) in shapes for card in group.cards)
    return bool(shapes) and alike * 2 > len(group.cards)


def _post(card: Card) -> PostSeen:
    day = card.day
    return PostSeen(
        url=card.url,
        title=card.title,
        published=day.day if day else None,
        source="list",
        precision=day.precision if day else None,
        confidence=min(day.confidence, 0.9) if day else 0.0,
    )


def next_page(tree: LexborHTMLParser, url: str) -> str | None:
    """Address of the following page of a list, from rel=next, its words, or the number after this page's."""
    for node in tree.css("link[rel=next],a[rel~=next]"):
        if found := _other(node.attributes.get("href"), url):
            return found
    numbered: dict[int, str] = {}
    for anchor in tree.css("a[href]"):
        text = " ".join(anchor.text(separator=" ").split())
        label = anchor.attributes.get("aria-label") or anchor.attributes.get("title") or ""
        href = anchor.attributes.get("href")
        if len(text) <= 24 and (_NEXT.match(text) or _NEXT.match(label)) and (found := _other(href, url)):
            if _related(found, url):
                return found
        elif text.isdigit() and len(text) <= 3 and (found := _other(href, url)) and _related(found, url):
            numbered.setdefault(int(text), found)
    return numbered.get(_page_number(url) + 1)


def _other(href: str | None, url: str) -> str | None:
    found = join_keeping_route(url, href) if href and not href.startswith("javascript") else None
    return found if found and page_key(found) != page_key(url) and same_site(found, url) else None


def _related(found: str, url: str) -> bool:
    """A further page keeps the path of the list or only adds to it."""
    here = re.sub(r"/(?:page|halaman|hal|p|index)?/?\d+/?$", "", urlsplit(url).path).rstrip("/")
    there = urlsplit(found).path.rstrip("/")
    return there.startswith(here) and bool(re.search(r"\d", found))


def _page_number(url: str) -> int:
    found = re.search(r"(?:[?&](?:page|paged|halaman|hal|p|pg|hlm)=|/(?:page|halaman|hal|p|index)/)(\d{1,3})", url)
    if found:
        return int(found[1])
    tail = re.search(r"/(\d{1,3})/?$", urlsplit(url).path)
    return int(tail[1]) if tail else 1


def list_candidates(tree: LexborHTMLParser, home: str, known: Iterable[str]) -> list[str]:
    """Pages of the site that may hold its news list, most likely first.

    Judged by the words of the link, by its words in the address, and by being the folder of posts already known.
    """
    folders = Counter(folder for address in known if (folder := _folder(address)))
    scores: dict[str, float] = {}
    for anchor in tree.css("a[href]"):
        href = anchor.attributes.get("href") or ""
        url = join_keeping_route(home, href)
        if url is None or not same_site(url, home) or is_file(url) or page_key(url) == page_key(home):
            continue
        text = " ".join(anchor.text(separator=" ").split())
        if len(text) > 40:
            continue
        score = _score(text, url, folders)
        if score > 0:
            scores[url] = max(scores.get(url, 0.0), score)
    guessed = [url for folder in folders if (url := join(home, folder)) and url not in scores]
    ranked = sorted(scores, key=lambda url: -scores[url])
    return list({page_key(url): url for url in [*ranked, *guessed]}.values())


def _score(text: str, url: str, folders: Counter[str]) -> float:
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    words = re.sub(r"[-_/.?=&]", " ", path + " " + parts.query + " " + parts.fragment)
    score = 2.0 * bool(_NEWS.search(text)) + 1.0 * bool(_NEWS.search(words))
    score += 3.0 * (folders.get(path, 0) >= 2)
    score += 1.0 * bool(_ALL.search(text)) * bool(score)
    if re.search(r"\b(?:berita|news|kabar|warta|artikel)\b", f"{text} {words}", re.I):
        score += 1.0
    score -= 1.5 * bool(_STATIC_WORDS.search(f"{text} {words}"))
    return score - 0.3 * max(0, path.count("/") - 2)


def _folder(address: str) -> str | None:
    """The folder above a post, without dates: `/berita/2026/5/11/x` gives `/berita`."""
    pieces = urlsplit(address).path.strip("/").split("/")[:-1]
    while pieces and pieces[-1].isdigit():
        pieces.pop()
    return "/" + "/".join(pieces) if pieces and host_of(address) else None


def menu_pages(tree: LexborHTMLParser, home: str) -> list[str]:
    """Pages linked by short words from the home page, for sites whose words for news nobody foresaw."""
    found: dict[str, str] = {}
    for anchor in tree.css("a[href]"):
        url = join_keeping_route(home, anchor.attributes.get("href") or "")
        text = " ".join(anchor.text(separator=" ").split())
        if url is None or not 3 <= len(text) <= 30 or not same_site(url, home) or is_file(url):
            continue
        if page_key(url) != page_key(home) and not _STATIC_WORDS.search(f"{text} {urlsplit(url).path}"):
            found.setdefault(page_key(url), url)
    return list(found.values())
