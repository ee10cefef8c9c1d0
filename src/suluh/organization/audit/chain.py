"""The arithmetic of the chain: pure functions on values, so that a chain can be checked without the product.

A link's digest is SHA-256 over a canonical text of the event and the digest before it. Values enter only through
their own salted digest: when the values are erased, the link stays verifiable.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
"""What the first link names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Link:
    """One event as the chain sees it. `at` is aware; `values_intact` is None where values were erased or none exist."""

    id: int
    seq: int | None
    code: str
    at: datetime
    actor: str
    role: str
    unit: int | None
    subject: str
    value_digest: str
    previous: str
    digest: str
    values_intact: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a walk over the chain found. Counts of events; `tail_seconds` is the age of the oldest unsealed event."""

    events: int
    sealed: int
    forks: int
    gaps: int
    altered: int
    values_altered: int
    tail_seconds: float
    tail_limit: float = field(default=300.0, repr=False)

    @property
    def ok(self) -> bool:
        """True when nothing was added, lost, reordered or changed, and the sealer keeps up."""
        broken = self.forks or self.gaps or self.altered or self.values_altered
        return not broken and self.tail_seconds <= self.tail_limit

    def as_dict(self) -> dict[str, int | float | bool]:
        """The line of `suluh audit verify --json`."""
        return {
            "events": self.events,
            "sealed": self.sealed,
            "forks": self.forks,
            "gaps": self.gaps,
            "altered": self.altered,
            "values_altered": self.values_altered,
            "tail_seconds": round(self.tail_seconds, 1),
            "ok": self.ok,
        }


def canonical(values: Mapping[str, Any]) -> bytes:
    """One text for one set of values: keys sorted, no spaces, UTF-8."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest_values(salt: bytes, values: Mapping[str, Any]) -> str:
    """Salted digest of an event's particulars; without the salt nobody can guess at erased values."""
    return hashlib.sha256(salt + canonical(values)).hexdigest()


def digest_link(link: Link, *, seq: int, previous: str) -> str:
    """The digest of a link standing at `seq` after the link with digest `previous`."""
    return hashlib.sha256(
        canonical(
            {
                "seq": seq,
                "previous": previous,
                "id": link.id,
                "code": link.code,
                "at": link.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "actor": link.actor,
                "role": link.role,
                "unit": link.unit,
                "subject": link.subject,
                "values": link.value_digest,
            }
        )
    ).hexdigest()


def seal(links: Iterable[Link], *, after_seq: int, after_digest: str) -> list[tuple[int, int, str, str]]:
    """Place unsealed links behind a head: (id, seq, previous, digest) each, in the order given."""
    placed = []
    seq, previous = after_seq, after_digest
    for link in links:
        seq += 1
        digest = digest_link(link, seq=seq, previous=previous)
        placed.append((link.id, seq, previous, digest))
        previous = digest
    return placed


def verify(sealed: Iterable[Link], unsealed: Iterable[Link], *, head: tuple[int, str] | None, now: datetime) -> Report:
    """Walk the sealed links in order of `seq` and judge them.

    Args:
        sealed: links with a `seq`, ascending.
        unsealed: links that wait for the sealer.
        head: `seq` and digest that the sealer noted last, None when it never sealed.
        now: for the age of the tail.
    """
    count = forks = gaps = altered = values_altered = 0
    seq, previous = 0, GENESIS
    for link in sealed:
        assert link.seq is not None
        count += 1
        gaps += max(0, link.seq - seq - 1)
        forks += int(link.seq == seq or (link.seq == seq + 1 and link.previous != previous))
        altered += int(link.digest != digest_link(link, seq=link.seq, previous=link.previous))
        values_altered += int(link.values_intact is False)
        seq, previous = link.seq, link.digest
    if head is not None:
        gaps += max(0, head[0] - seq)
        forks += int(head[0] < seq or (head[0] == seq and seq > 0 and head[1] != previous))
    waiting = list(unsealed)
    oldest = min((link.at for link in waiting), default=now)
    return Report(
        events=count + len(waiting),
        sealed=count,
        forks=forks,
        gaps=gaps,
        altered=altered,
        values_altered=values_altered + sum(link.values_intact is False for link in waiting),
        tail_seconds=max(0.0, (now - oldest).total_seconds()),
    )
