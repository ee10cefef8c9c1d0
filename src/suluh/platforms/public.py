"""What an account showed of late, read as anybody reads it; where only the account itself is told, with its token.

By this the posts are found that a unit made by hand: it carried an item on, and nobody has to type in where.
"""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, runtime_checkable
from urllib.parse import urlsplit

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.pages import LOCAL
from suluh.platforms.values import Access, Unsure, web_address

MOST = 50
"""Posts that are asked for; units post a few a day, and are looked at every hour."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An account of the register: its name, its page, and its access where it is connected."""

    handle: str
    page: str = ""
    access: Access | None = None

    @property
    def name(self) -> str:
        """Without the sign before it."""
        return self.handle.strip().removeprefix("@")

    def service(self, official: str) -> str:
        """Where the public asks: the official service, or one on this machine, as the register names it."""
        known = (self.access.address if self.access else "", self.page)
        here = next((one for one in known if urlsplit(one).hostname in LOCAL), "")
        return (here or official).partition("?")[0].rstrip("/")


@dataclass(frozen=True, slots=True)
class PublicPost:
    """One post. `carries` are ids and addresses of what it carries on, quotes or links to."""

    url: str
    text: str
    at: datetime
    carries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", web_address(self.url))


Recent = tuple[PublicPost, ...] | Unsure


@runtime_checkable
class Shows(Protocol):
    """A platform that tells what an account showed of late."""

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """Posts from `since` on as far as the platform tells, newest first; never raises for what a server does."""


def readable(platform: object, *, connected: bool) -> bool:
    """True where posts of an account are read by itself: by anybody, or by the account where that is connected.

    A platform that tells an account's posts to that account alone says so with `own_eyes`. X gives nothing without
    payment for each post, TikTok has no call for it (docs.x.com and developers.tiktok.com, 2026-11).
    """
    return isinstance(platform, Shows) and (connected or not getattr(platform, "own_eyes", False))


async def told(call: Awaitable[Reply]) -> Reply | Unsure:
    """An answer that can be read, or why there is none."""
    try:
        reply = await call
    except CallBroken as fault:
        return Unsure(str(fault))
    return reply if reply.ok else Unsure(f"Layanan menjawab {reply.status}.")


def moment(said: Any) -> datetime | None:
    """A time as platforms write it, in UTC where no zone is named; None when it is none."""
    try:
        at = datetime.fromisoformat(re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", str(said)))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def plain(markup: str) -> str:
    """The words of a piece of HTML, and the lines between its paragraphs."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>|</p>", "\n", markup))).strip()


def links(markup: str) -> tuple[str, ...]:
    """Addresses that a piece of HTML leads to."""
    return tuple(html.unescape(one) for one in re.findall(r'href="(https?://[^"]+)"', markup))


def rows(found: Any, *names: str) -> list[dict[str, Any]]:
    """The list of objects at a path of names; empty where there is none."""
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def word(row: Any, *names: str) -> str:
    """The text at a path of names; "" where there is none."""
    for name in names:
        row = row.get(name) if isinstance(row, dict) else None
    return row if isinstance(row, str) else ""
