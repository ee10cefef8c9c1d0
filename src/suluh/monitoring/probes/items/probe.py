"""Does the site show what the law obliges its unit to show, and which page proves it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from suluh.law.items import Item, items_for
from suluh.monitoring.engine.values import FindingSeen, ItemSeen, ItemState, Snapshot, Want
from suluh.monitoring.probes.candidates import READ, best_for, issued, item_wants, page_key, reachable_pages
from suluh.monitoring.probes.evidence import Evidence, evidence
from suluh.monitoring.probes.items.forms import form_evidence
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import proof
from suluh.monitoring.probes.verdicts import lacking, present

ELSEWHERE = {"I-alamat", "I-surel", "I-telepon", "I-lapor"}
"""Items that the probes `identity` and `lapor` judge."""
SURE = 9.0
"""Rank from which a page of its own names the item: nothing better is looked for."""
DOUBTFUL_FILES = 8


class ItemsProbe(Probe):
    """Mandatory information, with the page that proves each item."""

    code = "items"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """Pages that may hold what is not settled yet, then the files on which items rest."""
        if seen.home is None:
            return ()
        proofs = _all_evidence(seen)
        open_codes = tuple(item.code for item in items_for(seen.task.kind) if not _settled(item.code, proofs))
        wants, held_back = item_wants(seen, open_codes)
        if not wants and not held_back:  # a page not read yet decides more than whether a file opens
            wants = list(_file_wants(proofs, seen))
        wants = [want for want in wants if want.url not in issued(seen)]
        issued(seen).update(want.url for want in wants)
        if not wants:
            seen.home.notes[READ] = len(seen.answers)
        return wants

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen | ItemSeen]:
        """State of every item that applies, and what is lacking."""
        if seen.home is None:
            return
        proofs = _all_evidence(seen)
        looked = len(reachable_pages(seen))
        for item in items_for(seen.task.kind):
            if item.code not in ELSEWHERE:
                yield from _judge(item, proofs.get(item.code, []), seen, looked)


def _all_evidence(seen: Snapshot) -> dict[str, list[Evidence]]:
    found = dict(evidence(seen))
    found["I-permohonan"] = form_evidence(seen, found.get("I-permohonan", []))
    return found


def _settled(code: str, proofs: dict[str, list[Evidence]]) -> bool:
    best = next(iter(proofs.get(code, ())), None)
    return best is not None and best.state is ItemState.FOUND and best.rank >= SURE


def _file_wants(proofs: dict[str, list[Evidence]], seen: Snapshot) -> Iterator[Want]:
    """Files on which an item rests, asked for by HEAD."""
    links = [link for found in proofs.values() for one in found[:1] for link in one.doubtful[:1]]
    for link in links[:DOUBTFUL_FILES]:
        if link.url not in seen.answers:
            yield Want(link.url, "file", 4, method="HEAD")


def _judge(item: Item, found: list[Evidence], seen: Snapshot, looked: int) -> Iterator[FindingSeen | ItemSeen]:
    best = next((one for one in found if one.state is not ItemState.MISSING), None)
    if best is None:
        yield from _remembered_or_missing(item, seen, looked)
        return
    how = f"Judul atau subjudul halaman menyebut “{best.name}”; isinya {_what(best)}."
    seen_there = proof(best.page, seen, f"{best.name}. {best.content.excerpt or best.content.stub}", (best.name,), how)
    if best.state is ItemState.STUB:
        yield from lacking(item, ItemState.STUB, seen_there, looked)
    else:
        yield present(item, best.state, best.page.url, best.name, seen_there)


def _remembered_or_missing(item: Item, seen: Snapshot, looked: int) -> Iterator[FindingSeen | ItemSeen]:
    """What an earlier visit proved stands while its page was not reached this time for want of requests."""
    old = next((known for known in seen.memory.items if known.code == item.code and known.found), None)
    left = {page_key(candidate.url) for candidate in best_for(item.code, seen, 5)}
    if old is not None and old.evidence_url is not None and page_key(old.evidence_url) in left:
        yield old
        return
    yield from lacking(item, ItemState.MISSING, None, looked)


def _what(one: Evidence) -> str:
    content = one.content
    if one.state is ItemState.STUB:
        return "kosong" if not content.stub else f"hanya “{content.stub[:80]}”"
    parts = []
    if content.chars:
        parts.append(f"{content.chars} huruf teks")
    if content.rows:
        parts.append(f"{content.rows} baris tabel")
    if content.images:
        parts.append(f"{content.images} gambar")
    if content.files:
        parts.append(f"{len(content.files)} berkas")
    return ", ".join(parts) or "dokumen tersemat"
