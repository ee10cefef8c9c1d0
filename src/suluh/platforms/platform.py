"""The socket of platforms: what each folder offers, and where it is found."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, runtime_checkable

from suluh.platforms.cost import Cost
from suluh.platforms.rules import Rules
from suluh.platforms.values import Change, Errand, Means, Outcome, Sighting


@dataclass(frozen=True, slots=True)
class Need:
    """A particular that an officer gives to connect an account: its name, its label, and where to find it."""

    name: str
    label: str
    hint: str
    secret: bool = True


@dataclass(frozen=True, slots=True)
class Steps:
    """What a person does where a program may not change or take down a live post; "" where a program may."""

    correct: str = ""
    withdraw: str = ""


@runtime_checkable
class Guides(Protocol):
    """A platform that tells a person how to do by hand what it lets no program do."""

    by_hand: Steps


class Platform(Protocol):
    """One platform. `send` and `look` never raise for what a server or network does.

    `home` is where the one service of the platform answers, empty where every account has an address of its own.
    `settles` is how many seconds after the last send the platform may still bring to light what it accepted: until
    then an absent post proves nothing. `pace` is the least number of seconds between two posts of an account.
    `rules` are read before approval, so that nothing is refused afterwards.
    """

    name: str
    label: str
    home: str
    means: Means
    settles: float
    pace: float
    rules: Rules
    needs: tuple[Need, ...]

    async def send(self, errand: Errand) -> Outcome:
        """Publish the post. May be called again for the same key after `look` found it absent."""

    async def look(self, errand: Errand) -> Sighting:
        """Is the post of this key public? Asked after an unclear answer and after a worker died."""


@runtime_checkable
class Edits(Protocol):
    """A platform that can change what is live. One that offers no `edit` cannot, and a person is told so.

    `edits_media` is True where pictures and videos of a live post can be exchanged too, not only its words.
    """

    edits_media: bool

    async def edit(self, errand: Errand) -> Change:
        """Let the post `errand.remote` show `errand.post` from now on.

        It names the post by its id and gives it its whole words, so doing it twice does what doing it once does: in
        doubt it is done again. `Live` when it shows them, `Gone` when there is no such post any more, `ByHand` when
        this account or this post cannot be changed by a program.
        """


@runtime_checkable
class Removes(Protocol):
    """A platform that can take down what is live. One that offers no `remove` cannot, and a person is told so."""

    async def remove(self, errand: Errand) -> Change:
        """Take the post `errand.remote` down; `Gone` when it is not public any more, also when it was not before."""


@runtime_checkable
class Reposts(Protocol):
    """A platform on which an account carries a post of another account on, as its own readers know it.

    One that offers no `repost` has none for programs; there the words are posted with the address of the original.
    `repost_cost` is what the platform takes for it, None where it takes nothing.
    """

    repost_cost: Cost | None

    async def repost(self, errand: Errand) -> Outcome:
        """Carry `errand.original` on. Called again for the same key only after `reposted` found it absent."""

    async def reposted(self, errand: Errand) -> Sighting:
        """Does the account carry it on? Asked after an unclear answer and after a worker died, as `look` is."""


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
