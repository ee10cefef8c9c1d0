"""Whose phone it is: a cookie that scripts read while nothing can be asked, so that nobody sees another's drafts.

It holds the name by which drafts are kept apart, and no right: whoever forges it reads what lies on the phone in their
hand. It is taken away at the first answer to somebody else, or to nobody, so that signing out hides the drafts; they
stay on the phone and show again when their owner has signed in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from suluh.newsroom.selectors.submitting import owner_of

COOKIE = "suluh_pengirim"
PATH = "/"
AGE = 90 * 24 * 3600
"""Seconds; a phone may be far from any network for weeks."""

Answered = TypeVar("Answered", bound=HttpResponseBase)


def remember_owner(answer: Answered, person: Any) -> Answered:
    """Tell the phone whose drafts it may show while it is offline."""
    answer.set_cookie(
        COOKIE, owner_of(person), max_age=AGE, path=PATH, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return answer


def owner_only(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the cookie goes as soon as somebody else, or nobody, is signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        given = answer(request)
        held = request.COOKIES.get(COOKIE)
        if held and COOKIE not in given.cookies and held != owner_of(request.user):
            given.delete_cookie(COOKIE, path=PATH, samesite="Lax")
        return given

    return middleware
