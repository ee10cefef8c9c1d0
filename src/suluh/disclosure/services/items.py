"""Writes on items: a unit proposes, the PPID reviews (Perki 1/2021 art. 45(2)–(3))."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.content import ItemContent
from suluh.disclosure.errors import VersionClosed, VersionOpen
from suluh.disclosure.models import Decree, Item, ItemVersion
from suluh.organization.models import Person, Unit
from suluh.organization.naming import fold
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .numbering import next_codes

State = ItemVersion.State


@transaction.atomic
def item_propose(
    *, unit: Unit, content: ItemContent, by: Actor, origin: str = Item.Origin.FORM, outside_id: str = ""
) -> ItemVersion:
    """Propose a new item of a unit for the list; nobody but officers sees it until a decree fixes it.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
    """
    permit(by, "item.propose", unit)
    (code,) = next_codes(unit)
    item = Item.objects.create(unit=unit, code=code, origin=origin, outside_id=outside_id, **content_columns(content))
    version = _version(item, content, by)
    record("item.proposed", on=item, by=by, unit=unit, code=item.code, title=item.title)
    return version


@transaction.atomic
def item_propose_change(*, item: Item, content: ItemContent, by: Actor) -> ItemVersion:
    """Propose other contents of an item; a proposal that was returned or not yet reviewed is mended in place.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        VersionOpen: an accepted change waits for its decree.
    """
    permit(by, "item.propose", item)
    item = Item.objects.select_for_update().get(pk=item.pk)
    version = _rewritten(item, content, by) or _version(item, content, by)
    if item.state == Item.State.PROPOSED:
        Item.objects.filter(pk=item.pk).update(**content_columns(content), changed_at=timezone.now())
    record("item.change-proposed", on=item, by=by, unit=item.unit, code=item.code, title=content.title)
    return version


@transaction.atomic
def item_propose_removal(*, item: Item, by: Actor) -> ItemVersion:
    """Propose to take a published item off the list.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        VersionOpen: another proposal on the item is open.
    """
    permit(by, "item.propose", item)
    item = Item.objects.select_for_update().get(pk=item.pk)
    if item.state != Item.State.PUBLISHED:
        raise VersionClosed
    if item.versions.filter(state__in=ItemVersion.OPEN).exists():
        raise VersionOpen
    version = _version(item, item.content, by, removal=True)
    record("item.removal-proposed", on=item, by=by, unit=item.unit, code=item.code, title=item.title)
    return version


@transaction.atomic
def version_accept(*, version: ItemVersion, category: str, law_code: str, by: Actor) -> ItemVersion:
    """Accept a proposal and give the item its class; it waits for the next decree.

    Raises:
        NotAllowed: `by` is not the PPID of the item's body.
        VersionClosed: it was decided meanwhile.
    """
    permit(by, "item.review", version)
    version = _waiting(version)
    version.content = {**version.content, "category": category, "law_code": law_code}
    _decide(version, State.ACCEPTED, by)
    if version.item.state == Item.State.PROPOSED:
        Item.objects.filter(pk=version.item_id).update(category=category, law_code=law_code)
    item = version.item
    record("item.accepted", on=item, by=by, unit=item.unit, code=item.code, title=version.says.title, category=category)
    return version


@transaction.atomic
def version_return(*, version: ItemVersion, note: str, by: Actor) -> ItemVersion:
    """Give a proposal back to its unit, with what is to be mended.

    Raises:
        NotAllowed: `by` is not the PPID of the item's body.
        VersionClosed: it was decided meanwhile.
    """
    permit(by, "item.review", version)
    version = _waiting(version)
    version.note = note
    _decide(version, State.RETURNED, by)
    item = version.item
    record("item.returned", on=item, by=by, unit=item.unit, code=item.code, title=version.says.title, note=note)
    return version


@transaction.atomic
def version_withdraw(*, version: ItemVersion, by: Actor) -> ItemVersion:
    """Take back a proposal that no decree holds yet.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
        VersionClosed: it was fixed, dropped, or lies with the superior.
    """
    permit(by, "item.propose", version)
    version = ItemVersion.objects.select_for_update().get(pk=version.pk)
    if version.state not in ItemVersion.OPEN or _in_sent_decree(version):
        raise VersionClosed
    version.state = State.DROPPED
    version.save(update_fields=["state"])
    record("item.withdrawn", on=version.item, by=by, unit=version.unit, code=version.item.code)
    return version


def content_columns(content: ItemContent) -> dict[str, Any]:
    """Columns of an item for its contents, with the key that lists sort by."""
    values = {name: getattr(content, name) for name in ItemContent.__slots__}
    return values | {"sort_key": fold(content.title)[:300]}


def _version(item: Item, content: ItemContent, by: Actor, *, removal: bool = False) -> ItemVersion:
    last = item.versions.order_by("-number").values_list("number", flat=True).first() or 0
    person = by if isinstance(by, Person) else None
    return ItemVersion.objects.create(
        item=item, number=last + 1, content=content.as_json(), proposed_by=person, removal=removal
    )


def _rewritten(item: Item, content: ItemContent, by: Actor) -> ItemVersion | None:
    """The open proposal with its new words, None where there is none."""
    version = item.versions.filter(state__in=ItemVersion.OPEN).first()
    if version is None:
        return None
    if version.state == State.ACCEPTED or version.removal:
        raise VersionOpen
    version.content = content.as_json()
    version.state = State.PROPOSED
    version.proposed_by = by if isinstance(by, Person) else None
    version.proposed_at = timezone.now()
    version.save(update_fields=["content", "state", "proposed_by", "proposed_at"])
    return version


def _waiting(version: ItemVersion) -> ItemVersion:
    fresh = ItemVersion.objects.select_for_update(of=("self",)).select_related("item__unit").get(pk=version.pk)
    if fresh.state != State.PROPOSED:
        raise VersionClosed
    return fresh


def _decide(version: ItemVersion, state: str, by: Actor) -> None:
    version.state = state
    version.reviewed_by = by if isinstance(by, Person) else None
    version.reviewed_at = timezone.now()
    version.save(update_fields=["state", "content", "note", "reviewed_by", "reviewed_at"])


def _in_sent_decree(version: ItemVersion) -> bool:
    return version.lines.filter(decree__state=Decree.State.SENT).exists()
