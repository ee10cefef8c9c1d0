"""The desk: queue, submission, one story, its return and its approval."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms import ApproveForm, ReturnForm, StoryForm
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.stories import (
    channels_for,
    queue,
    stories_visible_to,
    story_file,
)
from suluh.newsroom.services.stories import story_approve, story_edit, story_return, story_submit, words_of
from suluh.organization import media_store
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404


def story_or_404(request: Signed, pk: int) -> Story:
    """The story, where the person sees its unit."""
    return get_object_or_404(stories_visible_to(request.user), pk=pk)


@login_required
def desk(request: Signed) -> HttpResponse:
    """Stories by who has them."""
    page = queue(request.user, tab=request.GET.get("tab", "meja"), after=request.GET.get("setelah", ""))
    return render(request, "newsroom/queue.html", {"page": page})


@login_required
def choose_unit(request: Signed) -> HttpResponse:
    """For which unit a story is submitted; goes on at once where there is only one."""
    units = units_open_to(request.user, "story.submit")
    if len(units) == 1:
        return redirect("newsroom:submit", slug=units[0].slug)
    return render(request, "newsroom/choose_unit.html", {"units": units})


@login_required
def submit(request: Signed, slug: str) -> HttpResponse:
    """Send a story of a unit to the desk."""
    unit = unit_or_404(request, slug)
    permit(request.user, "story.submit", unit)
    form = StoryForm(sent(request), request.FILES or None)
    sheet = Sheet(
        title=_("A story of %(unit)s") % {"unit": unit.name},
        button=_("Send to the desk"),
        back=reverse("newsroom:desk"),
        done=_("The story lies at the desk. You see here what becomes of it."),
        unit=unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_submit(unit=unit, words=form.words, form_token=form.form_token, by=request.user),
    )


@login_required
def story(request: Signed, pk: int) -> HttpResponse:
    """One story: its words, where it appears, what became of it."""
    return render(request, "newsroom/story.html", {"file": story_file(story_or_404(request, pk), request.user)})


@login_required
def edit(request: Signed, pk: int) -> HttpResponse:
    """Change the words."""
    one = story_or_404(request, pk)
    permit(request.user, "story.edit", one)
    start = words_of(one).as_json() | {"seen": one.revision, "alt": one.picture.get("alt", ""), "picture": None}
    form = StoryForm(sent(request), request.FILES or None, initial=start, kept=dict(one.picture))
    sheet = Sheet(
        title=_("Edit “%(title)s”") % {"title": one.title},
        button=_("Save the story"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("The story is saved and lies at the desk."),
        unit=one.unit,
        intro=_("The story is approved. An edit opens the approval again.") if one.state == "approved" else "",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_edit(story=one, words=form.words, seen=form.cleaned_data["seen"] or 0, by=request.user),
    )


@login_required
def give_back(request: Signed, pk: int) -> HttpResponse:
    """Return a story to its unit."""
    one = story_or_404(request, pk)
    permit(request.user, "story.approve", one)
    form = ReturnForm(sent(request), initial={"seen": one.revision})
    sheet = Sheet(
        title=_("Return “%(title)s” to the unit") % {"title": one.title},
        button=_("Return the story"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("The unit has the story again, with your note."),
        unit=one.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_return(
            story=one, note=form.cleaned_data["note"], seen=form.cleaned_data["seen"], by=request.user
        ),
    )


@login_required
def approve(request: Signed, pk: int) -> HttpResponse:
    """Freeze a story and send it to its channels."""
    one = story_or_404(request, pk)
    permit(request.user, "story.approve", one)
    channels = channels_for(one.unit, request.user)
    own = [channel.pk for channel in channels if channel.unit_id == one.unit_id]
    form = ApproveForm(sent(request), channels=channels, initial={"seen": one.revision, "channels": own})
    sheet = Sheet(
        title=_("Approve “%(title)s”") % {"title": one.title},
        button=_("Approve and publish"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("Approved. The story appears once on each channel that you chose."),
        intro=_("With your approval the words are frozen. An edit opens the approval again."),
        unit=one.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_approve(
            story=one,
            channels=form.cleaned_data["channels"],
            due_at=form.cleaned_data["due_at"],
            seen=form.cleaned_data["seen"],
            by=request.user,
        ),
    )


@login_required
def picture(request: Signed, pk: int) -> HttpResponse:
    """The photo of a story, for those who see the story."""
    one = story_or_404(request, pk)
    try:
        answer = HttpResponse(media_store.read(one.picture["name"]), content_type=one.picture["mime"])
    except (KeyError, FileNotFoundError):
        raise Http404 from None
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
