"""The word list of this probe, read once from `terms.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list() -> dict[str, Any]:
    """Groups of terms with role and weight, and the lists."""
    return tomllib.loads(files(__package__).joinpath("terms.toml").read_text("utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Entries of one list; a tilde stands for a space."""
    return tuple(entry.replace("~", " ") for entry in word_list()["lists"][name].split())


def alternatives(name: str) -> str:
    """Entries of one list as the inside of a regular-expression group."""
    return "|".join(words(name))
