"""Take in photos and videos, prepare videos, make renditions, let go of what nothing shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import UUID, uuid5

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.kernel.pictures import Crop, Drawn, PictureFault, PictureRefused, picture_redraw
from suluh.kernel.videos import VideoRefused, video_measure, video_prepare
from suluh.organization import media_store
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.studio.errors import MediumElsewhere, MediumNotTaken, picture_words, video_words
from suluh.studio.models import Medium
from suluh.studio.sniffing import HEAD, kind_of

PHOTO_BYTES = 20_000_000
VIDEO_BYTES = 300_000_000
VIDEO_SECONDS = 600
SIDE = 1600
"""Longest side of a photo in pixels; drawn anew at this size it stays under the million bytes that platforms take."""
VIDEO_SIDE = 1280
TERM = timedelta(days=14)
"""How long a medium waits for something that shows it: a draft on a phone may wait for its network this long."""

State = Medium.State


def medium_take(*, unit: Unit, token: UUID, file: IO[bytes], size: int, by: Actor) -> Medium:
    """Take a photo, drawn anew at once, or a video, which a worker encodes anew; the same token again is the same one.

    Args:
        unit: whose medium it is.
        token: the name that the phone gave it.
        file: what was sent, at its beginning.
        size: its bytes.
        by: who hands it in.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        MediumNotTaken: neither photo nor video, too large, too long, damaged.
        MediumElsewhere: the token belongs to another unit's medium.
    """
    permit(by, "medium.take", unit)
    found = Medium.objects.filter(token=token).first()
    if found is None:
        kind = kind_of(file.read(HEAD))
        file.seek(0)
        facts = _photo(file, size) if kind == Medium.Kind.PHOTO else _video(file, size, token)
        found = _stored(unit, token, {"kind": kind, **facts}, "medium.taken", by)
    if found.unit_id != unit.pk:
        raise MediumElsewhere
    return found


def medium_render(*, medium: Medium, crop: Crop | None = None, within: int = 0, side: int = SIDE, by: Actor) -> Medium:
    """A medium cut to a shape, or made to weigh at most `within` bytes; asked for twice it is made once.

    A photo is made at once, a video by a worker (`medium_prepare`).

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        MediumNotTaken: the medium is not ready, or its file is gone.
    """
    permit(by, "medium.take", medium)
    if medium.state != State.READY:
        raise MediumNotTaken(_("This video is not ready yet. Wait some minutes, then try again."))
    token = uuid5(medium.token, f"{crop} {within} {side}")
    found = Medium.objects.filter(token=token).first()
    if found is not None:
        return found
    if medium.kind == Medium.Kind.VIDEO:
        shape = {"crop": asdict(crop) if crop else None, "within": within, "side": min(side, VIDEO_SIDE)}
        facts: dict[str, Any] = {"state": State.PREPARING, "shape": shape, "poster": medium.poster}
    else:
        facts = _kept(_drawn(_read(medium), side=side, crop=crop, within=within))
    made = {"kind": medium.kind, "made_from": medium, **facts}
    return _stored(medium.unit, token, made, "medium.rendered", by)


def medium_prepare(*, medium_id: int) -> Medium | None:
    """Encode a video anew; called by a worker. What is prepared or gone already is left alone.

    Takes about a quarter of the video's length. A video that cannot be encoded keeps the reason.
    """
    medium = Medium.objects.filter(pk=medium_id, state=State.PREPARING).first()
    if medium is None:
        return None
    with TemporaryDirectory(prefix="suluh-video-") as folder:
        sent, made = Path(folder) / "sent", Path(folder) / "made.mp4"
        try:
            with default_storage.open(_source(medium)) as source, sent.open("wb") as target:
                shutil.copyfileobj(source, target)
            measures = video_prepare(sent, to=made, longest=VIDEO_SECONDS, **_wish(medium))
        except VideoRefused as fault:
            return _settled(medium, state=State.FAILED, fault=video_words(fault.fault))
        except FileNotFoundError:
            return _settled(medium, state=State.FAILED, fault=_("The file of the video is gone. Send it again."))
        with made.open("rb") as file:
            name, digest = media_store.keep_file(file)
        facts: dict[str, Any] = {"width": measures.width, "height": measures.height, "seconds": measures.seconds}
        file_facts = {"name": name, "digest": digest, "mime": "video/mp4", "size": made.stat().st_size}
        return _settled(medium, state=State.READY, **facts, **file_facts)


@transaction.atomic
def media_hold(*, tokens: list[str]) -> None:
    """Something shows these from now on; called within the deed that makes it so, which has checked the right."""
    Medium.objects.filter(token__in=tokens, kept=False).update(kept=True)


def media_forget() -> int:
    """Remove what nothing shows after its term, with its files; tells how many went."""
    gone = 0
    for medium in Medium.objects.filter(kept=False, taken_at__lt=timezone.now() - TERM, renditions=None):
        medium.delete()
        gone += 1
        for name in filter(None, (medium.name, medium.poster)):
            if not Medium.objects.filter(name=name).exists() and not Medium.objects.filter(poster=name).exists():
                media_store.remove(name)
        if medium.sent:
            default_storage.delete(medium.sent)
    return gone


@transaction.atomic
def _stored(unit: Unit, token: UUID, facts: dict[str, Any], event: str, by: Actor) -> Medium:
    person = by if isinstance(by, Person) else None
    medium, new = Medium.objects.get_or_create(token=token, defaults={"unit": unit, "taken_by": person, **facts})
    if new:
        record(event, on=medium, by=by, unit=unit)
    return medium


@transaction.atomic
def _settled(medium: Medium, **facts: Any) -> Medium:
    """The end of the preparation, written once; the file as it was sent goes."""
    row = Medium.objects.select_for_update(of=("self",)).get(pk=medium.pk)
    if row.state != State.PREPARING:
        return row
    sent, row.sent = row.sent, ""
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    if sent:
        transaction.on_commit(lambda: default_storage.delete(sent))
    return row


def _source(medium: Medium) -> str:
    """Where the video lies that is encoded: as it was sent, or what a rendition is made from."""
    return medium.made_from.name if medium.made_from else medium.sent


def _wish(medium: Medium) -> dict[str, Any]:
    """What is to become of a video; a rendition says so itself."""
    shape = medium.shape
    if not shape:
        return {"side": VIDEO_SIDE}
    crop = Crop(**shape["crop"]) if shape["crop"] else None
    return {"side": shape["side"], "within": shape["within"], "crop": crop}


def _read(medium: Medium) -> bytes:
    try:
        return media_store.read(medium.name)
    except FileNotFoundError:
        raise MediumNotTaken(_("The file of the photo is gone. Choose it again.")) from None


def _photo(file: IO[bytes], size: int) -> dict[str, Any]:
    if size > PHOTO_BYTES:
        raise MediumNotTaken(picture_words(PictureFault.TOO_HEAVY))
    return _kept(_drawn(file.read(PHOTO_BYTES + 1), side=SIDE))


def _drawn(content: bytes, *, side: int, crop: Crop | None = None, within: int = 0) -> Drawn:
    try:
        return picture_redraw(content, most_bytes=PHOTO_BYTES, side=side, photo=True, crop=crop, within=within)
    except PictureRefused as fault:
        raise MediumNotTaken(picture_words(fault.fault)) from None


def _kept(drawn: Drawn) -> dict[str, Any]:
    name, digest = media_store.keep(drawn.content)
    facts = {"name": name, "digest": digest, "mime": "image/jpeg", "size": len(drawn.content)}
    return facts | {"width": drawn.width, "height": drawn.height}


def _video(file: IO[bytes], size: int, token: UUID) -> dict[str, Any]:
    """Measured and put away; what a phone cannot have filmed for us is refused before anything is stored."""
    if size > VIDEO_BYTES:
        raise MediumNotTaken(_("The video is larger than 300 MB. Film shorter or in Full HD, then send it again."))
    with _on_disk(file) as (path, folder):
        poster = folder / "poster.jpg"
        try:
            measures = video_measure(path, poster=poster, longest=VIDEO_SECONDS)
        except VideoRefused as fault:
            raise MediumNotTaken(video_words(fault.fault)) from None
        name, _digest = media_store.keep(poster.read_bytes())
        with path.open("rb") as source:
            sent = default_storage.save(f"sent/{token.hex}", File(source))
    facts = {"width": measures.width, "height": measures.height, "seconds": measures.seconds, "size": size}
    return {"state": State.PREPARING, "poster": name, "sent": sent, **facts}


@contextmanager
def _on_disk(file: IO[bytes]) -> Iterator[tuple[Path, Path]]:
    """The path of an upload, and a folder that goes with it; an upload that lies on disk already is not copied."""
    with TemporaryDirectory(prefix="suluh-video-") as folder:
        there = getattr(file, "temporary_file_path", None)
        path = Path(there()) if there else Path(folder) / "sent"
        if not there:
            with path.open("wb") as target:
                shutil.copyfileobj(file, target)
        yield path, Path(folder)
