"""Where mail goes: an SMTP server, or files in the data folder until one is set."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TLS_SCHEMES = {"smtp": "STARTTLS", "smtps": "SSL", "smtp+plain": ""}
"""`smtp` speaks STARTTLS (port 587), `smtps` TLS from the start (465), `smtp+plain` none: a relay on this machine."""


def mail_settings(url: str, outbox: Path) -> dict[str, Any]:
    """Django's mail settings for `url`; an empty one keeps every mail as a file in `outbox`."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": str(outbox)}
    parts = urlsplit(url)
    if parts.scheme not in TLS_SCHEMES or not parts.hostname:
        raise ValueError("SULUH_MAIL_URL harus berbentuk smtp://pengguna:sandi@server:587")
    tls = TLS_SCHEMES[parts.scheme]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"STARTTLS": 587, "SSL": 465, "": 25}[tls],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls == "STARTTLS",
        "EMAIL_USE_SSL": tls == "SSL",
        "EMAIL_TIMEOUT": 20,
    }
