"""The PPID accepts many proposals of a unit at once, each as it was read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.models import Item, ItemVersion
from suluh.disclosure.selectors.reviewing import seen_as
from suluh.kernel.row_keys import row_key
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import Deed, record_many

State = ItemVersion.State


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many proposals were accepted, and how many were left: changed since they were read, or without a class."""

    accepted: int
    left: int


@transaction.atomic
def versions_accept(*, unit: Unit, seen: Collection[str], by: Actor) -> Reviewed:
    """Accept proposals of a unit with the class that each names; they wait for the next decree.

    A proposal that was rewritten, decided or taken back since it was read is left as it is.

    Args:
        unit: whose proposals they are; others are not touched.
        seen: proposals as `seen_as` named them on the page.
        by: the PPID of the unit's body.

    Raises:
        NotAllowed: `by` is not the PPID of the unit's body.
    """
    permit(by, "item.review", unit)
    keys = [key for one in seen if (key := row_key(one.partition(".")[0])) is not None]
    waiting = ItemVersion.objects.filter(pk__in=keys, state=State.PROPOSED, item__unit=unit)
    rows = [
        version
        for version in waiting.select_for_update(of=("self",)).select_related("item").order_by("pk")
        if seen_as(version) in seen and version.says.category
    ]
    person, now = (by if isinstance(by, Person) else None), timezone.now()
    ItemVersion.objects.filter(pk__in=[version.pk for version in rows]).update(
        state=State.ACCEPTED, reviewed_by=person, reviewed_at=now
    )
    record_many("item.accepted", [_deed(unit, version) for version in rows], by=by)
    return Reviewed(len(rows), len(seen) - len(rows))


def _deed(unit: Unit, version: ItemVersion) -> Deed:
    says = version.says
    values = {"code": version.item.code, "title": says.title, "category": says.category}
    return Deed(f"{Item._meta.model_name}:{version.item_id}", unit, values)
