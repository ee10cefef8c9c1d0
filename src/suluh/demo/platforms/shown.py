"""What the simulated platforms show to the public."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

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

    def add(self, platform: str, account: str, text: str, **more: Any) -> ShownPost:
        """A new post."""
        post = ShownPost(
            platform, account, next(self.numbers), text, time.time(), time.monotonic() + self.delay, dict(more)
        )
        self.posts.append(post)
        return post

    def of(self, platform: str, account: str) -> list[ShownPost]:
        """Posts of an account that are visible now, newest first."""
        return [
            post
            for post in reversed(self.posts)
            if (post.platform, post.account) == (platform, account) and post.visible
        ]
