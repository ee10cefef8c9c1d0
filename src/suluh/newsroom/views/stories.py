"""The desk: queue, one story and its words."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_deciding import VariantsForm
from suluh.newsroom.forms_story import StoryForm
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.selectors.queue import Asked, queue
from suluh.newsroom.selectors.reposts import spread_of
from suluh.newsroom.selectors.stories import channels_for, stories_visible_to, story_file
from suluh.newsroom.selectors.writing import story_help
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.services.stories import story_edit
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


def story_or_404(request: Signed, pk: int) -> Story:
    """The story, where the person sees its unit."""
    return get_object_or_404(stories_visible_to(request.user), pk=pk)


@login_required
def desk(request: Signed) -> HttpResponse:
    """Stories by who has them."""
    page = queue(request.user, Asked.from_address(request.GET.dict()))
    return render(request, "newsroom/queue.html", {"page": page, "kinds": Story.Kind.choices})


@login_required
def story(request: Signed, pk: int) -> HttpResponse:
    """One story: its words, where it appears, what became of it."""
    one = story_or_404(request, pk)
    shown = {
        "file": story_file(one, request.user),
        "writing": story_help(one),
        "may_repost": may(request.user, "repost.ask", one),
        "spread": spread_of(one),
    }
    return render(request, "newsroom/story.html", shown)


@login_required
def edit(request: Signed, pk: int) -> HttpResponse:
    """Change the words."""
    one = story_or_404(request, pk)
    permit(request.user, "story.edit", one)
    start = words_of(one).as_json() | {"seen": one.revision}
    form = StoryForm(
        sent(request), request.FILES or None, unit=one.unit, by=request.user, kept=words_of(one).media, initial=start
    )
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
            words=replace(form.words, variants=dict(one.variants), renditions=dict(one.renditions)),
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
    tones = rules_in_force().tones
    form = VariantsForm(sent(request), words=words, names=names, tones=tones, initial={"seen": one.revision})
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
