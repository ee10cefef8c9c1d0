"""Deciding on a story: approve, return, take in hand, publish in a hurry, look afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_deciding import ApproveForm, HurryForm, PassOverForm, ReturnForm, ReviewForm
from suluh.newsroom.models import Review
from suluh.newsroom.selectors.stories import stories_visible_to, story_file
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.holding import story_claim, story_release, story_return
from suluh.newsroom.services.hurrying import review_close, story_hurry
from suluh.newsroom.services.vacancies import story_pass_over
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .stories import story_or_404


@login_required
def approve(request: Signed, pk: int) -> HttpResponse:
    """One voice for a story; the last one freezes it and sends it to its channels."""
    one = story_or_404(request, pk)
    permit(request.user, "story.approve", one)
    file = story_file(one, request.user)
    form = ApproveForm(sent(request), file=file)
    done = _("Approved. The story appears once on each channel that you chose.")
    sheet = Sheet(
        title=one.title,
        button=_("Approve and publish") if file.is_last else _("Approve"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=done if file.is_last else _("Your voice is noted. The story goes its way."),
        template="newsroom/approve.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_approve(story=one, by=request.user, **form.cleaned_data),
    )


@login_required
def hurry(request: Signed, pk: int) -> HttpResponse:
    """Publish before the steps; somebody else looks at it afterwards."""
    one = story_or_404(request, pk)
    permit(request.user, "story.hurry", one)
    form = HurryForm(sent(request), file=story_file(one, request.user))
    sheet = Sheet(
        title=_("Publish “%(title)s” at once?") % {"title": one.title},
        button=_("Publish now"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("On its way, before everything queued. Somebody else looks at it afterwards."),
        intro=_("For danger and service breakdowns only. The steps of approval are left out."),
        unit=one.unit,
        danger=True,
    )
    return form_page(request, form, sheet, lambda: story_hurry(story=one, by=request.user, **form.cleaned_data))


@login_required
def review(request: Signed, pk: int) -> HttpResponse:
    """Look afterwards at what was published in a hurry."""
    seen = stories_visible_to(request.user)
    one = get_object_or_404(Review.objects.select_related("story__unit", "by").filter(story__in=seen), pk=pk)
    permit(request.user, "review.decide", one.story)
    form = ReviewForm(sent(request))
    sheet = Sheet(
        title=_("Does “%(title)s” stand?") % {"title": one.story.title},
        button=_("Note what you found"),
        back=reverse("newsroom:story", args=[one.story.pk]),
        done=_("Noted."),
        intro=one.reason,
        unit=one.story.unit,
    )
    return form_page(request, form, sheet, lambda: review_close(review=one, by=request.user, **form.cleaned_data))


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
    return form_page(request, form, sheet, lambda: story_return(story=one, by=request.user, **form.cleaned_data))


@login_required
def pass_over(request: Signed, pk: int) -> HttpResponse:
    """Take a story past a step that nobody can decide."""
    one = story_or_404(request, pk)
    permit(request.user, "story.pass-over", one)
    form = PassOverForm(sent(request), initial={"seen": one.revision, "at_step": one.step})
    sheet = Sheet(
        title=_("Let “%(title)s” go on without the step %(step)s?")
        % {"title": one.title, "step": one.route[one.step]["name"]},
        button=_("Pass the step over"),
        back=reverse("newsroom:story", args=[one.pk]),
        done=_("The story lies at the next step."),
        intro=_("Only where nobody can decide it. Appointing somebody is better: the story then waits for them."),
        unit=one.unit,
    )
    return form_page(request, form, sheet, lambda: story_pass_over(story=one, by=request.user, **form.cleaned_data))


@login_required
@require_POST
def claim(request: Signed, pk: int) -> HttpResponse:
    """Take a story in hand, or let it go."""
    one = story_or_404(request, pk)
    permit(request.user, "story.claim", one)
    try:
        if "lepas" in request.POST:
            story_release(story=one, by=request.user)
        else:
            story_claim(story=one, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("newsroom:story", pk=one.pk)
