"""A refusal that no view took up becomes a page that says what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .errors import NotAllowed, Refused

Answer = Callable[[HttpRequest], HttpResponse]


class refusals:  # noqa: N801 (named as settings read it, beside middleware that are functions)
    """Middleware: NotAllowed answers 403, any other refusal 409, both with its sentence."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; only exceptions matter here."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a refusal; other exceptions are not ours."""
        if isinstance(exception, NotAllowed):
            return render(request, "403.html", {"exception": exception.message}, status=403)
        if isinstance(exception, Refused):
            return render(request, "organization/refused.html", {"message": exception.message}, status=409)
        return None
