"""Notices without delay for citizens: what holds now, what was said before, every version of it."""

from __future__ import annotations

import re
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from suluh.newsroom.models import NoticeVersion
from suluh.newsroom.notices.picture import notice_picture
from suluh.newsroom.notices.texts import content_of
from suluh.newsroom.selectors.public_notices import (
    notices_in_force,
    notices_told,
    public_notice,
    told_versions,
)
from suluh.newsroom.services.notice_channels import letterhead_for, telling_of
from suluh.portal.addresses import root_of
from suluh.portal.cards import notice_card
from suluh.portal.many import for_many
from suluh.portal.schema_org import announcement

NUMBER = re.compile(r"\+?\d[\d\s().-]{1,20}\d")


@for_many
def listed(request: HttpRequest) -> HttpResponse:
    """What holds now, then all others, newest first."""
    after = request.GET.get("setelah", "")
    told, following = notices_told(after=after)
    context = {"now": [] if after else notices_in_force(), "told": told, "after": following, "root": root_of(request)}
    return render(request, "portal/notices/list.html", context)


@for_many
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """A notice as it was last told, at its permanent address; one that was withdrawn says so and stays readable."""
    versions = _versions(pk)
    return _shown(request, versions[0], versions)


@for_many
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What was told at one time."""
    versions = _versions(pk)
    chosen = next((one for one in versions if one.number == number), None)
    if chosen is None:
        raise Http404
    return _shown(request, chosen, versions)


@cache_control(public=True, max_age=300)
def card(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - alike for all
    """The picture that stands beside a link to the notice."""
    page = public_notice(_versions(pk)[0], timezone.now())
    return HttpResponse(notice_card(page), content_type="image/png")


@cache_control(public=True, max_age=300)
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice as a picture to send on, as it was last told."""
    version = _versions(pk)[0]
    drawn = notice_picture(telling_of(version, origin=root_of(request)), letterhead_for())
    return HttpResponse(drawn, content_type="image/png")


def _versions(pk: int) -> list[NoticeVersion]:
    versions = list(told_versions().filter(notice_id=pk).order_by("-number"))
    if not versions:
        raise Http404
    return versions


def _shown(request: HttpRequest, chosen: NoticeVersion, versions: list[NoticeVersion]) -> HttpResponse:
    root = root_of(request)
    page = public_notice(chosen, timezone.now())
    telling = telling_of(chosen, origin=root)
    text = content_of(telling, "handoff").text
    number = NUMBER.search(page.words.contact)
    context = {
        "page": page,
        "versions": versions,
        "latest": versions[0],
        "root": root,
        "text": text,
        "share": f"https://wa.me/?text={quote(text)}",
        "call": re.sub(r"[^\d+]", "", number[0]) if number else "",
        "schema_org": announcement(page, root=root),
    }
    return render(request, "portal/notices/notice.html", context)
