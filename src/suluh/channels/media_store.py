"""Media of approved contents on disk: named by what they are, so that the same picture lies there once."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(content: bytes) -> tuple[str, str]:
    """Put bytes away; returns the name under which they lie, and their SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    name = f"media/{digest[:2]}/{digest}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return name, digest


def read(name: str) -> bytes:
    """The bytes that `keep` put away.

    Raises:
        FileNotFoundError: they are gone.
    """
    with default_storage.open(name) as file:
        content: bytes = file.read()
        return content
