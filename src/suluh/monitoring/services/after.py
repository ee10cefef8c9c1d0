"""What follows when all sites of a sweep were visited."""

from __future__ import annotations

from suluh.monitoring.models import Sweep
from suluh.monitoring.signals import sweep_finished

from .copying import copies_mark


def sweep_wrap_up(*, sweep_id: int) -> None:
    """Compare news between units, now that every unit was read, and let the rooms above know."""
    copies_mark(sweep_id=sweep_id)
    sweep_finished.send(sender=Sweep, sweep_id=sweep_id)
