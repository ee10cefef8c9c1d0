"""Pages that many people ask for at once: made once every few seconds, however many read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page

from suluh.portal.addresses import root_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
FRESH_FOR = 5
"""Seconds for which a process, a browser and whatever stands between them show the same page."""
FED_FOR = 60
"""The same for feeds, which machines ask for again and again."""


def for_many(view: View[P]) -> View[P]:
    """Share a page among visitors of whom we know nothing; one with a query is made for whoever asks.

    It must be alike for all of them but for the language, and hold no form that needs a secret of theirs.
    """

    @wraps(view)
    def shared(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.GET or not _anybody(request):
            return view(request, *args, **kwargs)
        key = f"portal.page.{get_language()}.{root_of(request)}{request.path}"
        cache = caches["process"]
        kept = cache.get(key)
        answer = HttpResponse(kept) if kept is not None else view(request, *args, **kwargs)
        if kept is None and answer.status_code == 200:
            cache.set(key, answer.content, FRESH_FOR)
        if answer.status_code == 200:
            patch_cache_control(answer, public=True, max_age=FRESH_FOR)
        patch_vary_headers(answer, ("Cookie",))
        return answer

    return conditional_page(shared)


def _anybody(request: HttpRequest) -> bool:
    """Whether the browser has told nothing of its owner: no session, no message that waits to be shown."""
    return not set(request.COOKIES) - {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def fed(view: View[P]) -> View[P]:
    """Let readers of a feed keep it for a minute, and learn in a word that nothing is new."""

    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        patch_cache_control(answer, public=True, max_age=FED_FOR)
        return answer

    return conditional_page(kept)
