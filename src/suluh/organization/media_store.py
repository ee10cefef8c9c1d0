"""Media on disk, named by what they are: the same picture lies there once, and nobody can guess where."""

from __future__ import annotations

import hashlib
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

CHUNK = 1024 * 1024


def keep(content: bytes) -> tuple[str, str]:
    """Put bytes away; returns the name under which they lie, and their SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    return _keep(digest, ContentFile(content)), digest


def keep_file(file: IO[bytes]) -> tuple[str, str]:
    """Put an open file away piece by piece, for what is too large for memory; returns its name and SHA-256."""
    sign = hashlib.sha256()
    while piece := file.read(CHUNK):
        sign.update(piece)
    file.seek(0)
    digest = sign.hexdigest()
    return _keep(digest, File(file)), digest


def read(name: str) -> bytes:
    """The bytes that `keep` put away.

    Raises:
        FileNotFoundError: they are gone.
    """
    with default_storage.open(name) as file:
        content: bytes = file.read()
        return content


def opened(name: str) -> File[Any]:
    """The file that `keep` put away, to be read piece by piece; the caller closes it.

    Raises:
        FileNotFoundError: it is gone.
    """
    return default_storage.open(name)


def remove(name: str) -> None:
    """Remove a file; nothing happens when it is gone. The caller knows that nothing else shows it."""
    default_storage.delete(name)


def _keep(digest: str, content: File[Any]) -> str:
    name = f"media/{digest[:2]}/{digest}"
    if not default_storage.exists(name):
        default_storage.save(name, content)
    return name
