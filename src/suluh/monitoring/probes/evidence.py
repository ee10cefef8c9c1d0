"""What a page proves: which items its title and headings name, and whether it holds content for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from suluh.kernel.http.urls import split
from suluh.law.items import item
from suluh.monitoring.engine.values import Document, ItemState, PostSeen, Snapshot
from suluh.monitoring.probes.blocks import Block, Link
from suluh.monitoring.probes.candidates import candidates, page_key, reachable_pages
from suluh.monitoring.probes.content import STUB, Content, weigh
from suluh.monitoring.probes.naming import GENERIC, tokens, vocabulary
from suluh.monitoring.probes.outline import VAGUE, outline
from suluh.monitoring.probes.site import (
    body_blocks,
    frame,
    is_own,
    is_regency,
    normal,
    own_words,
    title_parts,
    until_more_is_read,
)

NEWS_TYPES = ('"NewsArticle"', '"BlogPosting"', '"Article"')
HOME_SECTIONS = {"I-visi", "I-struktur", "B-a1", "B-a3", "D-1", "B-k"}
HOME_SECTION_CHARS = 150
DAY_IN_PATH = re.compile(r"/(19|20)\d\d/\d{1,2}/")
PRINTED_DAY = re.compile(
    r"\b\d{1,2}\s+[a-z]{3,9}\s+20\d\d\b|\b\d{1,2}[/-]\d{1,2}[/-]20\d\d\b|\b20\d\d-\d\d-\d\d\b", re.I
)
PPID = "I-ppid"
INDEX_CHARS = 600
PPID_WORDS = re.compile(r"ppid|pejabat pengelola informasi|information officer", re.I)
INDEX_CODES = {"I-ppid", "T-p", "T-a"}
"""Items that are an index by nature: links to the information itself are their content."""


@dataclass(slots=True)
class Evidence:
    """One page that names one item: how well, and what it holds. Higher rank is better proof."""

    code: str
    page: Document
    state: ItemState
    rank: float
    name: str  # the words that name it
    content: Content = field(default_factory=Content)
    doubtful: list[Link] = field(default_factory=list)  # files on which it rests, not known to open

    def copy(self) -> Evidence:
        """One of its own for a state that may change from round to round."""
        return Evidence(self.code, self.page, self.state, self.rank, self.name, self.content)


def evidence(seen: Snapshot) -> dict[str, list[Evidence]]:
    """Evidence for each item from every page read so far, best first; made again whenever more was read."""
    if seen.home is None:
        return {}
    return until_more_is_read("evidence", seen, seen.home, lambda: _of_all_pages(seen))


def _of_all_pages(seen: Snapshot) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for page in reachable_pages(seen):
        for one in _of_page(page, seen):
            found.setdefault(one.code, []).append(one)
    for entries in found.values():
        entries.sort(key=lambda one: (one.state is ItemState.STUB, -one.rank))
    return found


def _of_page(page: Document, seen: Snapshot) -> Iterator[Evidence]:
    if page.url in _post_addresses(seen) or (not is_own(page.url, seen) and not is_regency(page.url, seen)):
        return
    recurring = frame(seen)
    told: _Told | None = page.notes.get("told")
    if told is None or told.frame is not recurring or told.posts is not seen.posts:
        known = _known(page, seen)
        told = _Told(recurring, seen.posts, [_settle(one.copy(), seen) for one in known.found])
        if known.unnamed is not None:
            told.found.extend(_unnamed_stub(page, known.unnamed, seen))
        elif not any(one.content.rests_on_files for one in told.found):  # files may open in a later round
            page.notes["told"] = told
    yield from told.found


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page proved, kept from round to round while the site's frame and posts are the same."""

    frame: Counter[str]
    posts: list[PostSeen]
    found: list[Evidence]


def _known(page: Document, seen: Snapshot) -> _Named:
    blocks = body_blocks(page, seen)
    whole = page is not seen.home and not _is_news(page, seen)
    tops = _top_names(page, blocks, seen) if whole else None
    known: _Named | None = page.notes.get("named")
    if known is None or known.blocks is not blocks or known.tops != tops:
        known = page.notes["named"] = _named(page, blocks, tops, seen)
    return known


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words of a page name, made anew only when its own blocks or names are told otherwise.

    Whether files open and what links promised is looked up each time.
    """

    blocks: list[Block]
    tops: list[str] | None  # None for the home page and for news, which are not about an item as a whole
    found: list[Evidence]
    unnamed: Content | None  # what an empty page without a name of its own holds


def _named(page: Document, blocks: list[Block], tops: list[str] | None, seen: Snapshot) -> _Named:
    found: list[Evidence] = []
    unnamed = None
    if tops is not None:
        content = weigh(blocks)
        found += _whole(page, blocks, tops, content, seen)
        if not found and not content.holds and all(STUB.search(name) or _is_unit(name, seen) for name in tops):
            unnamed = content
    found += _sections(page, blocks, seen)
    if page is not seen.home:
        found += _rows(page, blocks, seen)
    return _Named(blocks, tops, found, unnamed)


def _is_news(page: Document, seen: Snapshot) -> bool:
    """True for a piece of news: it says so, its address bears a day, or it is dated and lies where the posts lie."""
    if "says news" not in page.notes:
        said = any(mark in page.html for mark in NEWS_TYPES) or "article:published_time" in page.html
        page.notes["says news"] = said or bool(DAY_IN_PATH.search(page.url))
    if page.notes["says news"]:
        return True
    folder = _folder(page.url)
    beside = _post_folders(seen)[folder]
    if not folder or beside < 0.6 * max(3, len(seen.posts)):
        return False
    return any(PRINTED_DAY.search(block.text) for block in body_blocks(page, seen)[:4])


def _post_addresses(seen: Snapshot) -> set[str]:
    if seen.home is None:
        return set()
    return until_more_is_read("post addresses", seen, seen.home, lambda: {post.url for post in seen.posts})


def _post_folders(seen: Snapshot) -> Counter[str]:
    """How many posts lie in each folder."""
    if seen.home is None:
        return Counter()
    return until_more_is_read(
        "post folders", seen, seen.home, lambda: Counter(_folder(post.url) for post in seen.posts)
    )


@lru_cache(maxsize=8192)
def _folder(url: str) -> str:
    return split(url).path.rstrip("/").rpartition("/")[0]


def _top_names(page: Document, blocks: list[Block], seen: Snapshot) -> list[str]:
    """What the page calls itself: parts of its title that others do not share, and its first headings."""
    recurring = frame(seen)
    names = [part for part in title_parts(outline(page).title) if f"title:{normal(part)}" not in recurring]
    heads = [block for block in blocks if block.kind == "heading"]
    top = min((block.level for block in heads), default=0)
    names += [block.text for block in heads if block.level == top][:1] + [block.text for block in heads[:1]]
    if not names:
        names += [block.text for block in blocks if block.text and len(block.text.split()) <= 12][:1]
    return list(dict.fromkeys(name for name in names if _is_name(name)))


def _is_name(text: str) -> bool:
    """True for a title or heading, false for a sentence."""
    return 0 < len(text) <= 160 and not (text.endswith((".", "?")) and len(text.split()) >= 5)


def _whole(
    page: Document, blocks: list[Block], tops: list[str], content: Content, seen: Snapshot
) -> Iterator[Evidence]:
    """Items that the page as a whole is about."""
    names = vocabulary(seen.task.kind)
    best: dict[str, tuple[float, str]] = {}
    for name in tops:
        naming = names.read(name, own_words(seen))
        if naming.firm:
            for code in naming.codes:
                if code == PPID and not _is_of_ppid(name, blocks, content):
                    continue
                alone = 0.2 if len(naming.codes) == 1 and (code != PPID or PPID_WORDS.search(name)) else 0.0
                best[code] = max(best.get(code, (0.0, "")), (naming.share + naming.words / 10 + alone, name))
    for code, (rank, name) in best.items():
        yield Evidence(code, page, ItemState.FOUND, 10 + rank, name, content)


def _is_unit(name: str, seen: Snapshot) -> bool:
    return set(tokens(name)) <= own_words(seen) | GENERIC


def _is_of_ppid(name: str, blocks: list[Block], content: Content) -> bool:
    """True when a page called "Informasi Publik" is the information officer's: by its words, or as an index."""
    if PPID_WORDS.search(name) or any(PPID_WORDS.search(block.text) for block in blocks):
        return True
    return bool(content.links) and not content.files and content.chars < INDEX_CHARS


def _unnamed_stub(page: Document, content: Content, seen: Snapshot) -> Iterator[Evidence]:
    """An empty page that bears no name of its own is what the link to it promised."""
    candidate = candidates(seen).get(page_key(page.answer.requested)) or candidates(seen).get(page_key(page.url))
    for code in candidate.named if candidate is not None else ():
        yield Evidence(code, page, ItemState.STUB, 1, candidate.label if candidate else "", content)


def _sections(page: Document, blocks: list[Block], seen: Snapshot) -> Iterator[Evidence]:
    """Items that have a heading of their own within a page, with what stands below it."""
    names = vocabulary(seen.task.kind)
    for place, block in enumerate(blocks):
        if block.kind != "heading" or not _is_name(block.text):
            continue
        naming = names.read(block.text, own_words(seen))
        if not naming.firm:
            continue
        below = list(_below(blocks, place))
        content = weigh(below)
        for code in naming.codes:
            standing = code == "S" and content.stands
            if _points_elsewhere(code, [block, *below], seen) or not (standing or (content.holds and not content.stub)):
                continue
            if page is seen.home and (code not in HOME_SECTIONS or content.chars < HOME_SECTION_CHARS):
                continue
            rank = (3 if page is seen.home else 5) + naming.share
            yield Evidence(code, page, ItemState.FOUND, rank, block.text, content)


def _below(blocks: list[Block], place: int) -> Iterator[Block]:
    level = blocks[place].level
    for block in blocks[place + 1 :]:
        if block.kind == "heading" and block.level <= level:
            return
        yield block


def _points_elsewhere(code: str, blocks: list[Block], seen: Snapshot) -> bool:
    """True when a stretch only leads to another page that is to hold the item."""
    names = vocabulary(seen.task.kind)
    for link in (link for block in blocks for link in block.links):
        if not link.is_web or link.is_document or link.raw.startswith("#"):
            continue
        if VAGUE.match(link.text) or names.read(link.label, own_words(seen)).only(code):
            return True
    return False


def _rows(page: Document, blocks: list[Block], seen: Snapshot) -> Iterator[Evidence]:
    """Items that a list of files names line by line; they count only when the file opens."""
    names = vocabulary(seen.task.kind)
    for block in blocks:
        files = [link for link in block.links if link.is_document]
        if not files or len(files) > 3:
            continue
        naming = names.read(block.text if len(block.text) <= 160 else files[0].label, own_words(seen))
        if not naming.firm or (len(files) > 1 and len(naming.codes) > 2):
            continue
        content = Content(files=files, excerpt=block.text)
        for code in naming.codes:
            yield Evidence(code, page, ItemState.FOUND, 2 + naming.share, block.text, content)


def _settle(one: Evidence, seen: Snapshot) -> Evidence:
    """State of a piece of evidence: content, and files that open, on the unit's own or the regency's page."""
    if not _suffices(one):
        one.state = ItemState.STUB
    elif one.content.rests_on_files:
        opened = [_opens(link, seen) for link in one.content.files[:2]]
        if opened and all(state is False for state in opened):
            one.state = ItemState.STUB
        elif not any(opened):
            one.doubtful = [link for link, state in zip(one.content.files, opened, strict=False) if state is None]
    if not is_own(one.page.url, seen):
        if item(one.code).own:
            one.state, one.rank = ItemState.MISSING, -1.0
        elif one.state is ItemState.FOUND:
            one.state, one.rank = ItemState.INHERITED, one.rank - 5
        else:
            one.state = ItemState.MISSING
    return one


def _suffices(one: Evidence) -> bool:
    if one.code == "S":
        return one.content.stands or one.content.leads_on
    return one.content.leads_on if one.code in INDEX_CODES else one.content.holds


def _opens(link: Link, seen: Snapshot) -> bool | None:
    """Whether a file is there, as far as it was asked for; files elsewhere are taken at their word."""
    if not is_own(link.url, seen):
        return True
    answer = seen.answers.get(link.url)
    if answer is None:
        return None
    return answer.status is not None and answer.status < 400
