"""The manifest of a backup: what is in it, with a digest of every part."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import IO, Any

from .facts import DatabaseFacts

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
FILES = "files/"
CHUNK = 1024 * 1024


class BackupDamaged(Exception):
    """The file is no backup of ours, or not what it was when it was written; the message says what differs."""


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the backup says of itself. No key and no password is ever part of it."""

    suluh: str
    postgresql: int
    made_at: str
    government: str
    parts: tuple[Part, ...]
    facts: DatabaseFacts

    def to_json(self) -> str:
        """The manifest as it stands in the archive."""
        values = {"format": FORMAT, **asdict(self), "facts": self.facts.as_dict()}
        return json.dumps(values, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Manifest":
        """Read a manifest.

        Raises:
            BackupDamaged: it is not one, or of a later format.
        """
        try:
            values: dict[str, Any] = json.loads(text)
            if values.pop("format") != FORMAT:
                raise BackupDamaged("Cadangan ini ditulis Suluh yang lebih baru; pasang versi itu dahulu.")
            parts = tuple(Part(**part) for part in values.pop("parts"))
            return cls(parts=parts, facts=DatabaseFacts.from_dict(values.pop("facts")), **values)
        except (ValueError, KeyError, TypeError) as error:
            raise BackupDamaged(f"Daftar isi cadangan tidak terbaca ({error}).") from error


def chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in pieces of one megabyte."""
    while piece := stream.read(CHUNK):
        yield piece


def digest_of(stream: IO[bytes]) -> str:
    """SHA-256 of the whole stream, in hexadecimal."""
    digest = hashlib.sha256()
    for piece in chunks(stream):
        digest.update(piece)
    return digest.hexdigest()
