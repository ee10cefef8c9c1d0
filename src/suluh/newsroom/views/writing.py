"""Writing help: beside a form while it is filled in, and the answer for personal data."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_planning import AnswerForm
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.selectors.writing import story_help
from suluh.newsroom.services.confirming import private_confirm
from suluh.newsroom.views.stories import story_or_404
from suluh.newsroom.writing import help_for
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

LONGEST = 20_000
"""Signs of one field that are read; forms take fewer."""


@login_required
@require_POST
def check(request: Signed) -> HttpResponse:
    """Advice on what stands in a form; nothing is kept. A part of a page for htmx, a page for everybody else."""
    told = _told(request)
    template = "newsroom/parts/advice.html" if request.headers.get("HX-Request") else "newsroom/writing.html"
    found = help_for(told, timezone.localdate(), rules_in_force().writing)
    return render(request, template, {"help": found, "told": told})


@login_required
def confirm(request: Signed, pk: int) -> HttpResponse:
    """Answer for the personal data of a story."""
    story = story_or_404(request, pk)
    permit(request.user, "story.edit", story)
    form = AnswerForm(sent(request), initial={"seen": story.revision}, found=story_help(story).open)
    sheet = Sheet(
        title=_("Answer for the personal data in “%(title)s”") % {"title": story.title},
        button=_("I answer for this"),
        back=reverse("newsroom:story", args=[story.pk]),
        done=_("Your answer is kept with the story."),
        intro=_("Your name and your reason stay with the story. An edit of these words asks anew."),
        unit=story.unit,
        template="newsroom/confirm.html",
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: private_confirm(
            story=story, reason=form.cleaned_data["reason"], seen=form.cleaned_data["seen"], by=request.user
        ),
    )


def _told(request: Signed) -> dict[str, Any]:
    told: dict[str, Any] = {name: str(value)[:LONGEST] for name, value in request.POST.items()}
    alts = [{"alt": value} for name, value in told.items() if name == "alt" or name.startswith("alt-")]
    return {**told, "media": [one for one in alts if one["alt"]]}
