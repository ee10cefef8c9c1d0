"""The socket for probes: what a probe is, and how those that exist are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import ClassVar

import suluh.monitoring.probes as house
from suluh.monitoring.engine.values import Document, FindingSeen, ItemSeen, Snapshot, Want

_DOORSTEP = ("certificate", "reachable")


class Probe:
    """One question asked of a site.

    A probe folder `probes/<name>/` has a module `probe.py` with one subclass. The engine asks `wants` in rounds
    (a probe sees the pages it asked for before) until nobody wants more or the request budget is spent, `read` for
    each page that came, then `judge` once. Probes do no input or output of their own and keep no state between sites.
    """

    code: str = ""
    labels: ClassVar[Mapping[str, str]] = {}
    """What officers read for a finding code that the board has no mark of its own for."""
    content_only: bool = True
    """True when the verdict depends on page content alone: it is then reused while nothing changed."""

    def wants(self, seen: Snapshot) -> Iterable[Want]:
        """Pages to fetch before judging."""
        return ()

    def read(self, page: Document, seen: Snapshot) -> None:
        """Keep in `page.notes` what `judge` will need of a page's parse, which is let go of right after.

        Called once for each page that probes asked for, as it comes; a parse that `judge` looks at is made anew.
        """

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen | ItemSeen]:
        """What this probe says about the site; nothing when all is well."""
        raise NotImplementedError


@cache
def all_probes() -> tuple[Probe, ...]:
    """Every probe found in a folder beside this module, in order of name."""
    rooms = sorted(info.name for info in pkgutil.iter_modules(house.__path__) if info.ispkg)
    return tuple(probe for room in rooms for probe in _probes_in(room))


@cache
def finding_labels() -> dict[str, str]:
    """Labels of all probes by finding code."""
    return {code: label for probe in all_probes() for code, label in probe.labels.items()}


@cache
def doorstep_probes() -> tuple[Probe, ...]:
    """The probes that have something to say of a site whose home page was not read; the others stay unloaded."""
    return tuple(probe for room in _DOORSTEP for probe in _probes_in(room))


def _probes_in(room: str) -> list[Probe]:
    module = importlib.import_module(f"{house.__name__}.{room}.probe")
    return [
        value()
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Probe)
        and value is not Probe
        and value.__module__ == module.__name__
    ]
