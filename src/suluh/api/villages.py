"""What a village's own system calls: send the list, all of it or some, and read how each item stands."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, Field

from suluh.disclosure.models import PushKey
from suluh.disclosure.pushing import Push
from suluh.disclosure.selectors.pushes import HELD, PushedState, pushed_states
from suluh.disclosure.services.pushes import PushResult, items_push
from suluh.disclosure.views.exports import root_of

from .answers import TROUBLES, Faults
from .keys import VillageKey

router = Router(auth=VillageKey(), tags=["Desa"])


class Held(BaseModel):
    """An item that cannot be changed now, and why."""

    id: str
    message: str


class Taken(BaseModel):
    """What a call did. Everything that was taken waits for the review of the village's PPID."""

    added: int
    changed: int
    unchanged: int
    removed: int = Field(description="Diusulkan untuk dicabut dari daftar.")
    held: list[Held] = Field(description="Tidak dapat diubah sekarang; kirim lagi nanti.")


class States(BaseModel):
    """How the items of a village stand, in order of their codes; `next` is the `after` of the next page."""

    items: list[PushedState]
    next: str | None


@router.put(
    "/{slug}/butir",
    response={200: Taken, 422: Faults, **TROUBLES},
    url_name="village-replace",
    summary="Kirim seluruh daftar",
)
def replace(request: HttpRequest, slug: str, push: Push) -> Taken:
    """The whole list: what was sent before and is missing now is proposed to be taken off. Repeating does nothing."""
    return _taken(items_push(key=_key(request, slug), items=push.items, whole=True))


@router.post(
    "/{slug}/butir",
    response={200: Taken, 422: Faults, **TROUBLES},
    url_name="village-add",
    summary="Kirim sebagian butir",
)
def add(request: HttpRequest, slug: str, push: Push) -> Taken:
    """New and changed items; all others stay as they are. Repeating it does nothing."""
    return _taken(items_push(key=_key(request, slug), items=push.items, whole=False))


@router.get(
    "/{slug}/butir",
    response={200: States, 422: Faults, **TROUBLES},
    url_name="village-state",
    summary="Keadaan setiap butir",
)
def state(
    request: HttpRequest,
    slug: str,
    after: Annotated[str, Query(max_length=120, description="Kode butir terakhir dari halaman sebelumnya.")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> States:
    """How the items stand that this village's system has sent, with what the PPID asks to be mended."""
    found, following = pushed_states(_key(request, slug).unit, after=after, limit=limit, root=root_of(request))
    return States(items=found, next=following)


def _key(request: HttpRequest, slug: str) -> PushKey:
    """The caller's key, where the address is that of its own village; another village is not to be found."""
    key: PushKey = request.auth  # type: ignore[attr-defined]
    if key.unit.slug != slug:
        raise Http404
    return key


def _taken(result: PushResult) -> Taken:
    counts: dict[str, Any] = {name: getattr(result, name) for name in ("added", "changed", "unchanged", "removed")}
    return Taken(**counts, held=[Held(id=code, message=HELD[why]) for code, why in result.held])
