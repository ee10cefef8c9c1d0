"""What is live and has to be changed or taken down, on every channel, with the trace kept.

A correction or withdrawal is a delivery of its own that amends the one which published. It waits until it is certain
whether that post is live: a post that is not, is not published any more either, and its correction goes out instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.platforms.values import Gone, Live

from .planning import deliveries_plan, require_sayable
from .settled import close, title_of

Deed, State = Delivery.Deed, Delivery.State
UNDECIDED = (State.SENDING, State.UNCLEAR)
"""States in which nobody knows whether the post is live."""
DELETED = "Kirimannya tidak ada lagi di kanal ini: seseorang telah menghapusnya di sana."
CLOSED = "Kanal ini sudah diputus dari Suluh: ubah atau hapus dengan tangan."


@transaction.atomic
def deliveries_correct(
    *,
    about: str,
    source: str,
    unit: Unit,
    contents: Mapping[Channel, Content],
    due_at: datetime | None = None,
    urgent: bool = False,
    by: Actor,
    speaker: Actor | None = None,
) -> list[Delivery]:
    """Let every channel show the new words of a thing: where its post is live it is changed, elsewhere published.

    `due_at` is when, at once where it is left out. `about` is the thing as "kind:id", `source` its new revision as
    "kind:id:revision"; a second call with the same source plans nothing anew. Returns the deliveries that bring the
    new words, one a channel.

    Raises:
        NotAllowed: `by`, or `speaker` for whom `by` stands in, may not speak on a channel.
        RulesBroken: a content breaks rules of its platform; nothing is changed then.
    """
    require_sayable(contents, by=speaker or by)
    due = due_at or timezone.now()
    made, fresh = [], {}
    for channel, content in contents.items():
        known = Delivery.objects.filter(channel=channel, source=source).first()
        shown = None if known else _shown(about, channel)
        if known:
            made.append(known)
        elif shown is not None and _changeable(shown, by):
            made.append(_amendment(shown, Deed.CORRECT, source, content, urgent=urgent, due_at=due, by=by))
        else:
            fresh[channel] = content
    made += deliveries_plan(source=source, unit=unit, contents=fresh, due_at=due, urgent=urgent, by=by, speaker=speaker)
    return made


@transaction.atomic
def deliveries_withdraw(*, about: str, reason: str, urgent: bool = True, by: Actor) -> list[Delivery]:
    """Take a thing down from every channel, and call off what was not published yet.

    Whoever may take back what the unit says may do so on every channel, also on those where others speak.
    Returns a delivery for each post that is or may be live. Asked again, it gives those that are there.

    Raises:
        NotAllowed: `by` neither works for, leads nor coordinates the unit that said it.
    """
    made = []
    for channel in Channel.objects.filter(deliveries__in=_posts(about)).distinct():
        shown = _shown(about, channel)
        if shown is None:
            continue
        permit(by, "delivery.withdraw", shown)
        if _changeable(shown, by):
            source = f"{about}:withdraw:{shown.pk}"
            known = Delivery.objects.filter(channel=channel, source=source).first()
            content, now = Content.from_json(shown.content), timezone.now()
            made.append(
                known
                or _amendment(shown, Deed.WITHDRAW, source, content, urgent=urgent, due_at=now, by=by, reason=reason)
            )
    return made


@transaction.atomic
def deliveries_call_off(*, about: str, by: Actor) -> int:
    """Let nothing of a thing go out that has not been sent yet, for it is being written anew; what is live stays.

    Part of the deed that opens the thing again, which asks for its own permission. Returns how many were called off.
    """
    begun = Delivery.objects.select_for_update(of=("self",)).select_related("channel", "unit")
    rows = begun.filter(source__startswith=f"{about}:", state__in=(State.WAITING, State.BY_HAND))
    called_off = list(rows.exclude(deed=Deed.WITHDRAW).order_by("id"))
    for delivery in called_off:
        close(delivery, State.DROPPED, event="delivery.dropped", by=by)
    return len(called_off)


def amended(delivery: Delivery, outcome: Live | Gone, *, by: Actor | None = None) -> Delivery:
    """Write down, inside a transaction, that an amendment is done, or that its post is not there any more."""
    post = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.published.pk)
    if isinstance(outcome, Live):
        found = {"remote": outcome.remote[:300] or post.remote, "url": outcome.url[:500] or post.url}
        return close(delivery, State.LIVE, event="delivery.corrected", by=by, reason="", **found)
    post.state = State.GONE
    post.save(update_fields=["state"])
    if delivery.deed == Deed.WITHDRAW:
        close(delivery, State.GONE, event="delivery.withdrawn", by=by, reason="")
        follow(post)
        return delivery
    for waiting in (delivery, *_waiting(post).filter(deed=Deed.CORRECT).exclude(pk=delivery.pk)):
        close(waiting, State.FAILED, event="delivery.failed", by=by, reason=DELETED)
    return delivery


def follow(post: Delivery) -> None:
    """A post is certainly not there: what waited to change it is published in its place, what waited to end it is done.

    Called inside a transaction whenever a publication leaves the doubt in which amendments wait for it.
    """
    if post.deed != Deed.PUBLISH or post.state in (*UNDECIDED, State.LIVE):
        return
    for amendment in _waiting(post):
        if post.state in (State.WAITING, State.BY_HAND):
            close(post, State.DROPPED, event="delivery.dropped")
        if amendment.deed == Deed.WITHDRAW:
            close(amendment, State.GONE, event="delivery.withdrawn")
        else:
            amendment.deed, amendment.amends = Deed.PUBLISH, None
            amendment.save(update_fields=["deed", "amends"])


def _waiting(post: Delivery) -> QuerySet[Delivery]:
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("channel", "unit")
    return rows.filter(amends=post, state=State.WAITING).order_by("id")


def _posts(about: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(source__startswith=f"{about}:", deed=Deed.PUBLISH)


def _shown(about: str, channel: Channel) -> Delivery | None:
    """The publication of the thing on a channel, locked."""
    rows = _posts(about).select_for_update(of=("self",)).select_related("channel", "unit")
    return rows.filter(channel=channel).exclude(state=State.DROPPED).order_by("-id").first()


def _changeable(shown: Delivery, by: Actor) -> bool:
    """True when the post is or may be live. What only waits is called off here, and so are older amendments."""
    if shown.state in (State.WAITING, State.BY_HAND):
        close(shown, State.DROPPED, event="delivery.dropped", by=by)
    older_ones = shown.amendments.select_for_update().filter(deed=Deed.CORRECT)
    for older in older_ones.filter(state__in=(State.WAITING, State.BY_HAND, State.UNCLEAR)):
        close(older, State.DROPPED, event="delivery.dropped", by=by)
    return shown.state in (*UNDECIDED, State.LIVE)


def _amendment(
    shown: Delivery,
    deed: Delivery.Deed,
    source: str,
    content: Content,
    *,
    urgent: bool,
    due_at: datetime,
    by: Actor,
    reason: str = "",
) -> Delivery:
    notes = shown.notes if content.as_json()["media"] == shown.content.get("media") else {}
    delivery = Delivery.objects.create(
        channel=shown.channel,
        unit=shown.unit,
        source=source,
        deed=deed,
        amends=shown,
        content=content.as_json(),
        digest=content.digest,
        urgent=urgent,
        due_at=due_at,
        next_at=due_at,
        notes=notes,
        reason=reason[:400],
        planned_by=by if isinstance(by, Person) else None,
    )
    event = "delivery.correction-planned" if deed == Deed.CORRECT else "delivery.withdrawal-planned"
    told = {"title": title_of(delivery), "channel": str(shown.channel), "reason": reason}
    record(event, on=delivery, by=by, unit=shown.unit, **told)
    if shown.channel.state == Channel.State.CLOSED:
        close(delivery, State.BY_HAND, event="delivery.amend-by-hand", reason=CLOSED)
    return delivery
