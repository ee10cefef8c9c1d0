"""What a post costs on platforms that take money for it; shown before approval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from suluh.platforms.values import Post


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one post in US dollars, and a sentence on what makes it dear, empty where nothing does."""

    dollars: Decimal
    why: str = ""

    @property
    def words(self) -> str:
        """As an officer reads it: "US$0,200; tautan = 13× biaya"."""
        price = f"US${self.dollars:.3f}".replace(".", ",")
        return f"{price}; {self.why}" if self.why else price


@runtime_checkable
class Priced(Protocol):
    """A platform that takes money for a post."""

    def cost(self, post: Post) -> Cost:
        """The price of the post."""
