"""Addresses of the API, version 1. Its own description stands at `openapi.json`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from ninja import NinjaAPI

from .answers import SAID, say_troubles
from .changes import router as changes
from .villages import router as villages

api = NinjaAPI(
    title="Suluh: Daftar Informasi Publik",
    version="1",
    description="Desa mengirim daftarnya dengan kunci; siapa pun menarik daftar yang terbit tanpa kunci. Setiap "
    "penolakan berisi `error`, satu kalimat tentang apa yang dapat dilakukan.",
    urls_namespace="api",
    docs_url=None,
)
api.add_router("/desa", villages)
api.add_router("", changes)
say_troubles(api)


def nowhere(request: HttpRequest) -> HttpResponse:
    """An address that the API does not have, told in JSON as everything here."""
    return api.create_response(request, {"error": SAID[404]}, status=404)


routes, _app, _namespace = api.urls
urlpatterns = [path("", nowhere, name="start"), *routes, re_path(r"^", nowhere, name="nowhere")]
app_name = "api"
