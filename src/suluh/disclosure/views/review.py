"""The PPID's review of a proposal: accept it with its class, or give it back."""

from __future__ import annotations

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.disclosure.forms import NoteForm, ReviewForm
from suluh.disclosure.selectors.dossier import open_versions
from suluh.disclosure.selectors.reviewing import review_lines
from suluh.disclosure.services.items import version_accept, version_return
from suluh.disclosure.services.reviewing import Reviewed, versions_accept
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .items import home_of, item_or_404

SEEN = re.compile(r"\d{1,18}\.\d{1,12}\.\d{6}")


@login_required
def accept(request: Signed, code: str) -> HttpResponse:
    """Accept a proposal and say its class."""
    item = item_or_404(request, code)
    permit(request.user, "item.review", item)
    version = get_object_or_404(open_versions(item))
    start = {"category": version.says.category, "law_code": version.says.law_code}
    form = ReviewForm(sent(request), unit=item.unit, initial=start)
    sheet = Sheet(
        title=_("Accept “%(item)s” as which class?") % {"item": version.says.title},
        button=_("Accept"),
        back=home_of(item),
        done=_("Accepted. It becomes public with the next decree."),
        intro=version.says.summary,
        unit=item.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: version_accept(version=version, by=request.user, **form.cleaned_data),
        to=reverse("disclosure:items"),
    )


@login_required
def send_back(request: Signed, code: str) -> HttpResponse:
    """Give a proposal back for mending."""
    item = item_or_404(request, code)
    permit(request.user, "item.review", item)
    version = get_object_or_404(open_versions(item))
    form = NoteForm(sent(request))
    sheet = Sheet(
        title=_("What is to be mended in “%(item)s”?") % {"item": version.says.title},
        button=_("Return for mending"),
        back=home_of(item),
        done=_("Returned. The unit sees your words."),
        unit=item.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: version_return(version=version, by=request.user, note=form.cleaned_data["note"]),
        to=reverse("disclosure:items"),
    )


@login_required
def accept_many(request: Signed, slug: str) -> HttpResponse:
    """Proposals of one unit side by side: what is ticked is accepted, each as it stands on the page."""
    unit = unit_or_404(request, slug)
    permit(request.user, "item.review", unit)
    if request.method == "POST":
        seen = {one for one in request.POST.getlist("usul")[:200] if SEEN.fullmatch(one)}
        _tell(request, versions_accept(unit=unit, seen=seen, by=request.user))
        return redirect("disclosure:review-many", slug=unit.slug)
    lines, after = review_lines(unit, request.GET.get("setelah", "")[:20])
    context = {"unit": unit, "lines": lines, "after": after, "ticked": request.GET.get("centang") == "semua"}
    return render(request, "disclosure/review_many.html", context)


def _tell(request: Signed, done: Reviewed) -> None:
    if done.accepted:
        said = ngettext("%(n)s item is accepted.", "%(n)s items are accepted.", done.accepted)
        messages.success(request, f"{said % {'n': done.accepted}} {_('They become public with the next decree.')}")
    if done.left:
        left = ngettext(
            "%(n)s item was changed meanwhile; look at it again.",
            "%(n)s items were changed meanwhile; look at them again.",
            done.left,
        )
        messages.warning(request, left % {"n": done.left})
    if not done.accepted and not done.left:
        messages.warning(request, _("Nothing was ticked, so nothing was accepted."))
