"""A named set of offers, one a code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar


class Coded(Protocol):
    """Anything that is told apart by its code."""

    @property
    def code(self) -> str:
        """Unique within its socket."""
        ...


T = TypeVar("T", bound=Coded)


class Registry(Generic[T]):
    """Offers of one socket by code. A code is offered once; offering the very same thing again changes nothing."""

    def __init__(self, socket: str) -> None:
        self.socket = socket
        self._offers: dict[str, T] = {}

    def register(self, *offers: Any) -> None:
        """Add offers.

        Raises:
            ValueError: another offer has the same code.
        """
        for offer in offers:
            if self._offers.setdefault(offer.code, offer) != offer:
                raise ValueError(f"{self.socket} '{offer.code}' is offered twice")

    def get(self, code: str) -> T:
        """The offer with this code.

        Raises:
            LookupError: no feature offers it.
        """
        try:
            return self._offers[code]
        except KeyError:
            raise LookupError(f"no feature offers the {self.socket} '{code}'") from None

    def __iter__(self) -> Iterator[T]:
        return iter(sorted(self._offers.values(), key=lambda offer: offer.code))

    def __contains__(self, code: str) -> bool:
        return code in self._offers

    def __len__(self) -> int:
        return len(self._offers)
