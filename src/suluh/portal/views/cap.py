"""Notices for machines: documents of the Common Alerting Protocol 1.2, and their index as Atom."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from suluh.newsroom.notices.cap import cap_document, identifier_of
from suluh.newsroom.selectors.public_notices import cap_message, feed_versions, told_versions
from suluh.organization.views.xml import render_xml
from suluh.portal.addresses import root_of
from suluh.portal.many import fed

CAP = "application/cap+xml; charset=utf-8"


def document(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One version; it never changes."""
    version = get_object_or_404(told_versions(), notice_id=pk, number=number)
    answer = HttpResponse(cap_document(cap_message(version, origin=root_of(request))), content_type=CAP)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@fed
def feed(request: HttpRequest) -> HttpResponse:
    """The index: what was told in the last weeks, and all that holds."""
    entries = [(one, identifier_of(one.notice.key, one.number)) for one in feed_versions()]
    context = {"entries": entries, "root": root_of(request), "now": timezone.now()}
    answer = render_xml(request, "portal/notices/cap.atom", context)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
