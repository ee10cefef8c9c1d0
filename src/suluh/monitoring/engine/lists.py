"""News lists: which groups of cards are posts, where the next page is, and which pages may hold lists at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from suluh.kernel.http.urls import join, split
from suluh.monitoring.engine.addresses import host_of, is_file, page_key, same_site, shape, telling
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
_WEEKS_OF_DAYS = 20
_FEWEST_UNDATED = 3
_SENTENCE = 4.5
_NAME_WORDS = 4
_ALIKE = 0.8
_PAGER_LETTERS = 90
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
    shapes = {pattern for address in known if telling(pattern := shape(address))}
    chosen = [group for group in groups if _is_news(group, shapes, wrapper, now)]
    if not chosen:
        chosen = [group for group in groups if _reads_like_news(group)][:1]
    posts = [_post(card) for group in chosen for card in _posts_of(group, shapes, wrapper)]
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


def _reads_like_news(group: Group) -> bool:
    """True for cards without days whose titles are sentences and whose addresses are of one telling form.

    Their articles will be asked for the day; what proves to be no article is dropped then.
    """
    if group.agenda or len(group.cards) < _FEWEST_UNDATED:
        return False
    forms = Counter(shape(card.url) for card in group.cards)
    form, alike = forms.most_common(1)[0]
    words = sum(len(card.title.split()) for card in group.cards) / len(group.cards)
    static = sum(_names_a_page(card.title) for card in group.cards)
    return telling(form) and alike >= _ALIKE * len(group.cards) and words >= _SENTENCE and static * 2 < len(group.cards)


def _names_a_page(title: str) -> bool:
    """True for a title that names a standing page; in a headline such a word stands further on."""
    few = len(title.split()) <= _NAME_WORDS
    return bool(_STATIC_WORDS.search(title) if few else _STATIC_WORDS.match(title))


def _posts_of(group: Group, shapes: set[str], wrapper: str | None) -> list[Card]:
    """The cards of a news group; those without a day only where their address is formed like a post's."""
    if wrapper is not None and group.signature == wrapper:
        return group.cards
    if not group.dated and not shapes:
        return group.cards
    formed = shapes | {pattern for card in group.cards if card.day and telling(pattern := shape(card.url))}
    return [card for card in group.cards if card.day is not None or shape(card.url) in formed]


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
    numbered: dict[int, LexborNode] = {}
    worded: str | None = None
    for anchor in tree.css("a[href]"):
        text = " ".join(anchor.text(separator=" ").split())
        if len(text) > 24 or not (found := _other(anchor.attributes.get("href"), url)):
            continue
        label = anchor.attributes.get("aria-label") or anchor.attributes.get("title") or ""
        if text.isdigit() and len(text) <= 3 and not _in_calendar(anchor):
            numbered.setdefault(int(text), anchor)
        elif worded is None and (_NEXT.match(text) or _NEXT.match(label)) and re.search(r"\d", found):
            worded = found
    forms = {number: _other(node.attributes.get("href"), url) or "" for number, node in numbered.items()}
    if worded is not None and (_related(worded, url) or _open_form(worded) in map(_open_form, forms.values())):
        return worded
    here = _page_number(url, forms)
    following = forms.get(here + 1)
    if following is None:
        return None
    return following if _related(following, url) or _in_pager(numbered[here + 1], here) else None


def _in_calendar(anchor: LexborNode) -> bool:
    """True in a cell of its own inside a table of many: a month of days, each linked to its archive."""
    node = anchor.parent
    while node is not None and node.tag not in ("body", "html"):
        if node.tag == "td" and not node.text().strip().isdigit():
            return False
        if node.tag == "table":
            return len(node.css("td")) > _WEEKS_OF_DAYS
        node = node.parent
    return False


def _in_pager(anchor: LexborNode, here: int) -> bool:
    """True when this page's own number stands close by, in a line of little else than numbers."""
    node = anchor.parent
    for _ in range(3):
        if node is None:
            return False
        words = node.text(separator=" ").split()
        if str(here) in words and sum(map(len, words)) <= _PAGER_LETTERS:
            return True
        node = node.parent
    return False


def _open_form(url: str) -> str:
    return re.sub(r"\d+", "0", url)


def _other(href: str | None, url: str) -> str | None:
    found = join_keeping_route(url, href) if href and not href.startswith("javascript") else None
    return found if found and page_key(found) != page_key(url) and same_site(found, url) else None


def _related(found: str, url: str) -> bool:
    """A further page keeps the path of the list or only adds to it."""
    here = re.sub(r"/(?:page|halaman|hal|p|index)?/?\d+/?$", "", split(url).path).rstrip("/")
    there = split(found).path.rstrip("/")
    return there.startswith(here) and bool(re.search(r"\d", found))


def _page_number(url: str, numbered: dict[int, str]) -> int:
    """The number of this page: as its address says, else the one that the numbered links leave out."""
    found = re.search(r"(?:[?&](?:page|paged|halaman|hal|p|pg|hlm)=|/(?:page|halaman|hal|p|index)/)(\d{1,3})", url)
    if found:
        return int(found[1])
    gaps = sorted(number + 1 for number in numbered if number > 0 and number + 2 in numbered)
    return next((number for number in gaps if number not in numbered), 1)


def list_candidates(tree: LexborHTMLParser, home: str, known: Collection[str]) -> list[str]:
    """Pages of the site that may hold its news list, most likely first.

    Judged by the words of the link, by its words in the address, and by being the folder of posts already known.
    """
    posts = {page_key(address) for address in known}
    folders = Counter(folder for address in known if (folder := _folder(address)))
    scores: dict[str, float] = {}
    for anchor in tree.css("a[href]"):
        url = join_keeping_route(home, anchor.attributes.get("href") or "")
        if url is None or not same_site(url, home) or is_file(url) or page_key(url) in {page_key(home), *posts}:
            continue
        text = " ".join(anchor.text(separator=" ").split())
        if len(text) > 40 or not any(sign.isalpha() for sign in text):
            continue
        score = _score(text, url, folders)
        if score > 0:
            scores[url] = max(scores.get(url, 0.0), score)
    guessed = [url for folder in folders if (url := join(home, folder)) and url not in scores]
    ranked = sorted(scores, key=lambda url: -scores[url])
    found: dict[str, str] = {}
    for url in [*ranked, *guessed]:
        found.setdefault(page_key(url), url)
    return list(found.values())


def _score(text: str, url: str, folders: Counter[str]) -> float:
    parts = split(url)
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
    pieces = split(address).path.strip("/").split("/")[:-1]
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
        if page_key(url) != page_key(home) and not _STATIC_WORDS.search(f"{text} {split(url).path}"):
            found.setdefault(page_key(url), url)
    return list(found.values())
