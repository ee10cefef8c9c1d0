"""Mails to requesters that did not arrive: tried again, or noted as come back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.disclosure.forms_cases import NoticeAgainForm, NoticeBouncedForm
from suluh.disclosure.models import Notice
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.services.notices import notice_again, notice_bounced
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


def _notice_or_404(request: Signed, pk: int) -> Notice:
    bodies = bodies_served(request.user)
    rows = Notice.objects.filter(Q(request__body__in=bodies) | Q(objection__body__in=bodies))
    cases = ("request__body", "request__applicant", "objection__body", "objection__applicant")
    found = get_object_or_404(rows.select_related(*cases), pk=pk)
    permit(request.user, "request.prepare", found)
    return found


def _home(notice: Notice) -> str:
    return reverse("disclosure:request" if notice.request_id else "disclosure:objection", args=[notice.case.pk])


@login_required
def again(request: Signed, pk: int) -> HttpResponse:
    """Send a mail again, also to a corrected address."""
    notice = _notice_or_404(request, pk)
    form = NoticeAgainForm(sent(request), initial={"email": notice.case.applicant.email})
    sheet = Sheet(
        title=_("Send the mail on %(number)s again?") % {"number": notice.case.number},
        button=_("Send again"),
        back=_home(notice),
        done=_("The mail waits to be sent."),
        intro=notice.reason,
    )
    return form_page(
        request, form, sheet, lambda: notice_again(notice=notice, email=form.cleaned_data["email"], by=request.user)
    )


@login_required
def bounced(request: Signed, pk: int) -> HttpResponse:
    """Note that a mail came back."""
    notice = _notice_or_404(request, pk)
    form = NoticeBouncedForm(sent(request))
    sheet = Sheet(
        title=_("Did the mail on %(number)s come back?") % {"number": notice.case.number},
        button=_("Note that it came back"),
        back=_home(notice),
        done=_("Noted. Bring the paper another way, or send it again to a corrected address."),
    )
    return form_page(
        request, form, sheet, lambda: notice_bounced(notice=notice, reason=form.cleaned_data["reason"], by=request.user)
    )
