"""The calendar in other calendars: a private address a person, which can be taken back."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.newsroom.feed import feed_of
from suluh.newsroom.models import FeedKey
from suluh.newsroom.selectors.calendar import slots_visible_to
from suluh.newsroom.services.keeping import digest_of, feed_key_end, feed_key_make
from suluh.organization.views.requests import Signed

BACK, AHEAD = timedelta(days=30), timedelta(days=180)
MOST = 2_000


@login_required
def subscription(request: Signed) -> HttpResponse:
    """Make or end the private address. It is shown once, on the page that made it."""
    address = ""
    if request.method == "POST":
        if "akhiri" in request.POST:
            feed_key_end(by=request.user)
            return redirect("newsroom:calendar-subscription")
        secret = feed_key_make(by=request.user)
        address = request.build_absolute_uri(reverse("newsroom:calendar-feed", args=[secret]))
    key = FeedKey.objects.filter(person=request.user, ended_at=None).first()
    answer = render(request, "newsroom/calendar/subscription.html", {"address": address, "key": key})
    answer["Cache-Control"] = "no-store"
    return answer


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of whoever holds the address, with the rights that this person has now."""
    key = FeedKey.objects.select_related("person").filter(digest=digest_of(secret), ended_at=None).first()
    if key is None or not key.person.is_active:
        raise Http404
    now = timezone.now()
    slots = slots_visible_to(key.person).filter(at__range=(now - BACK, now + AHEAD))[:MOST]
    content = feed_of(slots, name=_("Newsroom calendar"), host=request.get_host(), now=now)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer
