"""Versions of a story beside each other, and what people say about it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_deciding import CommentForm
from suluh.newsroom.selectors.comments import people_who_see
from suluh.newsroom.selectors.versions import versions_of
from suluh.newsroom.services.comments import comment_add, mentions_read
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .stories import story_or_404


@login_required
def versions(request: Signed, pk: int) -> HttpResponse:
    """Two versions of the words, side by side."""
    one = story_or_404(request, pk)
    shown = versions_of(one, before=request.GET.get("dari", ""), after=request.GET.get("ke", ""))
    return render(request, "newsroom/versions.html", {"versions": shown})


@login_required
def comment(request: Signed, pk: int) -> HttpResponse:
    """Say something about a story; a name with @ lays it on that person's table."""
    one = story_or_404(request, pk)
    permit(request.user, "story.comment", one)
    form = CommentForm(sent(request), people=people_who_see(one))
    sheet = Sheet(
        title=_("What do you want to say about “%(title)s”?") % {"title": one.title},
        button=_("Write the comment"),
        back=reverse("newsroom:story", args=[one.pk]),
        intro=_("Comments stay inside; they are never published."),
        above=(one.title, reverse("newsroom:story", args=[one.pk])),
    )
    return form_page(
        request, form, sheet, lambda: comment_add(story=one, text=form.cleaned_data["text"].strip(), by=request.user)
    )


@login_required
@require_POST
def mention_seen(request: Signed, pk: int) -> HttpResponse:
    """What named the person is seen to."""
    one = story_or_404(request, pk)
    mentions_read(story=one, by=request.user)
    return redirect("newsroom:story", pk=one.pk)
