"""Somebody who walks through the pages: reads, fills in, presses, and is stopped by what would stop a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Locator, Page, Response

PATIENCE = 15_000
"""Milliseconds for which a page may make somebody wait."""


@dataclass
class Walker:
    """One person at one window. `dead_ends` are pages that failed; `too_wide` those that scroll sideways."""

    page: Page
    root: str
    dead_ends: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    looked: Callable[[Page], None] = lambda _page: None
    touch: bool = False

    def __post_init__(self) -> None:
        self.page.on("response", self._answered)
        self.page.set_default_timeout(PATIENCE)

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self.dead_ends.append(f"{answer.status} {answer.url}")

    def goes(self, address: str) -> Walker:
        """Type an address."""
        self.page.goto(self.root + address)
        return self._arrived()

    def presses(self, words: str) -> Walker:
        """Press the one link or button with these words."""
        found = self.page.get_by_role("button", name=words, exact=True).or_(
            self.page.get_by_role("link", name=words, exact=True)
        )
        with self.page.expect_navigation():
            self.touches(found.first)
        return self._arrived()

    def touches(self, found: Locator) -> None:
        """A click, or a tap where the window is a phone's."""
        if self.touch:
            found.tap()
        else:
            found.click()

    def fills(self, **given: str) -> Walker:
        """Fill fields in by their names; a word that is a choice is chosen."""
        for name, value in given.items():
            self._fill(name, value)
        return self

    def ticks(self, *labels: str) -> Walker:
        """Tick boxes or choose circles by their labels."""
        for label in labels:
            self.page.get_by_label(label, exact=True).check()
        return self

    def attaches(self, name: str, file: str, content: bytes) -> Walker:
        """Put a file into a field."""
        given: FilePayload = {"name": file, "mimeType": "application/pdf", "buffer": content}
        self.page.locator(f"[name={name}]").set_input_files(given)
        return self

    def reads(self, *words: str) -> Walker:
        """Find every one of these words on the page."""
        shown = " ".join(self.page.inner_text("main").split())
        missing = [word for word in words if word not in shown]
        assert not missing, f"{missing} not on {self.page.url}:\n{shown}"
        return self

    def never_reads(self, *words: str) -> Walker:
        """Find none of these words on the page."""
        shown = self.page.content()
        found = [word for word in words if word in shown]
        assert not found, f"{found} on {self.page.url}"
        return self

    def _fill(self, name: str, value: str) -> None:
        box = self.page.locator(f"[name={name}]").first
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=value)
        else:
            box.fill(value)

    def _arrived(self) -> Walker:
        width, room = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        if width > room:
            self.too_wide.append(f"{width} px wide at {room}: {self.page.url}")
        self.looked(self.page)
        return self
