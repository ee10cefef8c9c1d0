"""How patient deliveries are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that deliveries take for each step. Tests and fault runs are quicker."""

    lease: float = 75.0
    """Longer than the longest errand."""
    errand: float = 60.0
    looks: tuple[float, ...] = (2.0, 4.0, 8.0, 16.0, 30.0, 30.0)
    """Pauses before each look; after the last one a person is asked."""
    pauses: tuple[float, ...] = (3.0, 6.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0)
    """Pauses after each try that certainly showed nothing, where the platform names none; the last one repeats.
    With `most_tries` they bridge an outage of about six hours."""
    settles: float = 1.0
    """Share of a platform's own settling time that is waited."""
    most_tries: int = 30


PATIENT = Pace()
