"""What is read from a new post once and kept: its place in the content mix and the fingerprint of its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suluh.monitoring.engine.values import PostSeen
from suluh.monitoring.models import Post


def posts_describe(*, posts: Sequence[Post], seen: Mapping[tuple[int | None, str], PostSeen]) -> None:
    """Classify new posts and keep the fingerprint of those whose text was read."""
