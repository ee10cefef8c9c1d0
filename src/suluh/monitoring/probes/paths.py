"""Which links of a site are its menu, which are its content, and which of them are known to lead nowhere."""

from __future__ import annotations

import re

from suluh.kernel.http.answer import Answer, Reason
from suluh.kernel.http.urls import split
from suluh.monitoring.engine.values import Document, Snapshot
from suluh.monitoring.probes.blocks import Link
from suluh.monitoring.probes.candidates import ASSET, page_key
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.site import control_page, documents, is_gone, is_own, normal, until_more_is_read

MENU_LABEL_WORDS = 5
LEAST_ENTRIES = 3
GONE = {404, 410}
NOWHERE = re.compile(
    r"^https?:(//?)?$|^//$|^(https?://)?(localhost|example\.com)(?=[:/]|$)|^file:|^\{\{|^undefined$|^null$", re.I
)


def menu_links(seen: Snapshot) -> list[Link]:
    """Entries of the site's menu: by region, else the first run of short links that recurs on its pages."""
    if seen.home is None:
        return []
    entries = [link for link in outline(seen.home).links if link.region == "menu" and _short(link)]
    if len(entries) >= LEAST_ENTRIES:
        return entries
    return _recurring(seen) or entries


def _short(link: Link) -> bool:
    return len(link.label.split()) <= MENU_LABEL_WORDS + 2


def _recurring(seen: Snapshot) -> list[Link]:
    others = [page for page in documents(seen) if page is not seen.home and is_own(page.url, seen)]
    control = control_page(seen)
    others += [control] if control is not None and len(outline(control).links) >= LEAST_ENTRIES else []
    if not others or seen.home is None:
        return []
    common = [{_mark(link) for link in outline(page).links} for page in others]
    run: list[Link] = []
    for link in outline(seen.home).links:
        shared = sum(_mark(link) in page for page in common) >= max(1, round(0.6 * len(common)))
        if shared and link.region != "foot" and _short(link):
            run.append(link)
        elif len(run) >= LEAST_ENTRIES:
            break
        else:
            run = []
    return run if len(run) >= LEAST_ENTRIES else []


def _mark(link: Link) -> str:
    return f"{normal(link.label)}>{link.raw}"


def content_links(page: Document, seen: Snapshot) -> list[Link]:
    """Links to the site's own pages and files that are not in the menu, each address once."""
    in_menu = {page_key(link.url) for link in menu_links(seen)}
    found: dict[str, Link] = {}
    for link in outline(page).links:
        if link.is_web and link.raw and not link.raw.startswith("#") and is_own(link.url, seen):
            key = page_key(link.url)
            if key not in in_menu and not ASSET.search(split(link.url).path):
                found.setdefault(key, link)
    return list(found.values())


def is_dead(link: Link, seen: Snapshot) -> bool | None:
    """Whether a link is known to lead nowhere; None while it was not asked. A refusal to robots is no fault."""
    if NOWHERE.match(link.raw):
        return True
    page = seen.pages.get(link.url)
    if page is not None and is_gone(page, seen):
        return True
    answer = seen.answers.get(link.url) or _asked_as(link.url, seen)
    return None if answer is None else is_dead_answer(answer)


def is_dead_answer(answer: Answer) -> bool:
    """True for an answer that a citizen would call an error: gone, a server error, no server."""
    if answer.status is not None:
        return answer.status in GONE or answer.status >= 500
    return answer.reason in (Reason.DNS, Reason.REFUSED, Reason.REDIRECT_LOOP)


def _asked_as(url: str, seen: Snapshot) -> Answer | None:
    key = page_key(url)
    if seen.home is None:
        return None
    if key == page_key(seen.home.url):
        return seen.home.answer
    known = until_more_is_read("asked", seen, seen.home, lambda: _by_key(seen))
    return known.get(key)


def _by_key(seen: Snapshot) -> dict[str, Answer]:
    return {page_key(asked): answer for asked, answer in seen.answers.items()}
