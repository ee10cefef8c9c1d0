"""What several probes need of a site: its addresses, its recurring frame, its way of saying "no such page"."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median_high
from typing import TypeVar
from urllib.parse import urljoin

from suluh.kernel.http.answer import Answer
from suluh.kernel.http.urls import split
from suluh.monitoring.engine.values import Document, Proof, Snapshot
from suluh.monitoring.probes.blocks import Block
from suluh.monitoring.probes.naming import tokens
from suluh.monitoring.probes.outline import clean, outline

CONTROL = "control"
PURPOSES = {"hub", "explore", "contact", "menu", "link"}
PUBLIC_SUFFIXES = {"go.id", "desa.id", "or.id", "co.id", "web.id", "my.id", "ac.id", "sch.id", "net.id"}
NUMBER = re.compile(r"\d+")
GONE_TITLE = re.compile(
    r"\b404\b|not found|page (does not|doesn't) exist|tidak (dapat )?ditemukan|(halaman|laman) (ini )?tidak ada"
    r"|tidak tersedia lagi|no longer available|halaman hilang|oops",
    re.I,
)
PROSE = 60
"""Characters from which a block may be content that two pages share rather than a menu entry."""
OUTSIDE = {"menu", "foot", "aside"}
Made = TypeVar("Made")


@lru_cache(maxsize=8192)
def host_of(url: str) -> str:
    """Host with port, in lower case, without a leading `www.`; empty where there is none."""
    try:
        return split(url).netloc.casefold().rpartition("@")[2].removeprefix("www.")
    except ValueError:
        return ""


def root_of(seen: Snapshot) -> str:
    """Address below which the site's pages lie, with a trailing slash."""
    return _folder_of(seen.home.url if seen.home is not None else seen.task.url)


@lru_cache(maxsize=2048)
def _folder_of(url: str) -> str:
    return urljoin(url, ".")


def is_own(url: str, seen: Snapshot) -> bool:
    """True for an address on the site itself."""
    return host_of(url) in _own_hosts(seen.home.url if seen.home is not None else "", seen.task.url)


@lru_cache(maxsize=2048)
def _own_hosts(home: str, registered: str) -> frozenset[str]:
    return frozenset((host_of(home), host_of(registered))) - {""}


def parent_domain(host: str) -> str:
    """Domain of the regency that a unit's host belongs to; empty for an address in numbers or a domain of its own."""
    name = host.partition(":")[0]
    try:
        ipaddress.ip_address(name)
    except ValueError:
        labels = name.split(".")
        parent = ".".join(labels[1:])
        return parent if len(labels) > 2 and parent not in PUBLIC_SUFFIXES else ""
    return ""


def is_regency(url: str, seen: Snapshot) -> bool:
    """True for an address of the regency that the unit belongs to: a registered host, or one below the same domain."""
    host = host_of(url)
    if not host or is_own(url, seen):
        return False
    name = host.partition(":")[0]
    known = {given.casefold().removeprefix("www.") for given in seen.task.regency_hosts}
    if host in known or name in known:
        return True
    parent = parent_domain(host_of(seen.home.url if seen.home is not None else seen.task.url))
    return bool(parent) and (name == parent or name.endswith(f".{parent}"))


def control_url(seen: Snapshot) -> str:
    """An address that no site has, the same for each visit: how the site answers it shows its soft 404."""
    return _control_below(root_of(seen))


@lru_cache(maxsize=2048)
def _control_below(root: str) -> str:
    mark = hashlib.sha256(root.encode()).hexdigest()[:12]
    return urljoin(root, f"tidak-ada-{mark}")


def documents(seen: Snapshot) -> Iterator[Document]:
    """Home page and every fetched page that answered, the control apart."""
    if seen.home is not None:
        yield seen.home
    control = control_url(seen)
    had = {seen.home.url} if seen.home is not None else set()
    for wanted, page in seen.pages.items():
        if wanted != control and page.answer.ok and page.url not in had and _is_ours(page.purpose):
            had.add(page.url)
            yield page


def _is_ours(purpose: str) -> bool:
    """True for pages asked for as pages of the site, not as bait or in disguise."""
    return purpose.startswith("item:") or purpose in PURPOSES


def control_page(seen: Snapshot) -> Document | None:
    """The site's answer to an address that it cannot have, whatever its status; None before it was asked."""
    url = control_url(seen)
    page = seen.pages.get(url)
    answer = seen.answers.get(url)
    if page is not None or answer is None or not answer.body or seen.home is None:
        return page
    known: Document = seen.home.notes.setdefault(CONTROL, Document(answer, CONTROL))
    return known


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Text with its numbers made alike, so that counters and clocks do not tell two pages apart."""
    return NUMBER.sub("0", clean(text)).casefold()


def until_more_is_read(name: str, seen: Snapshot, home: Document, make: Callable[[], Made]) -> Made:
    """What was computed from all answers so far, made again when there are more; only the latest is kept."""
    stamp = len(seen.answers)
    known: tuple[int, Made] | None = home.notes.get(name)
    if known is None or known[0] != stamp:
        known = home.notes[name] = (stamp, make())
    return known[1]


def frame(seen: Snapshot) -> Counter[str]:
    """Marks of blocks that recur on most pages of the site, with how often each stands on a page.

    That is how menus, banners and footers are told from content, whatever their class is.
    """
    home = seen.home
    if home is None:
        return Counter()
    gathered: _Frame = home.notes.setdefault("frame", _Frame())
    return until_more_is_read("frame now", seen, home, lambda: gathered.of(seen))


class _Frame:
    """Gathers marks page by page, so that a page is counted once however often the frame is asked for."""

    def __init__(self) -> None:
        self._had: set[str] = set()
        self._shown: dict[str, list[int]] = {}  # how often a mark stands on each page that has it
        self._first: Counter[str] = Counter()
        self._known: Counter[str] = Counter()
        self._made_of: tuple[int, bool] = (0, False)

    def of(self, seen: Snapshot) -> Counter[str]:
        """The frame of all pages read so far."""
        for page in documents(seen):
            if page.url not in self._had and is_own(page.url, seen):
                self._first = self._first if self._had else _marks(page)
                self._had.add(page.url)
                for mark, count in _marks(page).items():
                    self._shown.setdefault(mark, []).append(count)
        control = control_page(seen)
        made_of = (len(self._had), control is not None)
        if made_of != self._made_of:
            recurring = self._recurring(control)
            if recurring != self._known:  # the same frame as before tells others that nothing changed
                self._known = recurring
            self._made_of = made_of
        return self._known

    def _recurring(self, control: Document | None) -> Counter[str]:
        most = round(0.6 * len(self._had))
        least, least_prose = max(2, most), max(3, most)
        found = Counter(
            {
                mark: median_high(counts)
                for mark, counts in self._shown.items()
                if len(counts) >= (least if len(mark) < PROSE else least_prose)
            }
        )
        if control is not None:
            for mark in _marks(control).keys() & self._first.keys():
                found[mark] = median_high(self._shown[mark])
        return found


def _marks(page: Document) -> Counter[str]:
    known = page.notes.get("marks")
    if known is None:
        shape = outline(page)
        known = Counter(_block_marks(page))
        known.update(f"title:{normal(part)}" for part in title_parts(shape.title))
        page.notes["marks"] = known
    found: Counter[str] = known
    return found


def title_parts(title: str) -> list[str]:
    """Parts of a page's title around its separators."""
    return [part for part in (clean(piece) for piece in re.split(r"\s[-–—:]\s|[|»«·•›→~]|::", title)) if part]


def _block_marks(page: Document) -> list[str]:
    known = page.notes.get("block marks")
    if known is None:
        known = page.notes["block marks"] = [normal(block.mark) for block in outline(page).blocks]
    found: list[str] = known
    return found


def body_blocks(page: Document, seen: Snapshot) -> list[Block]:
    """Blocks of a page that are its own: outside menus and footer, and not part of the recurring frame.

    What stands more often on the page than in the frame is kept where it stands last: a heading may say the same
    as the menu entry that led to it.
    """
    recurring = frame(seen)
    known: _Body | None = page.notes.get("body")
    if known is not None and known.frame is recurring:
        return known.blocks
    marks = _marks(page)
    spent: dict[str, int] = {}
    own: list[Block] = []
    for block, mark in zip(outline(page).blocks, _block_marks(page), strict=True):
        most = recurring.get(mark)
        if most is not None:
            spent[mark] = spent.get(mark, 0) + 1
            if spent[mark] <= most or marks[mark] <= most:
                continue
        if block.region not in OUTSIDE:
            own.append(block)
    if known is not None and list(map(id, own)) == list(map(id, known.blocks)):
        own = known.blocks  # the same list as before tells others that nothing changed
    page.notes["body"] = _Body(recurring, own)
    return own


@dataclass(frozen=True, slots=True)
class _Body:
    """A page's own blocks, and the frame that they were told from."""

    frame: Counter[str]
    blocks: list[Block]


def own_words(seen: Snapshot) -> frozenset[str]:
    """Words of the unit's own name, which neither make nor unmake a heading."""
    if seen.home is None:
        return frozenset(tokens(seen.task.unit_name))
    if "own_words" not in seen.home.notes:
        shape = outline(seen.home)
        text = f"{seen.task.unit_name} {shape.title} {host_of(seen.home.url)}"
        seen.home.notes["own_words"] = frozenset(tokens(text))
    known: frozenset[str] = seen.home.notes["own_words"]
    return known


def is_gone(page: Document, seen: Snapshot) -> bool:
    """True for a soft 404: the page says so, or looks like the site's answer to an address it cannot have."""
    if _says_gone(page):
        return True
    if seen.home is not None and page.url == seen.home.url and page.answer.requested != seen.home.answer.requested:
        return True
    control = control_page(seen)
    if control is None or not control.answer.ok or control is page or not is_own(page.url, seen):
        return False
    if "like control" not in page.notes:
        page.notes["like control"] = control.url == page.url or _alike(page, control)
    return bool(page.notes["like control"])


def _alike(page: Document, other: Document) -> bool:
    mine, theirs = _marks(page).keys(), _marks(other).keys()
    return len(mine - theirs) <= 1 and len(theirs - mine) <= 1


def _says_gone(page: Document) -> bool:
    known = page.notes.get("says gone")
    if known is None:
        shape = outline(page)
        heads = [shape.title]
        heads += [block.text for block in shape.blocks if block.level in (1, 2) and block.region == "main"]
        known = page.notes["says gone"] = any(GONE_TITLE.search(head) for head in heads[:4])
    return bool(known)


def proof(source: Document | Answer, seen: Snapshot, excerpt: str, marks: tuple[str, ...] = (), how: str = "") -> Proof:
    """What a probe saw on a page or in an answer, as evidence."""
    answer = source.answer if isinstance(source, Document) else source
    return Proof(
        url=answer.url,
        seen_at=answer.at or seen.now,
        excerpt=clean(excerpt)[:400],
        marks=marks,
        status=answer.status,
        address=answer.address,
        sha256=hashlib.sha256(answer.body).hexdigest() if answer.body else None,
        how=how,
    )
