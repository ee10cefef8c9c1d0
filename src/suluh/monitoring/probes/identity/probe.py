"""Can a citizen find the office, write to it and call it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from suluh.law.items import item
from suluh.monitoring.engine.values import Document, FindingSeen, ItemSeen, ItemState, Snapshot, Want
from suluh.monitoring.probes.candidates import best_for, reachable_pages
from suluh.monitoring.probes.identity.contact import mails, marked_addresses, phones, streets
from suluh.monitoring.probes.naming import vocabulary
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import is_own, own_words, proof, title_parts
from suluh.monitoring.probes.verdicts import lacking, present

READERS: dict[str, Callable[[Document], Iterator[str]]] = {
    "I-alamat": streets,
    "I-surel": mails,
    "I-telepon": phones,
}
MOST_PAGES = 2


class IdentityProbe(Probe):
    """Address, mail and telephone of the office, on the home page or on its contact and profile pages."""

    code = "identity"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """Contact pages, while something is not on the home page."""
        if seen.home is None or all(_first(code, [seen.home]) for code in READERS):
            return
        asked = sum(1 for page in seen.pages.values() if page.purpose == "contact")
        for candidate in best_for("I-telepon", seen, max(0, MOST_PAGES - asked), least=2.5):
            if is_own(candidate.url, seen):
                yield Want(candidate.url, "contact", 2)

    def read(self, page: Document, seen: Snapshot) -> None:
        """Note what the page marks as an address."""
        if is_own(page.url, seen):
            marked_addresses(page)

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen | ItemSeen]:
        """State of the three, with the words that prove them."""
        if seen.home is None:
            return
        pages = _contact_pages(seen)
        for code in READERS:
            found = _first(code, pages)
            if found is None:
                yield from lacking(item(code), ItemState.MISSING, None, len(pages))
            else:
                page, words = found
                seen_there = proof(page, seen, words, (words[:80],), f"{item(code).label} tertulis pada halaman ini.")
                yield present(item(code), ItemState.FOUND, page.url, item(code).label, seen_there)


def _contact_pages(seen: Snapshot) -> list[Document]:
    """Home page first, then pages about contact or profile; news and lists of others' numbers are not asked."""
    pages = [page for page in reachable_pages(seen) if is_own(page.url, seen)]
    return [page for page in pages if page is seen.home or page.purpose == "contact" or _is_contact(page, seen)]


def _is_contact(page: Document, seen: Snapshot) -> bool:
    names = vocabulary(seen.task.kind)
    heads = (
        title_parts(outline(page).title) + [block.text for block in outline(page).blocks if block.kind == "heading"][:3]
    )
    wanted = {"I-alamat", "I-surel", "I-telepon"}
    namings = [names.read(head, own_words(seen)) for head in heads if len(head) <= 120]
    return any(naming.share >= 0.5 and (wanted & naming.hints or {"B-a1", "D-1"} & naming.codes) for naming in namings)


def _first(code: str, pages: list[Document]) -> tuple[Document, str] | None:
    for page in pages:
        words = _words_of(code, page)
        if words:
            return page, words
    return None


def _words_of(code: str, page: Document) -> str | None:
    """The words of a page that prove an item, looked for once a visit."""
    known: dict[str, str | None] = page.notes.setdefault("contact words", {})
    if code not in known:
        known[code] = next(READERS[code](page), None)
    return known[code]
