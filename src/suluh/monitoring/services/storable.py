"""What strangers send, made into what PostgreSQL can hold."""

from __future__ import annotations

from typing import Any


def clean(text: str) -> str:
    """Text without NUL and lone surrogates, which no column and no JSON of PostgreSQL takes."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def clean_all(value: Any) -> Any:
    """A JSON-able value with every text in it, names too, made clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(name) if isinstance(name, str) else name: clean_all(inside) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [clean_all(inside) for inside in value]
    return value
