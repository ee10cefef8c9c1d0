"""Django's description of the database; the same for the private server and for DATABASE_URL but for the address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .account import database_account
from .cluster import APPLICATION_ROLE, NAME, Access, Cluster

POOL = {"min_size": 0, "max_size": 12, "timeout": 20, "max_idle": 120}
"""Connections of one process; twelve covers the threads of one web process."""


def django_database(data: Path, url: str = "", *, pooled: bool = True) -> dict[str, Any]:
    """The entry for `DATABASES`. Before the private database was made it names no password."""
    entry = _from_url(url) if url else _private(Cluster(data, database_account()).access())
    entry["ENGINE"] = "django.db.backends.postgresql"
    if pooled:
        entry["OPTIONS"]["pool"] = dict(POOL)
    return entry


def _private(access: Access | None) -> dict[str, Any]:
    return {
        "NAME": NAME,
        "USER": APPLICATION_ROLE,
        "PASSWORD": access.password if access else "",
        "HOST": access.socket_folder if access else "",
        "OPTIONS": {},
    }


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ValueError("DATABASE_URL harus berbentuk postgres://pengguna:sandi@server:5432/nama")
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
