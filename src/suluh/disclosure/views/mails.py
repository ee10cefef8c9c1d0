"""Mails that came in: read one, register it, set it aside."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure import private_store
from suluh.disclosure.forms_cases import MailForm
from suluh.disclosure.models import MailDraft
from suluh.disclosure.selectors.mails import mail_files_visible_to, mail_list, mails_visible_to
from suluh.disclosure.services.mail_intake import mail_aside, mail_register
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .files import as_file


@login_required
@never_cache
def listing(request: Signed) -> HttpResponse:
    """Mails that wait."""
    return render(request, "disclosure/mails/list.html", {"mails": mail_list(request.user)})


@login_required
@never_cache
def register(request: Signed, pk: int) -> HttpResponse:
    """One mail beside the form that registers it."""
    draft = _draft(request, pk)
    permit(request.user, "request.intake", draft)
    told = {"details": draft.text, "name": draft.name, "email": draft.sender, "purpose": ""}
    form = MailForm(sent(request), initial=told)
    form.mail = draft
    sheet = Sheet(
        title=_("Register the mail “%(subject)s”") % {"subject": draft.subject or "–"},
        button=_("Register request"),
        back=reverse("disclosure:mails"),
        done=_("Registered. The number goes to the requester by mail."),
        template="disclosure/mails/register.html",
    )
    return form_page(
        request, form, sheet,
        lambda: mail_register(draft=draft, applicant=form.applicant(), asks=form.asks(), by=request.user),
    )  # fmt: skip


@login_required
@never_cache
def aside(request: Signed, pk: int) -> HttpResponse:
    """Set a mail aside."""
    draft = _draft(request, pk)
    permit(request.user, "request.intake", draft)
    sheet = Sheet(
        title=_("Set this mail aside?"),
        button=_("It is no request"),
        back=reverse("disclosure:mails"),
        done=_("Set aside. It stays in the mailbox; here nothing of it is kept."),
        intro=draft.subject,
    )
    form = ConfirmForm(sent(request))
    return form_page(request, form, sheet, lambda: mail_aside(draft=draft, why="Bukan permohonan", by=request.user))


@login_required
@never_cache
def file(request: Signed, pk: int) -> HttpResponse:
    """An attachment, as a download that nothing interprets."""
    found = get_object_or_404(mail_files_visible_to(request.user).select_related("draft__body"), pk=pk)
    permit(request.user, "request.intake", found.draft)
    kind = "application/pdf" if found.name.endswith(".pdf") else "image/jpeg"
    return as_file(private_store.read(found.stored), found.name, kind, private=True)


def _draft(request: Signed, pk: int) -> MailDraft:
    return get_object_or_404(mails_visible_to(request.user).select_related("body"), pk=pk)
