"""Who calls: the key in the head of a call, read before anything of its body."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from suluh.disclosure.models import PushKey
from suluh.disclosure.services.push_keys import push_key_use

PATIENCE = 20.0
"""Seconds without a byte after which a body counts as broken off."""


class VillageKey(HttpBearer):
    """A living key of a village. Every use is noted and counted."""

    def authenticate(self, request: HttpRequest, token: str) -> PushKey | None:
        """The key, None for any other word."""
        key = push_key_use(word=token)
        if key is not None:
            _be_patient(request)
        return key


def _be_patient(request: HttpRequest) -> None:
    """Let no silent body hold a thread for good."""
    socket: Any = request.META.get("gunicorn.socket")
    if socket is not None:
        socket.settimeout(PATIENCE)
