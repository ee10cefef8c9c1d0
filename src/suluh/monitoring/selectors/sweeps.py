"""Checks of the sites: the latest ones, and one as it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from suluh.monitoring.models import Sweep, Visit
from suluh.organization.models import Person

from .scope import visible_sites

LATEST = 20
MOST_FAILED = 50


@dataclass(frozen=True, slots=True)
class SweepPage:
    """One check with its counts."""

    sweep: Sweep
    total: int
    done: int
    again: int
    alive: int
    dead: int
    failed: int
    left: timedelta | None
    finished: list[Visit]

    @property
    def percent(self) -> int:
        """Share of the sites that are done, 0 to 100."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def tenths(self) -> int:
        """The same for a bar of 1,000 units."""
        return 1000 * self.done // self.total if self.total else 1000

    @property
    def is_over(self) -> bool:
        """True when no site waits any more."""
        return self.sweep.finished_at is not None

    @property
    def minutes_left(self) -> int | None:
        """Whole minutes still to go, at least one; None while nothing can be said."""
        return max(round(self.left.total_seconds() / 60), 1) if self.left else None


def sweeps_page(person: Person) -> list[SweepPage]:
    """The latest checks that visited a visible site, newest first."""
    sites = visible_sites(person)
    keys = Visit.objects.filter(site__in=sites).order_by("-sweep_id").values_list("sweep_id", flat=True).distinct()
    counted = _counted(person).filter(pk__in=list(keys[:LATEST])).order_by("-id")
    return [_page(row, []) for row in counted]


def sweep_page(person: Person, key: int) -> SweepPage:
    """One check, with the sites that could not be checked and those that were done last.

    Raises:
        Sweep.DoesNotExist: there is none that visited a visible site.
    """
    row = _counted(person).get(pk=key, total__gt=0)
    done = Visit.objects.filter(sweep=row, state=Visit.State.DONE, site__in=visible_sites(person))
    rows = done.select_related("site__unit").order_by("-done_at")
    return _page(row, [*rows.filter(alive=None)[:MOST_FAILED], *rows.exclude(alive=None)[:12]])


def _counted(person: Person):  # type: ignore[no-untyped-def]
    mine = Q(visits__site__in=visible_sites(person))
    return Sweep.objects.annotate(
        total=Count("visits", filter=mine),
        ended=Count("visits", filter=mine & Q(visits__state=Visit.State.DONE)),
        again=Count("visits", filter=mine & Q(visits__state=Visit.State.AGAIN)),
        up=Count("visits", filter=mine & Q(visits__alive=True)),
        failed=Count("visits", filter=mine & Q(visits__alive=None, visits__state=Visit.State.DONE)),
        down=Count("visits", filter=mine & Q(visits__alive=False, visits__state=Visit.State.DONE)),
    )


def _page(row, finished: list[Visit]) -> SweepPage:  # type: ignore[no-untyped-def]
    left = None
    if row.finished_at is None and row.ended:
        left = (timezone.now() - row.started_at) / row.ended * (row.total - row.ended)
    return SweepPage(row, row.total, row.ended, row.again, row.up, row.down, row.failed, left, finished)
