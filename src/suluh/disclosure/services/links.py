"""Writes on looks at addresses: two tries a day apart before an address counts as broken; nothing is ever removed."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from suluh.disclosure.links import Look, look_at
from suluh.disclosure.models import Item, LinkCheck
from suluh.kernel.http.client import Client
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

State = LinkCheck.State
CHECK_TASK = "disclosure.links"
AT_ONCE = 300
"""Addresses in one run; the job comes every hour."""
AGAIN = {
    State.OK: timedelta(days=14),
    State.CLOSED: timedelta(days=14),
    State.UNSURE: timedelta(days=1),
    State.BROKEN: timedelta(days=3),
}
"""When an address is looked at again, by what was seen."""


def links_check(*, client: Client, most: int = AT_ONCE) -> int:
    """Look at the addresses whose turn it is, those never seen first; the number of items."""
    due = list(_due(timezone.now()).values_list("pk", "link")[:most])
    looks = look_at([link for _pk, link in due], client)
    for pk, link in due:
        link_seen(item=pk, link=link, look=looks[link])
    return len(due)


@transaction.atomic
def link_seen(*, item: int, link: str, look: Look) -> None:
    """Keep what was seen at an item's address; nothing where the item has another one meanwhile."""
    if not Item.objects.filter(pk=item, link=link).select_for_update(no_key=True).exists():
        return
    now = timezone.now()
    before = LinkCheck.objects.filter(item=item, link=link).first()
    failing = before.failing_since if before else None
    state = _state(look, failing, now)
    since = (failing or now) if state in (State.UNSURE, State.BROKEN) else None
    LinkCheck.objects.update_or_create(
        item_id=item,
        defaults={
            "link": link, "state": state, "reason": look.why, "status": look.status, "failing_since": since,
            "checked_at": now, "next_at": now + AGAIN[state],
        },
    )  # fmt: skip


@transaction.atomic
def link_look_again(*, item: Item, by: Actor) -> None:
    """Ask for a look at an item's address now, for whoever has mended the page.

    Raises:
        NotAllowed: `by` works neither for the unit nor as PPID of its body.
    """
    permit(by, "item.propose", item)
    LinkCheck.objects.filter(item=item).update(next_at=timezone.now())
    # a savepoint: the refused insert must not spoil the caller's transaction
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(CHECK_TASK, queue="housekeeping", queueing_lock=CHECK_TASK).defer()


def _due(now: datetime) -> QuerySet[Item]:
    waits = Q(link_check__isnull=True) | Q(link_check__next_at__lte=now) | ~Q(link_check__link=F("link"))
    rows = Item.objects.filter(waits, state=Item.State.PUBLISHED).exclude(link="")
    return rows.order_by(F("link_check__next_at").asc(nulls_first=True), "pk")


def _state(look: Look, failing: datetime | None, now: datetime) -> State:
    if look.closed:
        return State.CLOSED
    if not look.why:
        return State.OK
    waited = failing is not None and now - failing >= AGAIN[State.UNSURE]
    return State.BROKEN if waited else State.UNSURE
