from datetime import date

import pytest

from suluh.deadlines.services.clocks import start_clock
from tests.world import World, build_world


@pytest.fixture
def world(db) -> World:
    """Kabupaten Arunika in miniature."""
    return build_world()


@pytest.fixture
def begin(world):
    """Start a clock of a case of the health office."""

    def make(code="ANS", start=date(2026, 3, 16), *, unit=None, case=1, kind="request", by=None, **more):
        return start_clock(
            code=code, subject_kind=kind, subject_id=case, unit=unit or world.health,
            title=f"Permohonan {case:03d}/PPID/2026", start=start, by=by, **more,
        )  # fmt: skip

    return make
