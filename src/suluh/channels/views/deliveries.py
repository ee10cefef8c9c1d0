"""Deliveries, and the one click on those that ask for a person."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.channels.forms import ProofForm
from suluh.channels.models import Delivery
from suluh.channels.questions import answer_yes, question
from suluh.channels.selectors.channels import by_thing, deliveries_page, deliveries_visible_to
from suluh.channels.services.deciding import delivery_confirm, delivery_send_again
from suluh.channels.services.planning import delivery_drop
from suluh.channels.services.settled import title_of
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def deliveries(request: Signed) -> HttpResponse:
    """Deliveries by what they ask for."""
    tab = request.GET.get("tab", "tanya")
    found, after = deliveries_page(request.user, tab=tab, after=request.GET.get("setelah", ""))
    shown = {"things": by_thing(found), "tab": tab, "after": after}
    return render(request, "channels/deliveries.html", shown)


@login_required
def confirm(request: Signed, pk: int) -> HttpResponse:
    """It is live, or changed, or gone, as was asked."""
    delivery = _delivery_or_404(request, pk)
    form = ProofForm(sent(request), delivery=delivery)
    sheet = Sheet(
        title=question(delivery),
        button=answer_yes(delivery),
        back=reverse("channels:deliveries"),
        done=_("Noted."),
        intro=delivery.reason if delivery.amends_id or form.unclear else "",
        unit=delivery.unit,
        template="channels/confirm.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: delivery_confirm(delivery=delivery, url=form.proof, by=request.user),
    )


@login_required
def again(request: Signed, pk: int) -> HttpResponse:
    """It is not live, and goes out once more."""
    return _asked(
        request,
        pk,
        delivery_send_again,
        title=_("Send “%(title)s” to %(channel)s once more?"),
        button=_("I looked: it is not there. Send it"),
        done=_("It goes out once more."),
        intro=_("Open the account first. If the post is there already, citizens would see it twice."),
    )


@login_required
def drop(request: Signed, pk: int) -> HttpResponse:
    """Call off what has not been sent."""
    return _asked(
        request,
        pk,
        delivery_drop,
        title=_("Call off “%(title)s” for %(channel)s?"),
        button=_("Call it off"),
        done=_("It is called off."),
    )


def _asked(
    request: Signed, pk: int, deed: Callable[..., Delivery], *, title: str, button: str, done: str, intro: str = ""
) -> HttpResponse:
    """Ask once more before a deed that cannot be undone."""
    delivery = _delivery_or_404(request, pk)
    sheet = Sheet(
        title=title % {"title": title_of(delivery), "channel": delivery.channel.label},
        button=button,
        back=reverse("channels:deliveries"),
        done=done,
        intro="" if delivery.amends_id else intro,
        unit=delivery.unit,
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: deed(delivery=delivery, by=request.user))


def _delivery_or_404(request: Signed, pk: int) -> Delivery:
    delivery = get_object_or_404(deliveries_visible_to(request.user), pk=pk)
    permit(request.user, "delivery.decide", delivery)
    return delivery
