"""Does every entry of the menu open what it promises?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot, Want
from suluh.monitoring.probes.blocks import Link
from suluh.monitoring.probes.candidates import items_are_read, page_key
from suluh.monitoring.probes.paths import is_dead, menu_links
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import is_own, proof

MOST_ASKED = 12
NO_PROMISE = re.compile(
    r"^(beranda|home|utama|depan|menu|cari|search|login|masuk|toggle.*|close|tutup|buka menu|id|en|indonesia|english"
    r"|bahasa.*|a[+-]?|top|atas|ke atas|back to top|tema|dark|light|gelap|terang|×|☰|\W*)$",
    re.I,
)
SCRIPTED = re.compile(r"^javascript:\s*(void\s*\(?\s*0?\s*\)?;?|;)?\s*$", re.I)


class MenuProbe(Probe):
    """Entries that lead to errors, to nothing, or open an empty list."""

    code = "menu"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """Entries not read for other reasons, once the items had their turn."""
        if seen.home is None or not items_are_read(seen):
            return
        known = {page_key(url) for url in seen.answers}
        asked = sum(1 for page in seen.pages.values() if page.purpose == "menu")
        fresh = {page_key(link.url): link for link in menu_links(seen) if _can_be_asked(link, seen)}
        for key, link in list(fresh.items())[: MOST_ASKED + asked]:
            if key not in known and asked < MOST_ASKED:
                asked += 1
                yield Want(link.url, "menu", 7)

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`menu-broken` with the entries concerned."""
        if seen.home is None:
            return
        broken = {link.label or link.url: _fault(link, seen) for link in menu_links(seen)}
        broken = {label: fault for label, fault in broken.items() if fault}
        if not broken:
            return
        shown = ", ".join(f"“{label}” {fault}" for label, fault in list(broken.items())[:5])
        yield FindingSeen(
            "menu-broken",
            Severity.MEDIUM,
            f"{len(broken)} butir menu tidak membuka halaman: {shown}.",
            proof(seen.home, seen, shown, tuple(broken)[:5], "Butir menu pada halaman depan dibuka satu per satu."),
            "Minta admin situs membetulkan tautan butir menu itu atau menghapusnya.",
            {"entries": broken},
        )


def _can_be_asked(link: Link, seen: Snapshot) -> bool:
    return link.is_web and bool(link.raw) and not link.raw.startswith("#") and is_own(link.url, seen)


def _fault(link: Link, seen: Snapshot) -> str:
    """What is wrong with an entry, in words; empty when it works or was not asked."""
    if NO_PROMISE.match(link.label.strip()):
        return ""
    raw = link.raw.strip()
    if raw in ("", "#", "#!", "#0", "/#") or SCRIPTED.match(raw):
        return "" if link.opens else "tidak menuju ke mana pun"
    if raw.startswith("#"):
        return "" if link.opens or _has_part(raw[1:], seen) else "menuju bagian yang tidak ada"
    if link.is_web and is_dead(link, seen):
        return "menuju halaman yang tidak ada"
    return ""


def _has_part(name: str, seen: Snapshot) -> bool:
    """True when the page has a part of that name, or shows it by script."""
    if seen.home is None:
        return True
    return (
        f'"{name}"' in seen.home.html
        or f"'{name}'" in seen.home.html
        or f"={name}" in seen.home.html
        or name.startswith("/")
    )
