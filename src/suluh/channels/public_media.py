"""Media under an address for platforms that fetch them: nobody can guess it, and it ends within hours.

The address holds the medium's name in the store, signed with the key of the sessions and the time, so that nothing has
to be kept or cleared away.
"""

from __future__ import annotations

from datetime import timedelta
from mimetypes import guess_extension

from django.conf import settings
from django.core import signing
from django.urls import reverse

from suluh.channels.frozen import StoredMedium

LASTS = timedelta(hours=6)
"""Platforms fetch at once, a video perhaps again while they work on it."""
SALT = "channels.public-media"


class NoSuchMedium(Exception):
    """The address was never given, or has ended."""


def has_public_address() -> bool:
    """True when it is known under which address the world reaches this server."""
    return bool(settings.CONFIG.base_url)


def address_of(one: StoredMedium) -> str:
    """Where the medium can be fetched from now on; "" where the server has no address for the world."""
    return settings.CONFIG.base_url.rstrip("/") + path_of(one) if has_public_address() else ""


def path_of(one: StoredMedium) -> str:
    """The same, for pages of this server."""
    token = signing.dumps([one.name, one.mime], salt=SALT)
    return reverse("channels:media", args=[token, f"media{guess_extension(one.mime) or ''}"])


def medium_at(token: str) -> tuple[str, str]:
    """Name in the store and MIME type of the medium whose address holds the token.

    Raises:
        NoSuchMedium: the token was not given here, or is too old.
    """
    try:
        name, mime = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        raise NoSuchMedium from None
    return str(name), str(mime)
