"""Personal secrets in the database: sealed with a key that lies outside it, bound to the row they belong to.

A sealed text is "1.<key id>.<nonce and cipher text>" (AES-256-GCM). The key file may hold several lines: the first
seals, every line opens, so a key is rotated by putting a new line above the old one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

FORMAT = "1"
NONCE = 12


class CannotOpen(Exception):
    """The text was sealed with another key or for another row, or was changed."""


def seal(text: str, *, bound: str) -> str:
    """Seal a text for one row; `bound` names the row ("applicant:7") and is needed to open it again."""
    key_id, key = _keys(settings.SEALING_KEY)[0]
    nonce = secrets.token_bytes(NONCE)
    closed = nonce + AESGCM(key).encrypt(nonce, text.encode(), bound.encode())
    return f"{FORMAT}.{key_id}.{base64.urlsafe_b64encode(closed).decode()}"


def unseal(sealed: str, *, bound: str) -> str:
    """Open what `seal` closed for the same row.

    Raises:
        CannotOpen: no key of this installation fits, the row is another, or the text was changed.
    """
    form, _, rest = sealed.partition(".")
    key_id, _, closed = rest.partition(".")
    key = dict(_keys(settings.SEALING_KEY)).get(key_id)
    if form != FORMAT or key is None:
        raise CannotOpen
    try:
        raw = base64.urlsafe_b64decode(closed)
        return AESGCM(key).decrypt(raw[:NONCE], raw[NONCE:], bound.encode()).decode()
    except (ValueError, InvalidTag):
        raise CannotOpen from None


def is_sealed_anew(sealed: str) -> bool:
    """True when a text was sealed with the newest key, so that the older ones are not needed for it."""
    newest, _ = _keys(settings.SEALING_KEY)[0]
    return sealed.startswith(f"{FORMAT}.{newest}.")


def keyed_mark(text: str, *, purpose: str) -> str:
    """A digest that only this installation can make: finds equal texts without keeping them.

    It is made with the oldest key, so that a rotation leaves it as it is.
    """
    _, key = _keys(settings.SEALING_KEY)[-1]
    return hmac.new(key, f"{purpose}\n{text}".encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=4)
def _keys(lines: str) -> tuple[tuple[str, bytes], ...]:
    """(key id, key) of each line; the id tells keys apart and tells nothing of them."""
    found = []
    for line in lines.split():
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"suluh personal data").derive(line.encode())
        found.append((hashlib.sha256(b"id" + key).hexdigest()[:8], key))
    return tuple(found)
