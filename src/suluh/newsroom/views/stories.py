"""The desk: queue, submission, one story and its words."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms import StoryForm
from suluh.newsroom.forms_deciding import VariantsForm
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.queue import Asked, queue
from suluh.newsroom.selectors.stories import channels_for, stories_visible_to, story_file
from suluh.newsroom.selectors.writing import story_help
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.services.stories import story_edit, story_submit
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
    wish = request.GET
    asked = Asked(
        tab=wish.get("tab", ""),
        kind=wish.get("jenis", ""),
        late="lewat" in wish,
        free="bebas" in wish,
        after=wish.get("setelah", ""),
    )
    return render(request, "newsroom/queue.html", {"page": queue(request.user, asked), "kinds": Story.Kind.choices})


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
        template="newsroom/story_form.html",
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
    one = story_or_404(request, pk)
    shown = {"file": story_file(one, request.user), "writing": story_help(one)}
    return render(request, "newsroom/story.html", shown)


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
        template="newsroom/story_form.html",
        intro=_("The story is approved. An edit opens the approval again.") if one.state == "approved" else "",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_edit(
            story=one,
            words=replace(form.words, variants=dict(one.variants)),
            seen=form.cleaned_data["seen"] or 0,
            by=request.user,
        ),
    )


@login_required
def variants(request: Signed, pk: int) -> HttpResponse:
    """Own words for each platform on which the story may appear."""
    one = story_or_404(request, pk)
    permit(request.user, "story.edit", one)
    words = words_of(one)
    names = sorted({channel.platform for channel in channels_for(one.unit, request.user)} | set(words.variants))
    form = VariantsForm(sent(request), words=words, names=names, initial={"seen": one.revision})
    sheet = Sheet(
        title=_("How “%(title)s” reads on each channel") % {"title": one.title},
        button=_("Save the words"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("Saved. The story lies at the desk."),
        intro=_("Emptied, a channel shows again what the story makes of itself. A change begins the steps anew."),
        above=(one.title, reverse("newsroom:story", args=[one.pk])),
        template="newsroom/variants.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_edit(
            story=one,
            words=replace(words, variants=form.variants),
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
