"""Files of items on disk: random names in the private folder, written whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

FOLDER = "items"


def keep(content: bytes) -> str:
    """Put bytes away; returns the name under which they lie."""
    token = secrets.token_hex(20)
    return default_storage.save(f"{FOLDER}/{token[:2]}/{token}", ContentFile(content))


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


def remove_later(stored: str) -> None:
    """Remove the bytes once the running transaction stands; a rollback leaves them."""
    transaction.on_commit(partial(remove, stored))


def kept() -> Iterator[tuple[str, datetime]]:
    """Every name under which bytes lie, with the time at which they were put away."""
    folders = default_storage.listdir(FOLDER)[0] if default_storage.exists(FOLDER) else []
    for folder in folders:
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
            stored = f"{FOLDER}/{folder}/{name}"
            yield stored, default_storage.get_modified_time(stored)


def sealed_folder() -> Path:
    """The folder of sealed files, for this account alone."""
    folder: Path = settings.SEALED_ROOT
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
