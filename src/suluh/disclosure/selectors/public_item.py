"""One public item with its public files and what of it is excluded."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure.models import Exclusion, Item, ItemFile

from .visible import exclusions_public, files_public


@dataclass(frozen=True, slots=True)
class PublicItem:
    """What the page of an item shows beside its columns."""

    item: Item
    files: list[ItemFile]
    excluded_parts: list[Exclusion]


def public_item(item: Item) -> PublicItem:
    """Files and excluded parts of a public item, in two queries."""
    parts = exclusions_public().filter(item=item, scope=Exclusion.Scope.PART).order_by("pk")
    return PublicItem(item, list(files_public().filter(item=item).select_related("item")), list(parts))
