"""What makes the form an app on a phone: manifest, service worker, the page for being offline, the share target."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from suluh.newsroom.forms_story import SubmissionForm
from suluh.newsroom.phone import COOKIE
from suluh.organization.models import Unit
from suluh.organization.rights import OPERATOR

STYLES = (
    *("suluh/tokens.css", "suluh/base.css", "suluh/parts.css", "suluh/panels.css", "suluh/widths.css"),
    *("organization/forms.css", "newsroom/submission.css"),
)
"""Stylesheets of the form. A phone far from the server asks for them in one go, for every further one is a wait."""
ASSETS = (
    "suluh/icons.svg",
    "suluh/mark.svg",
    "suluh/suluh.js",
    "newsroom/submission.js",
    "newsroom/drafts.js",
    "newsroom/photos.js",
    "newsroom/sending.js",
    "newsroom/advice.js",
    "vendor/plus-jakarta-sans/plus-jakarta-sans-latin-wght-normal.woff2",
)
"""Files that the form needs while the phone is offline."""


@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """Name, icons, start and share target of the app."""
    government = getattr(request, "government", None)
    icons = [
        {"src": static(f"newsroom/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
    ]
    share = {
        "action": reverse("newsroom:share"),
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {
            "title": "title",
            "text": "text",
            "files": [{"name": "files", "accept": ["image/*", "video/*"]}],
        },
    }
    told = {
        "id": reverse("newsroom:choose-unit"),
        "name": _("Suluh %(government)s") % {"government": government.name if government else ""},
        "short_name": "Suluh",
        "lang": "id",
        "start_url": reverse("newsroom:choose-unit"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#0b5a63",
        "icons": icons,
        "share_target": share,
    }
    return JsonResponse(told, content_type="application/manifest+json")


@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, with the files it keeps; it changes whenever one of them does."""
    kept = [*(static(name) for name in ASSETS), reverse("newsroom:styles"), reverse("desk:theme")]
    named = {"offline": "offline", "who": "sender", "share": "share", "form": "choose-unit"}
    addresses = {word: reverse(f"newsroom:{name}") for word, name in named.items()}
    shown = {"assets": kept, "version": _version(), "modules": static("newsroom/"), "cookie": COOKIE, **addresses}
    return render(request, "newsroom/worker.js", shown, content_type="text/javascript; charset=utf-8")


@cache_control(public=True, max_age=60)
def styles(_request: HttpRequest) -> HttpResponse:
    """The form's stylesheets as one."""
    together = b"\n".join(_read(name) for name in STYLES).decode()
    return HttpResponse(together.replace('url("../', f'url("{static("")}'), content_type="text/css; charset=utf-8")


def offline(request: HttpRequest) -> HttpResponse:
    """The form as it opens without a network: without anybody's name; the phone knows its units."""
    request.user = AnonymousUser()
    form = SubmissionForm(unit=Unit(), by=OPERATOR)
    page: dict[str, object] = {"form": form, "unit": None, "owner": "", "sent": [], "shell_only": True}
    return render(request, "newsroom/submit.html", page)


@csrf_exempt
def share(_request: HttpRequest) -> HttpResponse:
    """Photos shared from the gallery come here only where the service worker does not run; they are chosen again then.

    Nothing is stored, so nothing has to be protected against foreign forms.
    """
    return redirect("newsroom:choose-unit")


@cache
def _version() -> str:
    """Twelve signs that change with any of the files."""
    return hashlib.sha256(b"".join(_read(name) for name in (*STYLES, *ASSETS))).hexdigest()[:12]


@cache
def _read(name: str) -> bytes:
    """A static file as it was installed."""
    path = finders.find(name)
    return Path(path).read_bytes() if isinstance(path, str) else b""
