"""What everybody pulls: the public list, or what of it changed since a moment, in stable pages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import condition
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import BaseModel, Field

from suluh.disclosure.exports.plain import gone_json, item_json
from suluh.disclosure.selectors.changes import Place, changes_page, last_change, list_mark
from suluh.disclosure.views.exports import root_of

from .answers import Faults

router = Router(auth=None, tags=["Daftar Informasi Publik"])


class FileShape(BaseModel):
    """A public file of an item."""

    name: str
    url: str
    type: str
    size: int
    sha256: str


class UnitShape(BaseModel):
    """The unit that holds an item."""

    name: str
    slug: str


class ItemShape(BaseModel):
    """One public item; the columns of annex I of Perki 1/2021 and ours."""

    code: str
    state: str
    url: str
    unit: UnitShape
    title: str
    summary: str
    category: str
    law_code: str
    holder: str
    responsible: str
    made_on: str | None
    made_at: str
    softcopy: bool
    hardcopy: bool
    retention: str
    link: str
    published_at: str | None
    changed_at: str
    files: list[FileShape]


class GoneShape(BaseModel):
    """An item that is no longer on the list: forget it."""

    code: str
    state: str
    changed_at: str


class Changes(BaseModel):
    """A page of changes, oldest first. Read `next` until it is null, then keep `until` as the next `since`."""

    items: list[ItemShape]
    gone: list[GoneShape]
    next: str | None = Field(description="Alamat halaman berikutnya; null pada halaman terakhir.")
    until: str | None = Field(description="Nilai `since` untuk tarikan berikutnya.")


@router.get("/butir", response={200: Changes, 422: Faults}, url_name="changes", summary="Daftar, atau perubahannya")
@decorate_view(condition(etag_func=list_mark, last_modified_func=last_change))
def changes(
    request: HttpRequest,
    since: Annotated[datetime | None, Query(description="Waktu ISO 8601; tanpa ini seluruh daftar.")] = None,
    after: Annotated[str, Query(max_length=60, description="Tempat dalam daftar, seperti ditulis `next`.")] = "",
    unit: Annotated[str, Query(max_length=80, description="Hanya unit ini, menurut `slug`-nya.")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> HttpResponse:
    """Public items by the time of their last change. With `since`, items that have left the list are told by code."""
    root = root_of(request)
    page = changes_page(since=since, after=Place.from_text(after), unit=unit.replace("\x00", ""), limit=limit)
    said: dict[str, Any] = {
        "items": [item_json(item, root=root) for item in page.items],
        "gone": [gone_json(item) for item in page.gone],
        "next": None,
        "until": page.until.isoformat() if page.until else None,
    }
    if page.following is not None:
        asked = {
            "since": since.isoformat() if since else "",
            "after": str(page.following),
            "unit": unit,
            "limit": limit,
        }
        said["next"] = (
            f"{root}{reverse('api:changes')}?{urlencode({name: value for name, value in asked.items() if value})}"
        )
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})
