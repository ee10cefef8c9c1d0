"""What is read from a new post once and kept: its place in the content mix and the fingerprint of its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suluh.monitoring.copies import fingerprint
from suluh.monitoring.engine.values import PostSeen
from suluh.monitoring.mix import classify
from suluh.monitoring.models import Post


def posts_describe(*, posts: Sequence[Post], seen: Mapping[tuple[int | None, str], PostSeen]) -> None:
    """Classify new posts and keep the fingerprint of those whose text was read; the text itself is not kept."""
    for row in posts:
        post = seen.get((row.site_id, row.url))
        text = post.text if post is not None and post.text else ""
        row.mix = classify(row.title, text).content.value
        row.fingerprint = fingerprint(text) if text else None
    Post.objects.bulk_update([row for row in posts if row.pk], ["mix", "fingerprint"], batch_size=500)
