"""Which registered site a visit was to."""

from __future__ import annotations

from suluh.monitoring.engine.values import VisitResult


def site_of(result: VisitResult) -> int:
    """Id of the visited site.

    Raises:
        ValueError: the visit was made by `suluh check` to an address that nobody has registered.
    """
    if result.task.site_id is None:
        raise ValueError(f"{result.task.url} is not registered")
    return result.task.site_id
