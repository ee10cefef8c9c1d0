"""The repeated blocks of a page that each announce one other page: found by structure, whatever the class names.

A *card* is the largest block around a link that leads to only one page with a title. Cards that hang under the same
parent form a *group*: a news list, a sidebar, an agenda.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from suluh.kernel.http.urls import join
from suluh.monitoring.engine.addresses import may_be_post, page_key, same_site, url_day
from suluh.monitoring.engine.days import Day, any_day, visible_day

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MORE = re.compile(
    r"^\W*(?:(?:baca|lihat|read|klik)?\s*"
    r"(?:selengkapnya|lengkapnya|lebih lanjut|lanjut(?:kan)?|detail|more|rincian|berita ini)"
    r"|baca|lihat|detail|simak|buka|selanjutnya|read)\W*$",
    re.I,
)
_AGENDA = re.compile(r"agenda|jadwal|kalender|calendar|upcoming|event\b|acara|akan datang|mendatang", re.I)
_MAY_NAME_DAY = re.compile(r"\d|lalu|kemarin|hari ini|barusan|ago\b|yesterday", re.I)
_CLOCK = re.compile(r"^\W*(?:hari ini|sekarang|today|jam|waktu)\b.{0,15}\d{1,2}\s+\w+\s+\d{4}", re.I)
_CHROME = re.compile(r"\b(?:nav|navbar|menu|breadcrumb|footer|pagination|pager|social|dropdown|submenu)", re.I)
_SHORT = 80
_BADGE = 60
_BADGE_PART = 20
_MOST_LINKS = 8
_NO_TITLE = "\0"


@dataclass(frozen=True, slots=True)
class Card:
    """One announced page."""

    url: str
    title: str
    day: Day | None


@dataclass(slots=True)
class Group:
    """Cards under one parent. `signature` is the same for the same list on another visit or page."""

    signature: str
    cards: list[Card] = field(default_factory=list)
    agenda: bool = False

    @property
    def dated(self) -> int:
        """How many of its cards carry a day."""
        return sum(card.day is not None for card in self.cards)


def with_days_between(cards: list[Card], blocks: list[LexborNode], now: datetime) -> list[Card]:
    """Cards whose days stand beside them, not inside: in the lines before each, or in those after each."""
    before, after = _lines_around(blocks)
    sides = [[next((day for line in lines if (day := visible_day(line, now))), None) for lines in side]
             for side in (before, after)]  # fmt: skip
    days = sides[0] if sides[0][0] is not None else sides[1]
    if sum(day is not None for day in days) * 2 < len(days):
        return cards
    return [replace(card, day=day or card.day) for card, day in zip(cards, days, strict=True)]


def _lines_around(blocks: list[LexborNode]) -> tuple[list[list[str]], list[list[str]]]:
    """For each block the short texts between it and the block before, and between it and the next."""
    places = {block.mem_id: at for at, block in enumerate(blocks)}
    before: list[list[str]] = [[] for _ in blocks]
    after: list[list[str]] = [[] for _ in blocks]
    parent = blocks[0].parent
    current, waiting = -1, list[str]()
    for node in parent.iter(include_text=True) if parent is not None else ():
        if node.mem_id in places:
            current = places[node.mem_id]
            before[current], waiting = waiting, []
            continue
        lines = _day_lines(node)
        waiting += lines
        if current >= 0:
            after[current] += lines
        if not lines and node.tag in _HEADINGS:
            waiting = []
    return before, after


def _day_lines(node: LexborNode) -> list[str]:
    """Short texts beside a card that may name its day: all of the block, or parts of a longer one."""
    text = _words(node)
    if len(text) > _SHORT:
        apart = node.tag == "-text" or node.css_first("a[href]") is not None  # what links on has days of its own
        return [] if apart else list(_short_lines(node, _NO_TITLE))
    return [text] if len(text) >= 4 and _MAY_NAME_DAY.search(text) and not _CLOCK.search(text) else []


@dataclass(slots=True)
class _Candidate:
    url: str
    anchor: LexborNode
    title: str


def read_groups(tree: LexborHTMLParser, page_url: str, home: str, now: datetime) -> list[Group]:
    """All groups of cards on a page, in page order. Menus, footers and breadcrumbs are not looked at."""
    candidates = list(_candidates(tree, page_url, home))
    pages_under = _pages_under([*((one.anchor, one.url) for one in candidates), *_foreign(tree, page_url, home)])
    groups: dict[int, Group] = {}
    blocks: dict[int, list[LexborNode]] = defaultdict(list)
    taken: set[tuple[int, str]] = set()
    containers: dict[int, int] = {}
    for candidate in candidates:
        block = _block(candidate, pages_under)
        beside = block.parent.mem_id if block.parent is not None else block.mem_id
        if beside not in containers:
            containers[beside] = _container(block)
        container = containers[beside]
        mark = (container, page_key(candidate.url))
        if mark in taken:
            continue
        taken.add(mark)
        if container not in groups:
            groups[container] = Group(_signature(block), agenda=_is_agenda(block, page_url))
        group = groups[container]
        title = candidate.title or _heading_in(block)
        if title:
            day = _day_in(block, title, now) or url_day(candidate.url)
            group.cards.append(Card(candidate.url, title, day))
            blocks[container].append(block)
    for container, group in groups.items():
        if len(group.cards) > 1 and not any(card.day and card.day.precision != "month" for card in group.cards):
            group.cards = with_days_between(group.cards, blocks[container], now)
    return [group for group in groups.values() if group.cards]


def _candidates(tree: LexborHTMLParser, page_url: str, home: str) -> Iterator[_Candidate]:
    here = page_key(page_url)
    best: dict[str, str] = {}
    found: list[_Candidate] = []
    chrome: dict[int, bool] = {}
    for anchor in tree.css("a[href]"):
        url = join_keeping_route(page_url, anchor.attributes.get("href") or "")
        if url is None or page_key(url) == here or not may_be_post(url, home) or _in_chrome(anchor, chrome):
            continue
        title = _title_of(anchor)
        if title is None:
            continue
        key = page_key(url)
        if len(title) > len(best.get(key, "")):
            best[key] = title
        found.append(_Candidate(url, anchor, title))
    for candidate in found:
        candidate.title = candidate.title or best.get(page_key(candidate.url), "")
        yield candidate


def join_keeping_route(base: str, href: str) -> str | None:
    """Absolute address of a link; the route of a single-page application (`#/berita/1`) is kept."""
    if href.startswith(("#/", "#!/")):
        return base.split("#", 1)[0] + href
    url = join(base, href)
    if url is not None and ("#/" in href or "#!/" in href):
        return url + href[href.index("#") :]
    return url


def _title_of(anchor: LexborNode) -> str | None:
    """The title an anchor carries, "" when it only says "read more", None when it is no announcement."""
    inside = anchor.css_first(",".join(_HEADINGS))
    text = _words(inside if inside is not None else anchor)
    if _MORE.match(text):
        return ""
    if inside is not None:
        return text or None
    parent = anchor.parent
    in_heading = parent is not None and (parent.tag in _HEADINGS or (parent.parent and parent.parent.tag in _HEADINGS))
    if in_heading and len(text) >= 4:
        return text
    if len(text) >= 18 or text.count(" ") >= 3:
        return text if len(text) <= 250 else _first_line(anchor)
    if not text and anchor.css_first("img") is not None:
        return ""
    return None


def _first_line(anchor: LexborNode) -> str | None:
    """The title inside a link that wraps a whole card without a heading: its first block of some length."""
    for node in anchor.css("strong,b,p,span,div"):
        text = _words(node)
        if 15 <= len(text) <= 200:
            return text
    return None


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _in_chrome(anchor: LexborNode, known: dict[int, bool]) -> bool:
    """True inside a menu, footer or breadcrumb. `known` keeps the verdict on every block above, by identity."""
    node = anchor.parent
    passed: list[int] = []
    verdict = False
    while node is not None and (tag := node.tag) not in ("body", "html", "main", "article"):
        mark = node.mem_id
        if mark in known:
            verdict = known[mark]
            break
        passed.append(mark)
        if tag in ("nav", "footer") or _is_chrome(node):
            verdict = True
            break
        node = node.parent
    for mark in passed:
        known[mark] = verdict
    return verdict


def _is_chrome(node: LexborNode) -> bool:
    attributes = node.attributes
    marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return marks != " " and _CHROME.search(marks) is not None


def _foreign(tree: LexborHTMLParser, page_url: str, home: str) -> Iterator[tuple[LexborNode, str]]:
    """Headlines of other sites on the page: no cards of this one, but where they stand no card of this one is."""
    for anchor in tree.css("a[href^=http]"):
        url = join(page_url, anchor.attributes.get("href") or "")
        if url is not None and not same_site(url, home) and _title_of(anchor):
            yield anchor, url


def _pages_under(links: list[tuple[LexborNode, str]]) -> dict[int, set[str]]:
    """Pages announced below each element, by its identity."""
    under: dict[int, set[str]] = defaultdict(set)
    for anchor, url in links:
        key = page_key(url)
        node: LexborNode | None = anchor
        while node is not None and node.tag != "html":
            under[node.mem_id].add(key)
            node = node.parent
    return under


def _block(candidate: _Candidate, under: dict[int, set[str]]) -> LexborNode:
    node = candidate.anchor
    while node.parent is not None and node.parent.tag not in ("body", "html", "main"):
        if len(under.get(node.parent.mem_id, ())) > 1 or _too_wide(node.parent):
            break
        node = node.parent
    return node


def _too_wide(node: LexborNode) -> bool:
    """True for a block that holds more than one announcement could: menus, forms, many links."""
    return node.css_first("nav,header,footer,form,script[src]") is not None or len(node.css("a")) > _MOST_LINKS


def _container(block: LexborNode) -> int:
    """Identity of what holds a list's cards; rows of a grid count as one with their grid."""
    parent = block.parent
    if parent is None:
        return block.mem_id
    above = parent.parent
    siblings = [node for node in above.iter() if node.tag == parent.tag] if above is not None else []
    is_row = above is not None and above.tag not in ("body", "html", "main") and len(siblings) > 1
    same_class = is_row and len({node.attributes.get("class") for node in siblings}) == 1
    headed = any(node.tag in _HEADINGS for node in above.iter()) if above is not None else False
    return above.mem_id if above is not None and same_class and not headed else parent.mem_id


def _signature(block: LexborNode) -> str:
    names: list[str] = []
    node: LexborNode | None = block
    while node is not None and node.tag != "html" and len(names) < 12:
        names.append(node.tag or "")
        node = node.parent
    first_class = (block.attributes.get("class") or "").split()[:1]
    parent_class = (block.parent.attributes.get("class") or "").split()[:1] if block.parent is not None else []
    return "<".join([".".join([names[0], *first_class]), ".".join([*names[1:2], *parent_class]), *names[2:]])


def _is_agenda(block: LexborNode, page_url: str) -> bool:
    if re.search(r"/(?:agenda|event|events|jadwal|kalender|calendar|acara)(?:/|$|\.|-)", page_url, re.I):
        return True
    node: LexborNode | None = block
    for _ in range(4):
        if node is None or node.tag in ("body", "html", "main"):
            return False
        marks = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if re.search(r"agenda|event|jadwal|calendar|kalender", marks, re.I):
            return True
        before = _heading_before(node)
        if before is not None:
            return bool(_AGENDA.search(before)) and len(before) < 60
        node = node.parent
    return False


def _heading_before(node: LexborNode) -> str | None:
    """The heading that stands above a block among its siblings."""
    sibling = node.prev
    for _ in range(60):
        if sibling is None:
            return None
        if sibling.tag in _HEADINGS:
            return _words(sibling)
        if sibling.tag not in ("-text", "-comment", None) and sibling.css_first("a") is None:
            heading = sibling.css_first(",".join(_HEADINGS))
            if heading is not None:
                return _words(heading)
        sibling = sibling.prev
    return None


def _heading_in(block: LexborNode) -> str:
    for node in block.css(",".join((*_HEADINGS, "strong", "b", "td", "p", "span", "div"))):
        text = _words(node)
        if 10 <= len(text) <= 220 and not _MORE.match(text) and node.css_first("a") is None:
            return text
    return ""


def _day_in(block: LexborNode, title: str, now: datetime) -> Day | None:
    """The day a card prints: `<time>`, then a short line of its own. Dates inside its title or excerpt do not count."""
    for node in block.css("time"):
        day = any_day(node.attributes.get("datetime") or "", now) or visible_day(_words(node), now)
        if day is not None:
            return day
    best: Day | None = None
    for text in _short_lines(block, title):
        day = visible_day(text, now)
        if day is not None and (best is None or _surer(day, best)):
            best = day
    return best


def _surer(day: Day, than: Day) -> bool:
    if (day.precision == "month") != (than.precision == "month"):
        return than.precision == "month"
    return day.confidence > than.confidence + 0.1


def _badges(node: LexborNode) -> Iterator[str]:
    """Runs of very short neighbours read as one: a day, a month and a year each in a box of its own."""
    run: list[str] = []
    for child in node.iter(include_text=True):
        text = _words(child)
        if text and len(text) <= _BADGE_PART:
            run.append(text)
        elif text:
            if len(run) > 1:
                yield " ".join(run)
            run = []
    if len(run) > 1:
        yield " ".join(run)


def _short_lines(block: LexborNode, title: str) -> Iterator[str]:
    """Short texts of a card that may name a day, each once; a clock is none of them."""
    seen: set[str] = set()
    for node in block.css("*"):
        own = " ".join(node.text(deep=False, separator=" ").split())
        for line in (_words(node), own, *_badges(node)):
            if 4 <= len(line) <= _SHORT and line not in seen and title not in line:
                seen.add(line)
                if _MAY_NAME_DAY.search(line) and not _CLOCK.search(line):
                    yield line
        for name in ("title", "data-date", "data-tanggal", "datetime"):
            value = node.attributes.get(name)
            if value and len(value) <= _BADGE and any(sign.isdigit() for sign in value):
                yield value
