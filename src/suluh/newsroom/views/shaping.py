"""Photos and videos of a story on one channel: which are shown, and how they are made to fit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_shaping import FitForm, ShownForm
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.shapes import shape_of, shapes_of
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.services.shaping import story_media_choose, story_medium_fit, story_medium_plain
from suluh.newsroom.views.stories import story_or_404
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.platforms.platform import platforms


@login_required
def shapes(request: Signed, pk: int, platform: str) -> HttpResponse:
    """Every photo and video as the platform shows it; a tick leaves one out there."""
    story, label = _story_on(request, pk, platform)
    found = shapes_of(words_of(story), platform)
    start = {"seen": story.revision}
    form = ShownForm(sent(request), story=story, platform=platform, shapes=found, initial=start)
    sheet = Sheet(
        title=_("Photos and videos on %(platform)s") % {"platform": label},
        button=_("Save what is shown here"),
        back=_previews(story),
        done=_("Saved. The story lies at the desk."),
        intro=_("What you change here changes nothing on other channels. A change begins the steps anew."),
        above=(story.title, reverse("newsroom:story", args=[pk])),
        template="newsroom/shapes.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: story_media_choose(
            story=story, platform=platform, tokens=form.tokens, seen=form.cleaned_data["seen"], by=request.user
        ),
    )


@login_required
def fit(request: Signed, pk: int, platform: str, token: UUID) -> HttpResponse:
    """Make one photo or video fit: choose the part that matters, or simply let it be made smaller."""
    story, label = _story_on(request, pk, platform)
    shape = shape_of(words_of(story), platform, str(token))
    if shape is None or shape.wish is None:
        raise Http404
    form = FitForm(sent(request), shape=shape, initial={"seen": story.revision})
    title = _("Cut for %(platform)s") if shape.wish.ratio else _("Make it lighter for %(platform)s")
    sheet = Sheet(
        title=title % {"platform": label},
        button=_("Cut") if shape.wish.ratio else _("Make it lighter"),
        back=_previews(story),
        done=_("Done. Look at the preview; the story lies at the desk."),
        intro=_("Only this channel shows it so. What was handed in stays as it is."),
        above=(story.title, reverse("newsroom:story", args=[pk])),
        template="newsroom/fit.html",
    )
    return form_page(request, form, sheet, lambda: _fitted(request, form, story, platform, str(token)))


def _fitted(request: Signed, form: FitForm, story: Story, platform: str, token: str) -> Story:
    said: dict[str, Any] = {"platform": platform, "token": token, "seen": form.cleaned_data["seen"], "by": request.user}
    if "asli" in request.POST:
        return story_medium_plain(story=story, **said)
    across, down = form.focus
    return story_medium_fit(story=story, across=across, down=down, **said)


def _story_on(request: Signed, pk: int, platform: str) -> tuple[Story, str]:
    """The story, where the person may edit it, and what people call the platform."""
    story = story_or_404(request, pk)
    permit(request.user, "story.edit", story)
    if platform not in platforms():
        raise Http404
    return story, platforms()[platform].label


def _previews(story: Story) -> str:
    return reverse("newsroom:story", args=[story.pk]) + "#tampil"
