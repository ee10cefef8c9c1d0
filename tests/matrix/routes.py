"""Who gets what from every address. One line a route; a route without a line fails the matrix.

A room adds its routes by a table of its own in this folder (`routes_<room>.py` with `ROUTES`), which is found by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

ROLES = ("outsider", "sibling", "officer", "leader", "coordinator", "admin")
"""Nobody signed in; officer of another unit; officer of the unit; head of the government; Diskominfo; administrator."""

LOGIN, SEEN, DONE, BAD, NO, GONE = 302, 200, 302, 422, 403, 404


@dataclass(frozen=True, slots=True)
class Route:
    """One address and method: what each role gets. `expects` follows the order of `ROLES`."""

    name: str
    expects: tuple[int, ...]
    args: Callable[[Any], list[Any]] = lambda world: []
    method: str = "get"
    data: Mapping[str, Any] | Callable[[Any], Mapping[str, Any]] = field(default_factory=dict)
    prepare: Callable[[Any], None] | None = None
    """Called with the world before each request, for what only this route needs."""
    guard: str = ""
    """The action that `permit` asks about here; the mutation test takes it away and expects another answer."""
    more: Mapping[str, int] = field(default_factory=dict)
    """What further people of the world get, by their name there: those whom only some rooms know."""

    @property
    def table(self) -> dict[str, int]:
        """Status by role."""
        return dict(zip(ROLES, self.expects, strict=True)) | dict(self.more)

    @property
    def key(self) -> str:
        """For the test's name."""
        return f"{self.method} {self.name}"


def all_routes() -> list[Route]:
    """Every line of every table in this folder."""
    tables = sorted(path.stem for path in Path(__file__).parent.glob("routes_*.py"))
    return [route for table in tables for route in import_module(f"tests.matrix.{table}").ROUTES]


def open_to_all(*names: str, status: int = 200) -> list[Route]:
    """Lines for addresses that answer everybody alike."""
    return [Route(name, (status,) * len(ROLES)) for name in names]
