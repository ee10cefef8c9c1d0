"""What holds for every request: refusals become pages, a given password is changed first, no browser keeps pages."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from .errors import NotAllowed, Refused
from .models import Person
from .views.requests import by_script

Answer = Callable[[HttpRequest], HttpResponse]


class refusals:  # noqa: N801 (named as settings read it, beside middleware that are functions)
    """Middleware: NotAllowed answers 403, any other refusal 409, both with its sentence; to a script as JSON.

    A query with a NUL is nobody's question, and PostgreSQL knows no such text: it is answered as no page at all.
    The API reads its questions by their types and says itself what is wrong with them.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what can be asked; beyond that only exceptions matter here."""
        if "%00" in request.META.get("QUERY_STRING", "") and not request.path.startswith("/api/"):
            return render(request, "404.html", status=404)
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a refusal; other exceptions are not ours."""
        if isinstance(exception, Refused) and by_script(request):
            status = 403 if isinstance(exception, NotAllowed) else 409
            return JsonResponse({"fault": exception.message}, status=status)
        if isinstance(exception, NotAllowed):
            return render(request, "403.html", {"exception": exception.message}, status=403)
        if isinstance(exception, Refused):
            return render(request, "organization/refused.html", {"message": exception.message}, status=409)
        return None


OPEN_DOORS = frozenset(
    {"account_change_password", "account_logout", "language", "theme", "crest", "health-live", "health-ready"}
)
"""Pages that answer before a given password was changed; the watcher's ones ask no session."""


class own_password_first:  # noqa: N801 (as above)
    """Middleware: whoever signed in with a password that somebody gave them chooses their own; nothing else answers."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; what counts is which page was asked for."""
        return self.answer(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The page for choosing a password, before any other."""
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page in OPEN_DOORS:
            return None
        person = getattr(request, "user", None)
        if isinstance(person, Person) and person.password_is_temporary:
            return redirect("account_change_password")
        return None


def kept_by_no_browser(answer: Answer) -> Answer:
    """Middleware: what somebody signed in reads is kept by no browser, unless the page itself says for how long.

    An office shares computers: after signing out, the way back must not show what was read. Pages that never looked
    into the session are the same for everybody and are left as they are.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        given = answer(request)
        if "Cache-Control" not in given and request.session.accessed and SESSION_KEY in request.session:
            given["Cache-Control"] = "private, no-store"
        return given

    return middleware
