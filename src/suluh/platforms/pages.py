"""Where readers find a post on platforms whose pages stand elsewhere than the interface for programs."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from suluh.platforms.values import Access

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})

ACCOUNTS = {
    "facebook": "https://www.facebook.com/{}",
    "instagram": "https://www.instagram.com/{}/",
    "threads": "https://www.threads.com/@{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "x": "https://x.com/{}",
}
"""Pages of accounts by their name, on platforms with one address for all."""


def account_page(platform: str, handle: str) -> str:
    """The page of an account for readers; "" where its name alone does not say."""
    name = handle.strip().removeprefix("@")
    return ACCOUNTS[platform].format(name) if platform in ACCOUNTS and re.fullmatch(r"[\w.-]+", name) else ""


def page_of(access: Access, official: str, path: str) -> str:
    """The address of a post for readers; a service on this machine shows its posts itself."""
    here = urlsplit(access.address).hostname in LOCAL
    return (access.address.rstrip("/") if here else official) + path
