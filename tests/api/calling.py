"""Calls of the API as a village's system makes them."""

import json
from typing import Any

from django.test import Client

from suluh.disclosure.services.push_keys import push_key_make
from suluh.organization.rights import OPERATOR

CHANGES = "/api/v1/butir"


def row(code: str = "A-1", title: str = "Anggaran desa 2026", **more: Any) -> dict[str, Any]:
    """One good row."""
    return {
        "id": code, "title": title, "summary": "Pendapatan dan belanja desa.", "holder": "Sekretaris desa",
        "responsible": "Kepala desa", "retention": "5 tahun", **more,
    }  # fmt: skip


def key_of(unit) -> str:
    """A living key of a village."""
    return push_key_make(unit=unit, name="OpenSID", by=OPERATOR)[1]


def address(unit) -> str:
    return f"/api/v1/desa/{unit.slug}/butir"


def call(method: str, path: str, word: str = "", body: Any = None, **heads: str):
    """Send a call; `body` is JSON unless it is bytes."""
    if word:
        heads["authorization"] = f"Bearer {word}"
    data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
    client = Client(raise_request_exception=False)
    return client.generic(method, path, data, content_type="application/json", headers=heads)


def push(unit, word: str, *rows: dict[str, Any], method: str = "POST"):
    return call(method, address(unit), word, {"items": list(rows)})
