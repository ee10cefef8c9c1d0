"""Telling a story from a phone: the form, its photos, and who is asked when the phone is online again."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.contrib.messages import success
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_story import SubmissionForm
from suluh.newsroom.phone import remember_owner
from suluh.newsroom.selectors.submitting import owner_of, sent_by, submission_context
from suluh.newsroom.services.media import story_medium_take
from suluh.newsroom.services.stories import story_submit
from suluh.organization import media_store
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_open_to, visible_to
from suluh.organization.views.forms import form_done, sent
from suluh.organization.views.requests import Signed, by_script
from suluh.organization.views.units import unit_or_404
from suluh.studio.models import Medium


@login_required
def choose_unit(request: Signed) -> HttpResponse:
    """For which unit a story is submitted; goes on at once where there is only one."""
    units = units_open_to(request.user, "story.submit")
    if len(units) == 1:
        return redirect("newsroom:submit", slug=units[0].slug)
    return render(request, "newsroom/choose_unit.html", {"units": units})


@never_cache
@login_required
def submit(request: Signed, slug: str) -> HttpResponse:
    """Send a story of a unit to the desk; scripts are answered in JSON, with the same rules."""
    unit = unit_or_404(request, slug)
    permit(request.user, "story.submit", unit)
    context = submission_context(unit)
    form = SubmissionForm(sent(request), request.FILES or None, unit=unit, by=request.user, initial=context.initial)
    made: list[Any] = []
    if request.method == "POST" and form_done(form, lambda: made.append(_submitted(request, unit, form))):
        return _done(request, reverse("newsroom:story", args=[made[0].pk]))
    if request.method == "POST" and by_script(request):
        return JsonResponse({"faults": _faults(form)}, status=422)
    shown = {"form": form, "unit": unit, "context": context, "owner": owner_of(request.user)}
    page = {**shown, "sent": sent_by(request.user), "shell_only": False}
    answer = render(request, "newsroom/submit.html", page, status=422 if form.errors else 200)
    return remember_owner(answer, request.user)


def _submitted(request: Signed, unit: Unit, form: SubmissionForm) -> Any:
    return story_submit(unit=unit, words=form.words, form_token=form.form_token, by=request.user)


def _done(request: Signed, address: str) -> HttpResponse:
    if by_script(request):
        return JsonResponse({"address": address}, status=201)
    success(request, _("The story lies at the desk. You see here what becomes of it."))
    return redirect(address)


def _faults(form: SubmissionForm) -> list[str]:
    """Every fault as a sentence with the name of its field."""
    named = [(form[name].label if name in form.fields else "", faults) for name, faults in form.errors.items()]
    return [f"{label}: {fault}" if label else str(fault) for label, faults in named for fault in faults]


@login_required
@require_POST
def medium_add(request: Signed, slug: str) -> HttpResponse:
    """Take one photo or video of a story that is being written; the phone names it, so that it may send it again."""
    unit, upload = unit_or_404(request, slug), request.FILES.get("file")
    try:
        token = UUID(request.POST.get("token", "")) if upload else uuid4()
    except ValueError:
        raise Http404 from None
    permit(request.user, "medium.take", unit)
    if upload is None:
        return JsonResponse({"fault": _("No photo arrived. Choose it again.")}, status=422)
    medium = story_medium_take(unit=unit, token=token, file=upload, size=upload.size or 0, by=request.user)
    return JsonResponse({"token": str(medium.token), "kind": medium.kind}, status=201)


@login_required
def medium(request: Signed, token: UUID) -> FileResponse:
    """A photo, or the first picture of a video, for those who see the unit."""
    one = _medium_or_404(request, token)
    video = one.kind == Medium.Kind.VIDEO
    return _file(one.poster if video else one.name, "image/jpeg")


@login_required
def video(request: Signed, token: UUID) -> FileResponse:
    """A video as it was encoded by us, for those who see the unit."""
    one = _medium_or_404(request, token)
    if one.kind != Medium.Kind.VIDEO or one.state != Medium.State.READY:
        raise Http404
    return _file(one.name, one.mime)


def _medium_or_404(request: Signed, token: UUID) -> Medium:
    return get_object_or_404(visible_to(request.user, Medium.objects.all()), token=token)


def _file(name: str, mime: str) -> FileResponse:
    try:
        answer = FileResponse(media_store.opened(name), content_type=mime)
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    answer["Cache-Control"] = "private, max-age=3600"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@never_cache
def sender(request: HttpRequest) -> HttpResponse:
    """Who would send now, for a phone that is online again: its drafts' owner, a token, the units."""
    if not request.user.is_authenticated:
        return JsonResponse({"owner": ""}, status=401)
    units = [{"slug": unit.slug, "name": unit.name} for unit in units_open_to(request.user, "story.submit")]
    told = {"owner": owner_of(request.user), "csrf": get_token(request), "units": units}
    return remember_owner(JsonResponse(told), request.user)
