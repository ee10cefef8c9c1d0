"""What a delivery asks of a person, in one sentence each way of asking."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.channels.models import Delivery
from suluh.channels.services.settled import title_of

Deed, State = Delivery.Deed, Delivery.State


def question(delivery: Delivery) -> str:
    """What the person is to do or to find out."""
    told = {"title": title_of(delivery), "channel": delivery.channel.label}
    by_hand = delivery.state == State.BY_HAND
    if delivery.deed == Deed.WITHDRAW:
        return (
            _("Take “%(title)s” down from %(channel)s") % told
            if by_hand
            else _("Is “%(title)s” gone from %(channel)s?") % told
        )
    if delivery.deed == Deed.CORRECT:
        return (
            _("Change “%(title)s” on %(channel)s") % told
            if by_hand
            else _("Does %(channel)s show the corrected “%(title)s”?") % told
        )
    if delivery.deed == Deed.REPOST:
        return _("Does %(channel)s carry on “%(title)s”?") % told
    return _("Post “%(title)s” on %(channel)s") % told if by_hand else _("Is “%(title)s” live on %(channel)s?") % told


def answer_yes(delivery: Delivery) -> str:
    """The button by which a person says that it is done."""
    if delivery.deed == Deed.WITHDRAW:
        return _("Yes, it is gone")
    if delivery.deed == Deed.REPOST:
        return _("Yes, it does")
    return _("Yes, it is changed") if delivery.deed == Deed.CORRECT else _("Yes, it is live")


def steps(delivery: Delivery) -> list[str]:
    """What a person does by hand, in order; nothing where only looking is asked."""
    if delivery.state != State.BY_HAND:
        return []
    if delivery.deed == Deed.WITHDRAW:
        return [_("Open the post and delete it there."), _("Look whether it is gone, then say so below.")]
    if delivery.deed == Deed.CORRECT:
        return [
            _("Open the post and put the text above in the place of the old one."),
            _("Where it cannot be changed, delete it, post the text anew and give the new address below."),
        ]
    return [
        _("Copy the text and post it from the office's account."),
        _("Open the post, copy its address and give it below."),
    ]
