"""Everything about one item for the officers who work on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from suluh.disclosure.content import LABELS, Difference, differences
from suluh.disclosure.models import Exclusion, Item, ItemFile, ItemVersion, LinkCheck
from suluh.organization.permissions import may

from .links import links_broken
from .visible import exclusions_visible_to, files_visible_to

SAID = ("title", "summary")
"""Columns that the page says in its own words."""


@dataclass(frozen=True, slots=True)
class Told:
    """One version with what it says differently from the one before."""

    version: ItemVersion
    parts: list[Difference]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One item, its open proposal, its history, and what this person may do."""

    item: Item
    open: Told | None
    history: list[Told]
    facts: list[tuple[str, Any, Any]]
    files: list[ItemFile]
    exclusions: list[Exclusion]
    broken: LinkCheck | None
    may: dict[str, bool]


def open_versions(item: Item) -> QuerySet[ItemVersion]:
    """The proposal on an item that is not decided yet; at most one."""
    return item.versions.filter(state__in=ItemVersion.OPEN)


def open_version(item: Item) -> ItemVersion | None:
    """The proposal on an item that is not decided yet, None where there is none."""
    return open_versions(item).first()


def item_dossier(item: Item, person: Any) -> Dossier:
    """The item with its versions, newest first, each against the one it replaced."""
    versions = list(item.versions.select_related("proposed_by", "reviewed_by").order_by("number"))
    told, before = [], None
    for version in versions:
        told.append(Told(version, differences(before.says if before else None, version.says)))
        before = version if version.state == ItemVersion.State.FIXED else before
    waiting = next((one for one in told if one.version.state in ItemVersion.OPEN), None)
    state = waiting.version.state if waiting else ""
    review, propose = may(person, "item.review", item), may(person, "item.propose", item)
    return Dossier(
        item=item,
        open=waiting,
        history=[one for one in reversed(told) if one is not waiting],
        facts=[
            (name, label, getattr(item, name)) for name, label in LABELS.items() if name not in ("title", "summary")
        ],
        files=list(files_visible_to(person).filter(item=item).select_related("item")),
        exclusions=list(exclusions_visible_to(person).filter(item=item)),
        broken=links_broken(person).filter(item=item).first(),
        may={
            "files": propose and item.state != Item.State.EXCLUDED,
            "test": may(person, "exclusion.test", item) and item.state != Item.State.EXCLUDED,
            "review": review and state == ItemVersion.State.PROPOSED,
            "change": propose and state != ItemVersion.State.ACCEPTED and not (waiting and waiting.version.removal),
            "remove": propose and waiting is None and item.state == Item.State.PUBLISHED,
            "refresh": propose and item.state == Item.State.PUBLISHED,
            "withdraw": propose and waiting is not None,
        },
    )
