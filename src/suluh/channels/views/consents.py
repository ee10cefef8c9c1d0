"""To the platform, where the account's owner says yes, and back."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.channels.apps_of_platforms import asks_consent
from suluh.channels.errors import ConsentFailed, ConsentUnknown, WrongAccount
from suluh.channels.forms import ConsentForm
from suluh.channels.services.connecting import platform_of
from suluh.channels.services.consenting import consent_begin, consent_finish
from suluh.organization.models import Account
from suluh.organization.outgoing import client_from_settings
from suluh.organization.permissions import permit
from suluh.organization.selectors.visible import visible_to
from suluh.organization.views.forms import Sheet, form_done, sent
from suluh.organization.views.requests import Signed


@login_required
def consent(request: Signed, pk: int) -> HttpResponse:
    """What happens at the platform; when that is sent, the way there."""
    account = get_object_or_404(visible_to(request.user, Account.objects.select_related("unit", "channel")), pk=pk)
    permit(request.user, "channel.connect", account)
    platform = platform_of(account)
    if not asks_consent(platform):
        return redirect(_pasting(account))
    form = ConsentForm(sent(request), platform=platform, channel=getattr(account, "channel", None))
    ways: list[str] = []

    def begin() -> None:
        base = settings.CONFIG.base_url.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
        ways.append(
            consent_begin(
                account=account,
                address=form.address,
                typed=form.typed,
                back=base + reverse("channels:consent-back"),
                by=request.user,
                client=client_from_settings(),
            )
        )

    done = request.method == "POST" and form_done(form, begin)
    sheet = _sheet(account, platform.label)
    shown = {"form": form, "sheet": sheet, "account": account, "platform": platform, "pasting": _pasting(account)}
    page = "channels/leave.html" if done else "channels/consent.html"
    return render(request, page, shown | {"way": ways[0] if ways else ""}, status=422 if form.errors else 200)


@login_required
def consent_back(request: Signed) -> HttpResponse:
    """Whoever comes back from a platform, with a code or with the word that it was refused."""
    given = request.GET
    try:
        channel = consent_finish(
            state=given.get("state", ""),
            code=given.get("code", ""),
            error=given.get("error", ""),
            by=request.user,
            client=client_from_settings(),
        )
    except (ConsentUnknown, ConsentFailed, WrongAccount) as refused:
        shown = {"message": refused.message, "account": refused.account}
        return render(request, "channels/consent_refused.html", shown, status=409)
    messages.success(request, _("%(channel)s is connected; no password was given.") % {"channel": channel.label})
    return redirect("channels:channel", channel.pk)


def _sheet(account: Account, platform: str) -> Sheet:
    told = {"handle": account.handle, "platform": platform}
    return Sheet(
        title=_("Connect %(handle)s on %(platform)s") % told,
        button=_("On to %(platform)s") % told,
        back=reverse("channels:channels"),
        unit=account.unit,
    )


def _pasting(account: Account) -> str:
    return f"{reverse('channels:connect', args=['akun', account.pk])}?cara=token"
