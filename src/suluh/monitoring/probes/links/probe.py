"""Do the links on the site's pages lead somewhere? A sample is asked, and the sentence says how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from suluh.kernel.http.urls import split
from suluh.monitoring.engine.values import FindingSeen, Severity, Snapshot, Want
from suluh.monitoring.probes.blocks import Link
from suluh.monitoring.probes.candidates import items_are_read, page_key
from suluh.monitoring.probes.paths import content_links, is_dead
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import control_page, proof

SAMPLE = 10


class LinksProbe(Probe):
    """Internal links outside the menu that end in an error."""

    code = "links"

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """A spread sample of the home page's links, once the items had their turn."""
        if seen.home is None or not items_are_read(seen):
            return
        posts = {page_key(post.url) for post in seen.posts}
        asked = sum(1 for url in seen.answers if url in _notes(seen))
        links = [link for link in content_links(seen.home, seen) if page_key(link.url) not in posts]
        unknown = [link for link in links if is_dead(link, seen) is None]
        for link in _spread(unknown)[: max(0, SAMPLE - asked)]:
            _notes(seen).add(link.url)
            yield Want(link.url, "link", 8, method="GET" if _hides_errors(seen) else "HEAD")

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`links-broken` with what was asked and what was broken."""
        if seen.home is None:
            return
        states = {link.url: (link, is_dead(link, seen)) for link in content_links(seen.home, seen)}
        looked = sum(1 for _, state in states.values() if state is not None)
        broken = [link for link, state in states.values() if state]
        if not broken:
            return
        shown = ", ".join(f"“{link.label or link.url}”" for link in broken[:5])
        yield FindingSeen(
            "links-broken",
            Severity.LOW if len(broken) < 3 else Severity.MEDIUM,
            f"{len(broken)} dari {looked} tautan yang dicoba menuju halaman yang tidak ada: {shown}.",
            proof(
                seen.home,
                seen,
                shown,
                tuple(link.label for link in broken[:5]),
                "Contoh tautan pada halaman depan dicoba.",
            ),
            "Minta admin situs membetulkan atau menghapus tautan itu.",
            {"asked": looked, "broken": [link.url for link in broken[:20]]},
        )


def _hides_errors(seen: Snapshot) -> bool:
    """True for a site that says "not found" under the status of a page: only the page itself tells."""
    control = control_page(seen)
    return control is not None and control.answer.ok


def _notes(seen: Snapshot) -> set[str]:
    """Addresses asked as a sample on this visit."""
    if seen.home is None:
        return set()
    known: set[str] = seen.home.notes.setdefault("links:asked", set())
    return known


def _spread(links: list[Link]) -> list[Link]:
    """Links in turn from each part of the site, so that a sample sees every part."""
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(split(link.url).path.strip("/").partition("/")[0], []).append(link)
    rest = list(groups.values())
    ordered: list[Link] = []
    while rest:
        ordered += [group.pop(0) for group in rest]
        rest = [group for group in rest if group]
    return ordered
