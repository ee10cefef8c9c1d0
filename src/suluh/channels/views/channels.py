"""Connecting and disconnecting."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.channels.apps_of_platforms import asks_consent
from suluh.channels.forms import ConnectForm
from suluh.channels.models import Channel
from suluh.channels.selectors.by_unit import channel_page
from suluh.channels.selectors.channels import channel_file, channels_visible_to
from suluh.channels.services.connecting import BY_HAND, channel_connect, platform_of
from suluh.channels.services.consenting import channel_part
from suluh.channels.services.tokens import channel_ask_soon
from suluh.organization.forms import ConfirmForm
from suluh.organization.models import Account, Site
from suluh.organization.outgoing import client_from_settings
from suluh.organization.permissions import permit
from suluh.organization.selectors.visible import visible_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def channels(request: Signed) -> HttpResponse:
    """Channels of the person's units, and what could be connected."""
    asked = {"tab": request.GET.get("tab", ""), "words": request.GET.get("q", "").strip()[:100]}
    page = channel_page(request.user, **asked, after=request.GET.get("setelah", ""))
    return render(request, "channels/channels.html", {"page": page})


@login_required
def channel(request: Signed, pk: int) -> HttpResponse:
    """One channel: whether it lets us in, who holds the account, what was sent there."""
    found = get_object_or_404(channels_visible_to(request.user), pk=pk)
    return render(request, "channels/channel.html", {"file": channel_file(request.user, found)})


@login_required
@require_POST
def ask(request: Signed, pk: int) -> HttpResponse:
    """Ask the platform now whether it lets us in."""
    found = get_object_or_404(channels_visible_to(request.user), pk=pk)
    channel_ask_soon(channel=found, by=request.user)
    messages.success(request, _("Suluh asks the service. Reload the page in a moment."))
    return redirect("channels:channel", pk)


@login_required
def connect(request: Signed, kind: str, pk: int) -> HttpResponse:
    """Connect an account or a site, or connect it again."""
    holder = _holder_or_404(request, kind, pk)
    permit(request.user, "channel.connect", holder)
    platform = platform_of(holder)
    if isinstance(holder, Account) and asks_consent(platform) and request.GET.get("cara") != "token":
        return redirect("channels:consent", pk)
    channel: Channel | None = getattr(holder, "channel", None)
    start = {"address": channel.address if channel else platform.home or getattr(holder, "url", "")}
    form = ConnectForm(sent(request), platform=platform, known=channel is not None, initial=start)
    sheet = Sheet(
        title=_("Connect %(holder)s") % {"holder": holder},
        button=_("Connect"),
        back=reverse("channels:channels"),
        done=_("The channel is connected. Tokens are sealed and never shown again; Suluh now asks whether they work."),
        unit=holder.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: channel_connect(
            holder=holder,
            address=form.cleaned_data["address"],
            secrets=form.secrets,
            ends_at=form.ends_at,
            by=request.user,
        ),
    )


@login_required
def close(request: Signed, pk: int) -> HttpResponse:
    """Disconnect a channel."""
    channel = get_object_or_404(channels_visible_to(request.user), pk=pk)
    permit(request.user, "channel.connect", channel)
    sheet = Sheet(
        title=_("Disconnect %(channel)s?") % {"channel": channel.label},
        button=_("Disconnect"),
        back=reverse("channels:channels"),
        intro=_("What waits for this channel is called off. What is live stays live."),
        unit=channel.unit,
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: _parted(request, channel))


def _parted(request: Signed, channel: Channel) -> None:
    """Disconnect, and say what the platform made of it."""
    kept = channel.sealed != "" and channel.platform != BY_HAND
    if channel_part(channel=channel, by=request.user, client=client_from_settings()):
        messages.success(
            request, _("The channel is disconnected; its tokens are forgotten, and the platform ended them.")
        )
    elif kept:
        told = _("The channel is disconnected; its tokens are forgotten. Take the consent back at the platform too.")
        messages.success(request, told)
    else:
        messages.success(request, _("The channel is disconnected; its tokens are forgotten."))


def _holder_or_404(request: Signed, kind: str, pk: int) -> Account | Site:
    if kind == "situs":
        return get_object_or_404(visible_to(request.user, Site.objects.select_related("unit", "channel")), pk=pk)
    if kind == "akun":
        return get_object_or_404(visible_to(request.user, Account.objects.select_related("unit", "channel")), pk=pk)
    raise Http404
