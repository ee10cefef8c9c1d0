"""Addresses that scripts ask for, put together as the script does: pieces joined, names replaced by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.http.urls import split

_HELD = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)[\"']?\s*[:=]\s*(?=[\"'`]|[A-Za-z_$][\w$.]*\s*\+\s*[\"'`])")
_CALL = re.compile(
    r"(?:(?<![\w$])(?:fetch|\$fetch|ofetch|useFetch|getJSON)|axios(?:\.(?:get|request))?|\.(?:get|getJSON|ajax|load))\s*\(\s*"
    r"(?:\{[^{}]{0,80}?\burl\s*:\s*)?(?=[\"'`A-Za-z_$])"
    r"|\.open\(\s*[\"']GET[\"']\s*,\s*|(?<![\w$])url\s*:\s*(?=[\"'`A-Za-z_$])",
    re.I,
)
_TEXT = re.compile(r"\"([^\"\n]{0,200})\"|'([^'\n]{0,200})'|`([^`]{0,200})`")
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*")
_BLANK = re.compile(r"\$\{\s*([^{}]*)\}")
_JOIN = re.compile(r"\s*\+\s*")
_JOINED = re.compile(r"\.concat\(\s*")
_FREE = "${}"
"""Stands for a value that only the running script knows."""
_MOST_PIECES = 8
_MOST_HELD = 400
"""Characters kept under a name: texts built from each other would otherwise grow without end."""


def called_addresses(script: str) -> list[str]:
    """What a script passes to `fetch` and its like, each once; `${}` stands where a value is not known."""
    held = _held(script)
    found = (_expression(script, match.end(), held) for match in _CALL.finditer(script))
    return list(dict.fromkeys(address for address in found if _is_address(address)))


def _held(script: str) -> dict[str, str]:
    """Texts by the name that holds them, built from other such names where need be; the first of a name counts."""
    held: dict[str, str] = {}
    for match in _HELD.finditer(script):
        if match[1] not in held:
            held[match[1]] = _expression(script, match.end(), held)[:_MOST_HELD]
    return held


def _expression(script: str, at: int, held: dict[str, str]) -> str:
    """The text that the expression at a place stands for."""
    pieces: list[str] = []
    while len(pieces) < _MOST_PIECES:
        piece = next(_piece(script, at, held), None)
        if piece is None:
            break
        pieces.append(piece[0])
        joint = _JOIN.match(script, piece[1]) or _JOINED.match(script, piece[1])
        if joint is None:
            break
        at = joint.end()
    return "".join(pieces)


def _piece(script: str, at: int, held: dict[str, str]) -> Iterator[tuple[str, int]]:
    """A quoted text or a name at a place, as (its text, where it ends)."""
    if text := _TEXT.match(script, at):
        words = text[1] or text[2] or text[3] or ""
        yield _BLANK.sub(lambda blank: _known(blank[1], held), words) if text[3] else words, text.end()
    elif name := _NAME.match(script, at):
        yield _known(name[0], held), name.end()


def _known(name: str, held: dict[str, str]) -> str:
    return held.get(name.strip().rpartition(".")[2], _FREE)


def _is_address(text: str) -> bool:
    """True for a text whose path is known, but for what stands before it, and that could be asked for."""
    path = text.removeprefix(_FREE).partition("?")[0]
    if not path or _FREE in path or not re.fullmatch(r"[\w.:/~%-]+", path):
        return False
    return "/" in path or "?" in text or "." in split(path).path
