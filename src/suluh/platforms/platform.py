"""The socket of platforms: what each folder offers, and where it is found."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol

from suluh.platforms.rules import Rules
from suluh.platforms.values import Errand, Means, Outcome, Sighting


@dataclass(frozen=True, slots=True)
class Need:
    """A particular that an officer gives to connect an account: its name, its label, and where to find it."""

    name: str
    label: str
    hint: str
    secret: bool = True


class Platform(Protocol):
    """One platform. `send` and `look` never raise for what a server or network does.

    `settles` is how many seconds after the last send the platform may still bring to light what it accepted: until
    then an absent post proves nothing. `pace` is the least number of seconds between two posts of an account.
    `rules` are read before approval, so that nothing is refused afterwards.
    """

    name: str
    label: str
    means: Means
    settles: float
    pace: float
    rules: Rules
    needs: tuple[Need, ...]

    async def send(self, errand: Errand) -> Outcome:
        """Publish the post. May be called again for the same key after `look` found it absent."""

    async def look(self, errand: Errand) -> Sighting:
        """Is the post of this key public? Asked after an unclear answer and after a worker died."""


@cache
def platforms() -> dict[str, Platform]:
    """Every platform by name, found by its folder."""
    import suluh.platforms as room

    found = {}
    for module in pkgutil.iter_modules(room.__path__):
        if module.ispkg:
            platform: Platform = import_module(f"{room.__name__}.{module.name}").PLATFORM
            found[platform.name] = platform
    return found
