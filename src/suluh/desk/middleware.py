"""What holds for a whole request: the language a person chose, and the government's clock."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from suluh.organization.models import Government

Answer = Callable[[HttpRequest], HttpResponse]


def language_choice(answer: Answer) -> Answer:
    """Speak the language of the cookie, else Indonesian: what the browser prefers does not decide."""
    known = {code for code, _ in settings.LANGUAGES}

    def middleware(request: HttpRequest) -> HttpResponse:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(wanted if wanted in known else settings.LANGUAGE_CODE):
            response = answer(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "")
            return response

    return middleware


def government_clock(answer: Answer) -> Answer:
    """Show times in the zone of the government, and keep its row at hand as `request.government`.

    The addresses of a watcher answer without the database, for they must answer when it is gone.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/health/"):
            return answer(request)
        government = Government.objects.first()
        request.government = government  # type: ignore[attr-defined]
        with timezone.override(government.zone if government else settings.TIME_ZONE):
            return answer(request)

    return middleware
