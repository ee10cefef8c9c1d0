"""What the simulated platforms show to the public."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .limits import refused_file, refused_post

REVOKED = "dicabut"
"""The one password or token that every simulated platform refuses."""


@dataclass
class ShownPost:
    """One post as the public sees it, from `visible_at` on (seconds of the monotonic clock)."""

    platform: str
    account: str
    number: int
    text: str
    at: float
    visible_at: float
    page: str = ""
    """Path and query below which readers find it."""
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def visible(self) -> bool:
        """True once readers and the account's own lists show it."""
        return time.monotonic() >= self.visible_at


@dataclass
class Shown:
    """All posts of all accounts of all platforms; what is written while `delay` is set comes to light later."""

    posts: list[ShownPost] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))
    delay: float = 0.0
    pages: dict[str, ShownPost] = field(default_factory=dict)
    accounts: dict[tuple[str, str], list[ShownPost]] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """MIME type and bytes of what platforms may fetch, by the token in its address."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Platform and reason of everything that broke a public limit."""
    taken: list[tuple[str, str, str]] = field(default_factory=list)
    """Platform, MIME type and SHA-256 of every file that was taken, as far as it was looked at."""

    def file(self, platform: str, mime: str, content: bytes, alt: str = "", size: int = 0) -> str:
        """Why a platform refuses a file; "" when it takes it. `content` may be the head of one of `size` bytes."""
        why = self._noted(platform, refused_file(platform, mime, content, alt, size))
        if not why:
            self.taken.append((platform, mime, hashlib.sha256(content).hexdigest()))
        return why

    def post(self, platform: str, text: str, mimes: list[str], title: str = "") -> str:
        """Why a platform refuses a post; "" when it takes it."""
        return self._noted(platform, refused_post(platform, text, mimes, title))

    def _noted(self, platform: str, why: str) -> str:
        if why:
            self.refused.append((platform, why))
        return why

    def add(self, platform: str, account: str, text: str, *, page: str = "", **more: Any) -> ShownPost:
        """A new post; `page` is where readers find it, with "{number}" for its number."""
        number = next(self.numbers)
        visible_at = time.monotonic() + self.delay
        where = page.replace("{number}", str(number))
        post = ShownPost(platform, account, number, text, time.time(), visible_at, where, dict(more))
        self.posts.append(post)
        self.accounts.setdefault((platform, account), []).append(post)
        if where:
            self.pages[where] = post
        return post

    def find(self, platform: str, account: str, number: int) -> ShownPost | None:
        """The post of a number on one account, as long as it stands there."""
        key = (platform, account, number)
        return next((post for post in self.posts if (post.platform, post.account, post.number) == key), None)

    def of(self, platform: str, account: str) -> list[ShownPost]:
        """Posts of an account that are visible now, newest first."""
        return [post for post in reversed(self.accounts.get((platform, account), [])) if post.visible]

    def remove(self, post: ShownPost) -> None:
        """Take a post away from the public."""
        self.posts.remove(post)
        self.accounts[post.platform, post.account].remove(post)
        self.pages.pop(post.page, None)
