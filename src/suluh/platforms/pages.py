"""Where readers find a post on platforms whose pages stand elsewhere than the interface for programs."""

from __future__ import annotations

from urllib.parse import urlsplit

from suluh.platforms.values import Access

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def page_of(access: Access, official: str, path: str) -> str:
    """The address of a post for readers; a service on this machine shows its posts itself."""
    here = urlsplit(access.address).hostname in LOCAL
    return (access.address.rstrip("/") if here else official) + path
