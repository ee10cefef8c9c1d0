"""What follows when all sites of a sweep were visited."""

from __future__ import annotations


def sweep_wrap_up(*, sweep_id: int) -> None:
    """Compare news between units, now that every unit was read."""
    from .copying import copies_mark

    copies_mark(sweep_id=sweep_id)
