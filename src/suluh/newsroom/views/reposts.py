"""Items that units carry on: asked by the desk, carried by the units, shown with every proof."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.channels.selectors.channels import channels_visible_to
from suluh.newsroom.forms_reposts import CarriedForm, ExcuseForm, RepostForm
from suluh.newsroom.models import RepostShare
from suluh.newsroom.selectors.reposts import (
    calls_page,
    calls_visible_to,
    kept_by_unit,
    live_deliveries,
    shares_visible_to,
    touches_of,
    watched,
    whatsapp_text,
)
from suluh.newsroom.services.carrying import repost_touch
from suluh.newsroom.services.reposts import repost_ask, repost_excuse, repost_prove
from suluh.newsroom.views.stories import story_or_404
from suluh.organization.errors import Refused
from suluh.organization.permissions import may, permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def calls(request: Signed) -> HttpResponse:
    """What was asked, and how units keep to it."""
    found, after = calls_page(request.user, after=request.GET.get("setelah", ""))
    shown = {"calls": found, "after": after, "kept": kept_by_unit(request.user)}
    return render(request, "newsroom/reposts/calls.html", shown)


@login_required
def call(request: Signed, pk: int) -> HttpResponse:
    """One call with each unit's part and its proof."""
    one = get_object_or_404(calls_visible_to(request.user), pk=pk)
    shares = list(shares_visible_to(request.user).filter(call=one))
    counted = [share for share in shares if share.state != RepostShare.State.EXCUSED]
    shown = {
        "call": one,
        "shares": shares,
        "in_time": sum(share.in_time for share in counted),
        "asked": len(counted),
        "may_ask": may(request.user, "repost.ask", one),
    }
    return render(request, "newsroom/reposts/call.html", shown)


@login_required
def ask(request: Signed, pk: int) -> HttpResponse:
    """Ask units to carry a live item of a story on."""
    story = story_or_404(request, pk)
    permit(request.user, "repost.ask", story)
    live = live_deliveries(story, request.user)
    units = [unit for unit in units_open_to(request.user, "repost.ask") if unit.pk != story.unit_id]
    form = RepostForm(sent(request), live=live, units=units, initial={"caption": story.text})
    sheet = Sheet(
        title=_("Who carries on “%(title)s”?") % {"title": story.title},
        button=_("Ask the units"),
        back=reverse("newsroom:story", args=[story.pk]),
        done=_("Each unit has a kit and 48 hours."),
        intro=_("Each unit finds words, address and a text for WhatsApp among what waits for it.")
        if live
        else _("The story is not live at a known address yet. Come back when it is."),
        unit=story.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: repost_ask(**form.cleaned_data, by=request.user),
        to=reverse("newsroom:reposts"),
    )


@login_required
def kit(request: Signed, pk: int) -> HttpResponse:
    """What a unit needs to carry an item on, and the form in which it shows where it did."""
    share = _share_or_404(request, pk, "repost.carry")
    form = CarriedForm(sent(request))
    text = whatsapp_text(share.call)
    seen, unseen = watched(share.unit)
    form.kit = {  # type: ignore[attr-defined]
        "share": share,
        "touches": touches_of(share) if share.state == RepostShare.State.OPEN else [],
        "whatsapp": text,
        "seen": seen,
        "unseen": unseen if share.state == RepostShare.State.OPEN else [],
        "address": f"https://wa.me/?text={quote(text)}",
    }
    sheet = Sheet(
        title=_("Carry on “%(title)s”") % {"title": share.call.title},
        button=_("This is where we carried it"),
        back=reverse("newsroom:repost", args=[share.call_id]),
        done=_("Noted. Thank you."),
        unit=share.unit,
        template="newsroom/reposts/kit.html",
    )
    return form_page(
        request, form, sheet, lambda: repost_prove(share=share, url=form.cleaned_data["url"], by=request.user)
    )


@login_required
@require_POST
def touch(request: Signed, pk: int, channel: int) -> HttpResponse:
    """Carry the item on through one of the unit's channels."""
    share = _share_or_404(request, pk, "repost.carry")
    found = get_object_or_404(channels_visible_to(request.user), pk=channel)
    try:
        repost_touch(share=share, channel=found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        told = _("It goes out on %(channel)s now. It counts as soon as it is live there.")
        messages.success(request, told % {"channel": found.label})
    return redirect("newsroom:repost-kit", share.pk)


@login_required
def excuse(request: Signed, pk: int) -> HttpResponse:
    """Let a unit off."""
    share = _share_or_404(request, pk, "repost.ask")
    form = ExcuseForm(sent(request))
    sheet = Sheet(
        title=_("Excuse %(unit)s?") % {"unit": share.unit.name},
        button=_("Excuse the unit"),
        back=reverse("newsroom:repost", args=[share.call_id]),
        done=_("The unit is excused; it does not count against it."),
        unit=share.unit,
    )
    return form_page(
        request, form, sheet, lambda: repost_excuse(share=share, reason=form.cleaned_data["reason"], by=request.user)
    )


def _share_or_404(request: Signed, pk: int, action: str) -> RepostShare:
    share = get_object_or_404(shares_visible_to(request.user), pk=pk)
    permit(request.user, action, share)
    return share
