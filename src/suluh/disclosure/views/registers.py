"""The registers: for the office with identities, for everybody without."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from suluh.disclosure.reports.paper import register_pdf
from suluh.disclosure.reports.sheet import register_xlsx
from suluh.disclosure.selectors.registers import KINDS, RegisterQuery, register_lines, register_page
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.selectors.tracking import body_asked
from suluh.disclosure.services.registers import register_taken
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.views.requests import Signed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@never_cache
def internal(request: Signed, slug: str, kind: str) -> HttpResponse:
    """A year of a register as the office sees it."""
    query = _asked(request, kind, _body_served(request, slug), public=False)
    return _page(request, query, reverse("disclosure:register", args=[slug, kind]))


@login_required
@never_cache
def internal_file(request: Signed, slug: str, kind: str, form: str) -> HttpResponse:
    """The internal register as a sheet or a paper; taking it is an event."""
    query = _asked(request, kind, _body_served(request, slug), public=False)
    register_taken(query=query, form=form, by=request.user)
    return _file(query, form)


def public(request: HttpRequest, kind: str) -> HttpResponse:
    """A year of a register without identities."""
    query = _asked(request, kind, _body_asked(request), public=True)
    return _page(request, query, reverse("disclosure:public-register", args=[kind]))


def public_file(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """The public register as a sheet or a paper."""
    return _file(_asked(request, kind, _body_asked(request), public=True), form)


def _body_served(request: Signed, slug: str) -> Unit:
    return get_object_or_404(bodies_served(request.user), slug=slug)


def _body_asked(request: HttpRequest) -> Unit:
    body = body_asked(request.GET.get("badan", ""))
    if body is None:
        raise Http404
    return body


def _asked(request: HttpRequest, kind: str, body: Unit, *, public: bool) -> RegisterQuery:
    if kind not in KINDS:
        raise Http404
    return RegisterQuery.from_address(kind, body, request.GET, public=public)


def _page(request: HttpRequest, query: RegisterQuery, address: str) -> HttpResponse:
    frame = "portal/base.html" if query.public else "organization/page.html"
    others = [(word, address.replace(f"/{query.kind.word}/", f"/{word}/")) for word in KINDS]
    takes = query.public or may(request.user, "register.take", query.body)
    context = {
        "page": register_page(query),
        "frame": frame,
        "address": address,
        "others": others,
        "takes": takes,
        "cases": _cases(query),
    }
    return render(request, "disclosure/registers/list.html", context)


def _cases(query: RegisterQuery) -> str:
    """Where the officers' pages of a register's rows begin; "" for everybody else's."""
    if query.public:
        return ""
    name = "disclosure:request" if query.kind.word == "permohonan" else "disclosure:objection"
    return reverse(name, args=[0]).removesuffix("0/")


def _file(query: RegisterQuery, form: str) -> HttpResponse:
    paper, parts = query.columns
    lines = register_lines(query)
    if form == "xlsx":
        content, media = register_xlsx(paper, parts, lines), XLSX
    else:
        content = register_pdf(paper, parts, lines, body=query.body, year=query.year, public=query.public)
        media = "application/pdf"
    name = f"register-{query.kind.word}-{query.year}{'-publik' if query.public else ''}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=media, headers=headers)
