"""Files of items on disk: random names in the private folder, written whole or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(content: bytes) -> str:
    """Put bytes away; returns the name under which they lie."""
    token = secrets.token_hex(20)
    return default_storage.save(f"items/{token[:2]}/{token}", ContentFile(content))


def read(stored: str) -> bytes:
    """The bytes that `keep` put away.

    Raises:
        FileNotFoundError: they are gone.
    """
    with default_storage.open(stored) as file:
        content: bytes = file.read()
        return content


def remove(stored: str) -> None:
    """Remove the bytes; nothing happens when they are gone."""
    default_storage.delete(stored)


def sealed_folder() -> Path:
    """The folder of sealed files, for this account alone."""
    folder: Path = settings.SEALED_ROOT
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
