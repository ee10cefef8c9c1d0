"""Whose paper it is: the value from which every letter and report draws its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Crest and names at the head of a paper.

    Hand it to `paper`; a template draws it with `#import "@suluh/letters:1.0.0": letterhead, masthead`:
    `letterhead(data.letterhead)` on letters (crest, centred names, double rule), `masthead(data.letterhead, right)` on
    reports (crest and names on one line with what stands at the right).
    """

    government: str
    """"Pemerintah Kabupaten Arunika"."""
    body: str = ""
    """The office that writes: "Dinas Komunikasi dan Informatika"."""
    address: tuple[str, ...] = ()
    """Lines of the postal address."""
    contact: str = ""
    """Telephone, mail and site on one line."""
    crest: bytes = b""
    """A PNG from our own store; empty where there is none."""

    def as_data(self) -> dict[str, Any]:
        """The value as templates read it: bytes of the crest as numbers, for Typst's `image(bytes(...))`."""
        return {
            "government": self.government,
            "body": self.body,
            "address": list(self.address),
            "contact": self.contact,
            "crest": list(self.crest),
        }
