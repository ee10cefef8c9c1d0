"""Finding news that several units publish, and who published it first."""

from __future__ import annotations


def copies_mark(*, sweep_id: int) -> None:
    """Mark the posts of a sweep that repeat another unit's."""
