"""What follows when all sites of a sweep were visited."""

from __future__ import annotations

from .copying import copies_mark


def sweep_wrap_up(*, sweep_id: int) -> None:
    """Compare news between units, now that every unit was read."""
    copies_mark(sweep_id=sweep_id)
