"""What goes wrong, as JSON: one sentence for the operator of the other system, nothing of ours."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel

from suluh.disclosure.errors import CalledTooOften
from suluh.disclosure.pushing import Fault, faults_of
from suluh.organization.errors import NotAllowed, Refused


class Trouble(BaseModel):
    """A call that was not done. Nothing was changed."""

    error: str


class Faults(Trouble):
    """A call whose contents cannot be read; `faults` says what is wrong where. Nothing was changed."""

    faults: list[Fault]


SAID = {
    400: "Isi kiriman bukan JSON yang dapat dibaca.",
    401: "Kunci tidak dikenal atau sudah dicabut. Kirim kepala Authorization: Bearer, lalu kunci Anda.",
    403: "Kunci ini tidak berhak melakukan hal itu.",
    404: "Tidak ada apa pun di alamat ini untuk kunci Anda.",
    408: "Kiriman terputus sebelum selesai. Tidak ada yang disimpan; kirim ulang.",
    413: "Kiriman terlalu besar: paling banyak 5 MB. Bagi menjadi beberapa kiriman POST.",
}
"""Sentences by status."""
TROUBLES = {400: Trouble, 401: Trouble, 403: Trouble, 404: Trouble, 408: Trouble, 413: Trouble, 429: Trouble}
"""What every call with a key may be answered, for the description."""


def say_troubles(api: NinjaAPI) -> None:
    """Answer everything that goes wrong in the API's own words."""

    def said(request: HttpRequest, status: int, sentence: str = "", **more: Any) -> HttpResponse:
        return api.create_response(request, {"error": sentence or SAID[status], **more}, status=status)

    def faulty(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
        faults = [fault.model_dump() for fault in faults_of(wrong.errors)]
        return said(request, 422, f"Ada {len(faults)} hal yang salah. Tidak ada yang disimpan.", faults=faults)

    def too_often(request: HttpRequest, refused: CalledTooOften) -> HttpResponse:
        answer = said(request, 429, refused.message)
        answer["Retry-After"] = str(refused.wait)
        return answer

    handlers: dict[type[Exception], Any] = {
        Http404: lambda request, _wrong: said(request, 404),
        HttpError: lambda request, wrong: said(request, wrong.status_code, SAID.get(wrong.status_code, str(wrong))),
        ValidationError: faulty,
        CalledTooOften: too_often,
        NotAllowed: lambda request, _wrong: said(request, 403),
        Refused: lambda request, wrong: said(request, 409, wrong.message),
        RequestDataTooBig: lambda request, _wrong: said(request, 413),
        UnreadablePostError: lambda request, _wrong: said(request, 408),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)
