"""Deeds on a notice: laying it before those who approve, issuing, updating, declaring over, taking back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_notices import STEPS, ExtendForm, NoticeNoteForm, ReviewForm, SaidForm, SeenForm
from suluh.newsroom.models import Notice, NoticeVersion
from suluh.newsroom.services.notice_issuing import (
    notice_clear,
    notice_extend,
    notice_issue,
    notice_withdraw,
    version_review,
)
from suluh.newsroom.services.notices import notice_drop, notice_reopen, notice_return, notice_submit, words_of
from suluh.newsroom.views.notices import notice_or_404
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
@require_POST
def submit(request: Signed, pk: int) -> HttpResponse:
    """Lay it before those who approve."""
    done = _("It lies before those who approve. They see it first on their table.")
    return _button(request, pk, notice_submit, _("Send for approval"), done)


@login_required
def issue(request: Signed, pk: int) -> HttpResponse:
    """Issue it: the words are frozen and go out at once."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.issue", notice)
    form = SeenForm(sent(request), initial={"seen": notice.seen})
    sheet = _sheet(
        notice,
        title=_("Issue “%(title)s” now?") % {"title": notice},
        button=_("Issue it now"),
        done=_("Issued. It stands on the public page now, and goes to the channels before everything else."),
        intro=_("It goes out at once on the public page and on every channel listed. It can be updated or withdrawn."),
        danger=True,
    )
    return form_page(request, form, sheet, _deed(request, notice, form, notice_issue, origin=_origin(request)))


@login_required
def give_back(request: Signed, pk: int) -> HttpResponse:
    """Return it to whoever writes."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.issue", notice)
    form = NoticeNoteForm(sent(request), initial={"seen": notice.seen})
    sheet = _sheet(
        notice,
        title=_("Return “%(title)s”") % {"title": notice},
        button=_("Return the notice"),
        done=_("The writer has the notice again, with your note."),
    )
    return form_page(request, form, sheet, _deed(request, notice, form, notice_return, "note"))


@login_required
@require_POST
def reopen(request: Signed, pk: int) -> HttpResponse:
    """Begin an update."""
    to = reverse("newsroom:notice-step", args=[pk, STEPS[0].slug])
    return _button(request, pk, notice_reopen, _("Update it"), "", to=to)


@login_required
def drop(request: Signed, pk: int) -> HttpResponse:
    """Discard what is being written."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.write", notice)
    form = SeenForm(sent(request), initial={"seen": notice.seen})
    sheet = _sheet(
        notice,
        title=_("Discard this draft?"),
        button=_("Discard the draft"),
        done=_("The draft is discarded."),
        intro=_("What the public has read stays as it is."),
        danger=True,
    )
    return form_page(request, form, sheet, _deed(request, notice, form, notice_drop))


@login_required
def clear(request: Signed, pk: int) -> HttpResponse:
    """Declare it over."""
    title, button = _("Is it over: “%(title)s”?"), _("Declare it over")
    start = _("The situation is safe again. Thank you for keeping one another safe.")
    return _ended(request, pk, notice_clear, title, button, _("Declared over, everywhere it was announced."), start)


@login_required
def withdraw(request: Signed, pk: int) -> HttpResponse:
    """Take it back."""
    title, button = _("Withdraw “%(title)s”?"), _("Withdraw it")
    done = _("Withdrawn. Everybody who was told is told so, with the reason.")
    return _ended(request, pk, notice_withdraw, title, button, done)


@login_required
def extend(request: Signed, pk: int) -> HttpResponse:
    """It holds longer."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.issue", notice)
    start = {"seen": notice.seen, "said": _("It holds longer than announced."), "ends_at": words_of(notice).ends_at}
    form = ExtendForm(sent(request), initial=start)
    sheet = _sheet(
        notice,
        title=_("Until when does “%(title)s” hold?") % {"title": notice},
        button=_("Extend it"),
        done=_("Extended, everywhere it was announced."),
    )
    more = {"origin": _origin(request)}
    return form_page(request, form, sheet, _deed(request, notice, form, notice_extend, "said", "ends_at", **more))


@login_required
def review(request: Signed, pk: int) -> HttpResponse:
    """Look afterwards at what one person issued alone."""
    version = get_object_or_404(NoticeVersion.objects.select_related("notice__unit"), pk=pk)
    notice = notice_or_404(request, version.notice_id)
    permit(request.user, "notice.review", version)
    form = ReviewForm(sent(request))
    sheet = _sheet(
        notice,
        title=_("Review version %(n)s of “%(title)s”") % {"n": version.number, "title": notice},
        button=_("Save the review"),
        done=_("The review is kept with the notice."),
    )
    return form_page(
        request, form, sheet, lambda: version_review(version=version, by=request.user, **form.cleaned_data)
    )


def _ended(
    request: Signed, pk: int, deed: Callable[..., Any], title: str, button: str, done: str, start: str = ""
) -> HttpResponse:
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.issue", notice)
    form = SaidForm(sent(request), initial={"seen": notice.seen, "said": start})
    sheet = _sheet(
        notice,
        title=title % {"title": notice},
        button=button,
        done=done,
        intro=_("It goes out on every channel on which it was announced. What was said before stays readable."),
        danger=True,
    )
    return form_page(request, form, sheet, _deed(request, notice, form, deed, "said", origin=_origin(request)))


def _button(
    request: Signed, pk: int, deed: Callable[..., Any], title: str, done: str, *, to: str | None = None
) -> HttpResponse:
    """A deed of one button; when it is refused, the sentence stands on a page of its own."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.write", notice)
    form = SeenForm(sent(request))
    sheet = _sheet(notice, title=title, button=title, done=done)
    return form_page(request, form, sheet, _deed(request, notice, form, deed), to=to)


def _deed(
    request: Signed, notice: Notice, form: BaseForm, deed: Callable[..., Any], *names: str, **more: Any
) -> Callable[[], Any]:
    """The service with what the form tells."""
    return lambda: deed(
        notice=notice,
        seen=form.cleaned_data["seen"],
        by=request.user,
        **{name: form.cleaned_data[name] for name in names},
        **more,
    )


def _sheet(notice: Notice, *, title: str, button: str, done: str, intro: str = "", danger: bool = False) -> Sheet:
    return Sheet(
        title=title,
        button=button,
        back=reverse("newsroom:notice", args=[notice.pk]),
        done=done,
        intro=intro,
        danger=danger,
        above=(str(notice), reverse("newsroom:notice", args=[notice.pk])),
    )


def _origin(request: Signed) -> str:
    return request.build_absolute_uri("/").rstrip("/")
