"""Forms that an Indonesian root takes in headlines: `cegah` → `mencegah`, `dicegah`, `pencegahan`."""

from __future__ import annotations

from collections.abc import Iterable

_DROPPED = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
_KEPT = {"b": "m", "f": "m", "v": "m", "c": "n", "d": "n", "j": "n", "z": "n", "g": "ng", "h": "ng"}
_SUFFIXES = ("", "kan", "i", "an", "nya", "kannya", "lah")


def forms(roots: Iterable[str]) -> frozenset[str]:
    """Each root bare, with passive and nasal prefixes, and with the common suffixes."""
    return frozenset(stem + suffix for root in roots for stem in _prefixed(root) for suffix in _SUFFIXES)


def _prefixed(root: str) -> list[str]:
    nasal = _nasal(root)
    return [root, "di" + root, "ter" + root, "ke" + root, "ber" + root, "me" + nasal, "pe" + nasal, "pe" + root]


def _nasal(root: str) -> str:
    first = root[0]
    if first in _DROPPED:
        return _DROPPED[first] + root[1:]
    if first in "aeiou":
        return "ng" + root
    return _KEPT.get(first, "") + root
