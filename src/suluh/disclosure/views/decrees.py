"""Pages on decrees: preparing, sending, approving."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms import DecreeForm, NoteForm
from suluh.disclosure.models import Decree
from suluh.disclosure.selectors.decrees import bodies_of, decree_file, decrees_visible_to
from suluh.disclosure.services.decree_print import decree_print
from suluh.disclosure.services.decrees import (
    decree_approve,
    decree_drop,
    decree_prepare,
    decree_return,
    decree_send,
)
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .requests_public import pdf_answer


def _decree_or_404(request: Signed, pk: int) -> Decree:
    return get_object_or_404(decrees_visible_to(request.user), pk=pk)


def _home(decree: Decree) -> str:
    return reverse("disclosure:decree", args=[decree.pk])


@login_required
def register(request: Signed) -> HttpResponse:
    """All decrees that the person may see, and where a new one may be begun."""
    context = {
        "decrees": decrees_visible_to(request.user).select_related("body")[:200],
        "bodies": bodies_of(request.user),
    }
    return render(request, "disclosure/decrees.html", context)


@login_required
def prepare(request: Signed, slug: str) -> HttpResponse:
    """Begin a decree."""
    body = unit_or_404(request, slug)
    permit(request.user, "decree.prepare", body)
    form = DecreeForm(sent(request))
    sheet = Sheet(
        title=_("Prepare a decree on the list of %(body)s") % {"body": body.name},
        button=_("Prepare decree"),
        back=reverse("disclosure:decrees"),
        done=_("Look through what it would change, then send it."),
    )
    return form_page(request, form, sheet, lambda: decree_prepare(body=body, by=request.user, **form.cleaned_data))


@login_required
def detail(request: Signed, pk: int) -> HttpResponse:
    """One decree: what it changes against the list before it."""
    decree = _decree_or_404(request, pk)
    return render(request, "disclosure/decree.html", {"decree": decree, "file": decree_file(decree, request.user)})


@never_cache
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The decree with its list as PDF; one in force is for everybody."""
    decree = get_object_or_404(decrees_visible_to(request.user).exclude(state=Decree.State.DRAFT), pk=pk)
    return pdf_answer(decree_print(decree), decree.number)


@login_required
def send(request: Signed, pk: int) -> HttpResponse:
    """Lay the list before the superior."""
    decree = _decree_or_404(request, pk)
    permit(request.user, "decree.prepare", decree)
    sheet = Sheet(
        title=_("Send decree %(number)s for approval?") % {"number": decree.number},
        button=_("Send to the superior"),
        back=_home(decree),
        done=_("Sent. The list is frozen until the superior has decided."),
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: decree_send(decree=decree, by=request.user))


@login_required
def approve(request: Signed, pk: int) -> HttpResponse:
    """Put a decree in force."""
    decree = _decree_or_404(request, pk)
    permit(request.user, "decree.approve", decree)
    sheet = Sheet(
        title=_("Approve decree %(number)s?") % {"number": decree.number},
        button=_("Approve and publish"),
        back=_home(decree),
        done=_("The list is in force and public."),
        intro=_("Everybody can read the list from this moment."),
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: decree_approve(decree=decree, by=request.user))


@login_required
def send_back(request: Signed, pk: int) -> HttpResponse:
    """Give a decree back to the PPID."""
    decree = _decree_or_404(request, pk)
    permit(request.user, "decree.approve", decree)
    form = NoteForm(sent(request))
    sheet = Sheet(
        title=_("Return decree %(number)s") % {"number": decree.number},
        button=_("Return to the PPID"),
        back=_home(decree),
        done=_("Returned with your words."),
    )
    return form_page(
        request, form, sheet, lambda: decree_return(decree=decree, by=request.user, note=form.cleaned_data["note"])
    )


@login_required
def drop(request: Signed, pk: int) -> HttpResponse:
    """Throw a draft away."""
    decree = _decree_or_404(request, pk)
    permit(request.user, "decree.prepare", decree)
    sheet = Sheet(
        title=_("Throw the draft %(number)s away?") % {"number": decree.number},
        button=_("Throw away"),
        back=reverse("disclosure:decrees"),
        done=_("The draft is gone. What was accepted waits for the next decree."),
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: decree_drop(decree=decree, by=request.user))
