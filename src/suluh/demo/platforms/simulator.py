"""What every simulated platform offers, and where they are found: a module here with `SIMULATOR` is one more."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

from aiohttp import web

from suluh.platforms.values import Access

from .shown import Shown


class Simulator:
    """One platform with any number of accounts, below the path `/<platform>`."""

    platform: ClassVar[str]
    """The folder of `suluh.platforms` whose server this is."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def routes(self) -> list[web.RouteDef]:
        """The calls that it answers."""
        raise NotImplementedError

    def access(self, origin: str, account: str) -> Access:
        """What an officer would give to connect an account; it exists as soon as it is asked for."""
        return Access(f"{origin}/{self.platform}", account, self.secrets(account))

    def secrets(self, account: str) -> Mapping[str, str]:
        """The particulars that connecting needs."""
        raise NotImplementedError

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a platform may answer by what was asked
        """Too many calls; the platform's own way of saying when to come back, here in one second."""
        return web.json_response({"error": "too many requests"}, status=429, headers={"Retry-After": "1"})

    def expired(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a platform may answer by what was asked
        """The token ran out or was taken back."""
        return web.json_response({"error": "invalid_token", "message": "token expired"}, status=401)


def simulators(shown: Shown) -> dict[str, Simulator]:
    """Every simulated platform by name, in one world of shown posts."""
    import suluh.demo.platforms as room

    found: dict[str, Simulator] = {}
    for module in sorted(pkgutil.iter_modules(room.__path__), key=lambda one: one.name):
        kind: type[Simulator] | None = getattr(import_module(f"{room.__name__}.{module.name}"), "SIMULATOR", None)
        if kind is not None:
            found[kind.platform] = kind(shown)
    return found
