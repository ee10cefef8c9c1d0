"""Is an account's access sound, and how it is renewed: offered by platforms that can be asked.

A refusal is believed only when the platform itself says that the token is no good. A cut line, a busy server, a page
of nonsense leave the access as it is: a network blip is not a lost account.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.answers import clean, own_words, refusal
from suluh.platforms.values import Access, Refused, Unsure

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Told = TypeVar("Told", bound="DataclassInstance")

SHORTEST = 8
"""Signs that a token has at least; what is shorter is an answer gone wrong."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The platform lets us in. `ends_at` is when a person has to connect again, None where nothing says so."""

    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Renewed:
    """New particulars, which take the place of the old ones of the same names.

    `fresh_until` is when they have to be renewed again, `ends_at` when only a person can.
    """

    secrets: Mapping[str, str] = field(repr=False)
    fresh_until: datetime
    ends_at: datetime | None = None


@runtime_checkable
class Checks(Protocol):
    """A platform that can be asked whether a token is good, without publishing anything."""

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Sound, certainly refused, or not to be known now. Never raises for what a server or network does."""


@runtime_checkable
class Renews(Protocol):
    """A platform whose tokens live shortly and are renewed by a program."""

    async def renew(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """New particulars, a certain refusal, or nothing known. Never raises for what a server or network does."""


@runtime_checkable
class Prolongs(Protocol):
    """A platform that gives a newer token for one that lives for weeks, as long as that one still works.

    Where nothing comes of it, the old one is used until its end, and a person is reminded in time.
    """

    async def prolong(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """New particulars, a certain refusal of the old, or nothing known. Never raises, as `renew`."""


async def asked(call: Awaitable[Reply]) -> Reply | Refused | Unsure:
    """The answer to a call that asks whether a token is good; only 401 and 403 are taken for a refusal of it."""
    try:
        reply = await call
    except CallBroken as fault:
        return Unsure(f"Layanan tidak dapat ditanya ({fault}).")
    if reply.ok:
        return reply
    if reply.status in (401, 403) and reply.json() is not None:
        told = f"Layanan tidak mengenali lagi token akun ini. {clean(own_words(reply))}"
        return Refused(told.strip(), access_lost=True)
    return Unsure(f"{refusal(reply)}.")


def hidden(told: Told, access: Access) -> Told:
    """An outcome in whose sentence none of the account's own secrets stands, should a service send them back."""
    reason = getattr(told, "reason", "")
    kept = reason
    for secret in sorted(access.secrets.values(), key=len, reverse=True):
        if len(secret) >= SHORTEST:
            kept = kept.replace(secret, "…")
    return told if kept == reason else replace(told, reason=kept)


def plausible(token: str, *others: str) -> bool:
    """True for what can be a token: long enough, one word, and none of the other particulars given back."""
    word = re.fullmatch(r"[\w.~+/=:|%-]+", token, re.ASCII)
    return word is not None and len(token) >= SHORTEST and token not in others
