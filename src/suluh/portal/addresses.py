"""Under which address this installation is read."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def root_of(request: HttpRequest) -> str:
    """The address without the last slash: as set, so that feeds and cards name one address; else as asked."""
    return settings.CONFIG.base_url.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
