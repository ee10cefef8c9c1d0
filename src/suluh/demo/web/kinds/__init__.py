"""The site kinds, a module each. A new kind is one new module with one subclass of `SiteKind`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from suluh.demo.web.grammar.kind import GrammarKind
from suluh.demo.web.kind import SiteKind


@cache
def fixed_kinds() -> dict[str, SiteKind]:
    """Every kind found in the modules beside this one, by name."""
    found: dict[str, SiteKind] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, SiteKind) and value.__module__ == module.__name__:
                found[value.name] = value()
    return found


@cache
def kind_named(name: str) -> SiteKind:
    """The kind of that name; `grammar:SEED` makes one that was never seen. Raises KeyError when there is none."""
    if name.startswith("grammar:"):
        return GrammarKind(name.removeprefix("grammar:"))
    return fixed_kinds()[name]
