"""Writing a notice, one screen a step; the list; and the page on which it is read once more and issued."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_notices import STEPS, GravityForm, NoticeBeginForm, Step, step_initial
from suluh.newsroom.models import Notice
from suluh.newsroom.notices.kinds import notice_kinds
from suluh.newsroom.selectors.notices import notice_file, notice_list, notices_visible_to
from suluh.newsroom.services.notices import notice_begin, notice_fill, words_of
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import Sheet, form_done, form_page, sent
from suluh.organization.views.requests import Signed


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a step stands among the others."""

    step: Step
    number: int
    of: int
    back: str
    last: bool


def notice_or_404(request: Signed, pk: int) -> Notice:
    """The notice, where the person sees its unit."""
    return get_object_or_404(notices_visible_to(request.user), pk=pk)


@login_required
def notices(request: Signed) -> HttpResponse:
    """Notices by who has them."""
    page = notice_list(request.user, tab=request.GET.get("tab", ""), after=request.GET.get("setelah", ""))
    return render(request, "newsroom/notices/list.html", {"page": page})


@login_required
def begin(request: Signed) -> HttpResponse:
    """Choose a template; everything else is asked one screen a step."""
    units = units_open_to(request.user, "notice.write")
    form = NoticeBeginForm(sent(request), units=units)
    begun: list[Notice] = []

    def deed() -> None:
        told = form.cleaned_data
        unit = next(unit for unit in units if str(unit.pk) == told["unit"])
        kind = notice_kinds()[told["kind"]]
        begun.append(notice_begin(unit=unit, kind=kind, form_token=told["token"], by=request.user))

    if request.method == "POST" and form_done(form, deed):
        return redirect("newsroom:notice-step", pk=begun[0].pk, step=STEPS[0].slug)
    status = 422 if form.is_bound else 200
    return render(request, "newsroom/notices/begin.html", {"form": form, "units": units}, status=status)


@login_required
def step(request: Signed, pk: int, step: str) -> HttpResponse:
    """One screen of the writing; what it holds is kept as soon as the next one is asked for."""
    notice = notice_or_404(request, pk)
    permit(request.user, "notice.write", notice)
    screen = _screen(notice, step)
    start = step_initial(words_of(notice), seen=notice.seen, said=notice.said)
    more = {"update": bool(notice.version)} if screen.step.form is GravityForm else {}
    form = screen.step.form(sent(request), initial=start, **more)
    form.screen = screen  # type: ignore[attr-defined] # shown around the form
    sheet = Sheet(
        title=screen.step.title,
        button=_("Read it once more") if screen.last else _("Next screen"),
        back=screen.back,
        unit=notice.unit,
        template="newsroom/notices/step.html",
    )

    def deed() -> Notice:
        told = form.cleaned_data
        return notice_fill(notice=notice, seen=told["seen"], by=request.user, said=told.get("said"), **form.told)

    return form_page(request, form, sheet, deed, to=_following(notice, screen))


@login_required
def notice(request: Signed, pk: int) -> HttpResponse:
    """Everything on one page: what is missing, how it will look, what was told when, and the one button."""
    return render(
        request, "newsroom/notices/notice.html", {"file": notice_file(notice_or_404(request, pk), request.user)}
    )


def _screen(notice: Notice, slug: str) -> Screen:
    number = next((place for place, step in enumerate(STEPS) if step.slug == slug), None)
    if number is None or notice.work == Notice.Work.NONE:
        raise Http404
    before = reverse("newsroom:notice", args=[notice.pk])
    if number:
        before = reverse("newsroom:notice-step", args=[notice.pk, STEPS[number - 1].slug])
    return Screen(STEPS[number], number + 1, len(STEPS), before, number + 1 == len(STEPS))


def _following(notice: Notice, screen: Screen) -> str:
    if screen.last:
        return reverse("newsroom:notice", args=[notice.pk])
    return reverse("newsroom:notice-step", args=[notice.pk, STEPS[screen.number].slug])
