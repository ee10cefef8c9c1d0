"""Tokens of simulated platforms that live shortly: each longer one gives a new short one, and may be used up by it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from .shown import REVOKED


@dataclass
class Tokens:
    """Short and long tokens of one platform. A long one "segar-NAME-…" is the account NAME's.

    `life` is how many seconds a short one works; `used_up` tells that a long one works once.
    """

    life: int = 7200
    used_up: bool = False
    nonsense: str | None = None
    """What is given in the place of a short token, when a platform has gone wrong."""
    short: dict[str, tuple[str, float]] = field(default_factory=dict)
    spent: set[str] = field(default_factory=set)

    @staticmethod
    def first(account: str) -> str:
        """The long token that a person pastes."""
        return f"segar-{account}-{'0' * 8}"

    def account(self, request: web.Request) -> str:
        """Whose short token signs a request; "" when none does."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        name, until = self.short.get(token, ("", 0.0))
        return name if time.monotonic() < until else ""

    def renew(self, form: Mapping[str, object]) -> dict[str, object] | None:
        """New tokens for a long one; None when it is no good."""
        long = str(form.get("refresh_token", ""))
        name = long.removeprefix("segar-").rsplit("-", 1)[0]
        if not long.startswith("segar-") or long in self.spent or REVOKED in long:
            return None
        answer = self._short(name)
        if self.used_up:
            self.spent.add(long)
            answer["refresh_token"] = f"segar-{name}-{secrets.token_hex(4)}"
        return answer

    def issue(self, account: str) -> dict[str, object]:
        """The first tokens of an account whose owner said yes."""
        return self._short(account) | {"refresh_token": f"segar-{account}-{secrets.token_hex(4)}"}

    def end(self, token: str) -> None:
        """A token, short or long, is taken back; a long one takes its account's short ones along."""
        self.spent.add(token)
        name = token.removeprefix("segar-").rsplit("-", 1)[0] if token.startswith("segar-") else ""
        self.short = {one: kept for one, kept in self.short.items() if one != token and kept[0] != name}

    def _short(self, account: str) -> dict[str, object]:
        token = f"sebentar-{secrets.token_hex(8)}"
        self.short[token] = (account, time.monotonic() + self.life)
        given = token if self.nonsense is None else self.nonsense
        return {"access_token": given, "expires_in": self.life, "token_type": "bearer"}

    def forget(self) -> None:
        """All short tokens end now."""
        self.short.clear()
