"""What a page has to stand in a real browser: axe, 320 px, the keyboard alone, the CSP."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
SMALL = {"width": 320, "height": 640}

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = """axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.slice(0, 3).map(({target}) => `${id}: ${JSON.stringify(target)}`)))"""
"""Only what is wrong comes back: axe tells at length what is right as well."""
WATCH_KEYS = (Path(__file__).parent / "keyboard.js").read_text()
MOST_TABS = 900


def faults(page: Page) -> list[str]:
    """Violations that axe finds, with where they are. Evaluated: the page's own CSP would refuse a script tag."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(RULES)
    return found


def too_wide(page: Page) -> list[str]:
    """How far the page scrolls sideways at 320 px."""
    page.set_viewport_size(SMALL)
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide at {SMALL['width']}"] if width > SMALL["width"] else []


def out_of_reach(page: Page) -> list[str]:
    """What the Tab key does not reach, and what it reaches without showing it."""
    wanted = page.evaluate(WATCH_KEYS)
    for _ in range(0, MOST_TABS, 20):
        for _ in range(20):
            page.keyboard.press("Tab")
        if page.evaluate("suluhKeys.done()"):
            break
    return [f"{wanted} places: {words}" for words in page.evaluate("suluhKeys.missed()")]


TAG = re.compile(r'<(\w+)(?:[^>]*?\sclass="([^"]*)")?[^>]*>')
HEADER = re.compile(r'<header class="masthead">.*?</header>', re.DOTALL)


@dataclass
class Examination:
    """Examines pages one after the other and remembers what was wrong where."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    looked: set[tuple[object, ...]] = field(default_factory=set)
    on_phones: set[str] = field(default_factory=set)

    def is_new(self, name: str, html: str) -> bool:
        """Whether the page has another build than those of this name examined before: other tags or classes.

        How often something stands on it, as rows of a list do, makes no other build.
        """
        build = (name, *dict.fromkeys(TAG.findall(HEADER.sub("", html))))
        new = build not in self.looked
        self.looked.add(build)
        return new

    def look(self, page: Page, name: str, role: str = "") -> None:
        """Examine the page that is open, under this name; on a phone once, for the first role that sees it."""
        page.set_viewport_size(DESK)
        found = [*faults(page), *out_of_reach(page)]
        if name not in self.on_phones:
            page.set_viewport_size(PHONE)
            found += faults(page)
            self.on_phones.add(name)
        found += too_wide(page)
        if found:
            self.wrong[f"{name} {role}".strip()] = list(dict.fromkeys(found))
