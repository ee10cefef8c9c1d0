"""The sealed store: excluded files, each encrypted with its own key, apart from every other file."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from suluh.organization.sealed import CannotOpen, seal, unseal

from .private_store import sealed_folder

NONCE = 12


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where sealed bytes lie and the sealed key that opens them."""

    stored: str
    sealed_key: str


def seal_bytes(content: bytes) -> Sealed:
    """Encrypt bytes with a new key and put them away under a random name."""
    name, key, nonce = secrets.token_hex(20), secrets.token_bytes(32), secrets.token_bytes(NONCE)
    path = sealed_folder() / name
    closed = nonce + AESGCM(key).encrypt(nonce, content, name.encode())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(closed)
    return Sealed(name, seal(key.hex(), bound=f"sealed-file:{name}"))


def unseal_bytes(stored: str, sealed_key: str) -> bytes:
    """Open what `seal_bytes` closed.

    Raises:
        CannotOpen: the key is of another installation or file, or the bytes were changed.
        FileNotFoundError: the file is gone.
    """
    key = bytes.fromhex(unseal(sealed_key, bound=f"sealed-file:{stored}"))
    closed = (sealed_folder() / stored).read_bytes()
    try:
        return AESGCM(key).decrypt(closed[:NONCE], closed[NONCE:], stored.encode())
    except InvalidTag:
        raise CannotOpen from None


def forget(stored: str) -> None:
    """Remove sealed bytes; nothing happens when they are gone."""
    (sealed_folder() / stored).unlink(missing_ok=True)
