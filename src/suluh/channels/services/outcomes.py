"""What an outcome makes of a delivery: live, later, failed, looked after again, or put before a person."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Attempt, Channel, Delivery
from suluh.platforms.platform import Platform
from suluh.platforms.values import Absent, ByHand, Change, Gone, Later, Live, Means, Refused, Sighting, Unsure

from .amending import amended, follow
from .claims import Step
from .connecting import channel_lose
from .pace import Pace
from .settled import close

State = Delivery.State
HAND = "Kirim dengan tangan, lalu catat tautannya."


@transaction.atomic
def settle(*, step: Step, outcome: Change | Sighting, at: datetime, seconds: float, pace: Pace) -> None:
    """Write down what came of a step, unless somebody else has taken the delivery over meanwhile.

    News that it is live is taken from anybody: it stays true whoever holds the lease.
    """
    channel = Channel.objects.select_for_update().get(pk=step.channel.pk)
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("unit").get(pk=step.delivery.pk)
    delivery.channel = channel
    Attempt.objects.create(
        delivery=delivery,
        kind=step.kind,
        at=at,
        seconds=round(seconds, 3),
        outcome=type(outcome).__name__.lower(),
        reason=getattr(outcome, "reason", "")[:400],
    )
    if isinstance(outcome, Live | Gone) and not delivery.makes:
        if delivery.state in (State.SENDING, State.UNCLEAR):
            amended(delivery, outcome)
        return
    if isinstance(outcome, Live):
        now = timezone.now()
        rest = {"resting_until": now + timedelta(seconds=outcome.rest)} if outcome.rest else {}
        Channel.objects.filter(pk=channel.pk).update(good_at=now, doubt="", **rest)
        if delivery.state in (State.SENDING, State.UNCLEAR):
            close(
                delivery,
                State.LIVE,
                event="delivery.live",
                remote=outcome.remote[:300],
                url=outcome.url[:500],
                reason="",
            )
        return
    if delivery.state != State.SENDING or delivery.lease != step.lease:
        return
    delivery.lease, delivery.lease_until = "", None
    _settle_open(delivery, channel, outcome, step, pace)
    follow(delivery)


def _settle_open(delivery: Delivery, channel: Channel, outcome: Change | Sighting, step: Step, pace: Pace) -> None:
    match outcome:
        case ByHand(reason=reason):
            _by_hand(delivery, reason)
        case Refused(reason=reason, access_lost=lost):
            if lost:
                channel_lose(channel=channel, reason=reason)
                _wait(delivery, 0.0, reason)
            else:
                _fail(delivery, reason)
        case Later():
            _later(delivery, channel, outcome, pace)
        case Absent():
            _absent(delivery, step.platform, pace)
        case Unsure():
            _unsure(delivery, step, outcome, pace)


def _by_hand(delivery: Delivery, reason: str) -> None:
    event = "delivery.by-hand" if delivery.makes else "delivery.amend-by-hand"
    close(delivery, State.BY_HAND, event=event, reason=(reason or HAND)[:400])


def _fail(delivery: Delivery, reason: str) -> None:
    """Not published; what is live and could not be changed is for a person to change."""
    if delivery.makes:
        close(delivery, State.FAILED, event="delivery.failed", reason=reason[:400])
    else:
        _by_hand(delivery, reason)


def _wait(delivery: Delivery, seconds: float, reason: str) -> None:
    delivery.state, delivery.reason = State.WAITING, reason[:400]
    delivery.next_at = timezone.now() + timedelta(seconds=seconds)
    delivery.save()


def _later(delivery: Delivery, channel: Channel, outcome: Later, pace: Pace) -> None:
    """Certainly not live. The whole channel rests, so that order is kept and nobody is asked in vain."""
    seconds, reason = outcome.seconds, outcome.reason
    if delivery.tries >= pace.most_tries and not outcome.gained:
        _fail(delivery, f"Sudah {delivery.tries} kali dicoba. {reason}")
        return
    if not outcome.gained:
        seconds = seconds or pace.pauses[min(delivery.tries, len(pace.pauses)) - 1]
    channel.resting_until = timezone.now() + timedelta(seconds=seconds)
    channel.save(update_fields=["resting_until"])
    _wait(delivery, seconds, reason)


def _absent(delivery: Delivery, platform: Platform, pace: Pace) -> None:
    """Not there: believed once the platform had time to bring to light what it accepted."""
    sent = delivery.sent_at or timezone.now()
    believed_at = sent + timedelta(seconds=platform.settles * pace.settles)
    if platform.means is Means.NONE:
        _ask_person(delivery, delivery.reason)
    elif timezone.now() < believed_at:
        _look_again(delivery, max(0.2, (believed_at - timezone.now()).total_seconds()), delivery.reason)
    elif delivery.tries >= pace.most_tries:
        _fail(delivery, f"Sudah {delivery.tries} kali dikirim dan tidak tampak di sana.")
    else:
        _wait(delivery, 0.0, "Tidak tampak di sana; dikirim lagi dengan kunci yang sama.")


def _unsure(delivery: Delivery, step: Step, outcome: Unsure, pace: Pace) -> None:
    """Look again after a growing pause, or change the same post again, which does no harm; at last ask a person."""
    reason, now = outcome.reason, timezone.now()
    spent = (now - (delivery.sent_at or now)).total_seconds()
    if outcome.patience and spent < outcome.patience * pace.settles:
        # what a platform works on is often ready soon: each pause doubles the time since it was sent
        _look_again(delivery, min(max(spent, pace.looks[0]), pace.looks[-1]), reason)
        return
    publishes = delivery.makes
    if step.kind == Attempt.Kind.LOOK or not publishes:
        delivery.looks += 1
    if (publishes and step.platform.means is Means.NONE) or delivery.looks >= len(pace.looks):
        _ask_person(delivery, reason)
    else:
        _look_again(delivery, pace.looks[delivery.looks], reason)


def _look_again(delivery: Delivery, seconds: float, reason: str) -> None:
    delivery.next_at = timezone.now() + timedelta(seconds=seconds)
    delivery.reason = reason[:400]
    delivery.save()


def _ask_person(delivery: Delivery, reason: str) -> None:
    close(delivery, State.UNCLEAR, event="delivery.unclear", reason=reason[:400])
