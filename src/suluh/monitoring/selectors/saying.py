"""Sentences with linked numbers: "[41 of 200 units](week) updated their sites"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LINK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Link:
    """Where the rows behind a number are; `urgent` when a person must act on it."""

    address: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a sentence, with the link under it."""

    words: str
    link: Link | None = None


def say(sentence: str, links: Mapping[str, Link]) -> list[Piece]:
    """Cut a sentence with "[words](key)" into pieces; an unknown key leaves plain words."""
    pieces: list[Piece] = []
    place = 0
    for found in LINK.finditer(sentence):
        if found.start() > place:
            pieces.append(Piece(sentence[place : found.start()]))
        pieces.append(Piece(found[1], links.get(found[2])))
        place = found.end()
    if place < len(sentence):
        pieces.append(Piece(sentence[place:]))
    return pieces


def plain(pieces: list[Piece]) -> str:
    """The sentence without its links."""
    return "".join(piece.words for piece in pieces)
