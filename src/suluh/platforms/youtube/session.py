"""A resumable upload: its address is noted before the first byte, and it tells how much has arrived.

The video comes to light with its last byte. Before that a cut costs nothing; around it, only the session knows.
"""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import urlsplit

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.answers import FIRST_WAIT
from suluh.platforms.oauth import bearer
from suluh.platforms.values import Errand, Later, Medium, Refused, Unsure

SESSION = "session"
PIECE = 8 * 1024 * 1024
"""Bytes of one call; a multiple of 256 KiB."""
SLOWER = 2.5
"""A piece may take so much longer than another call."""
WORKS = 120.0
"""Seconds that YouTube may take with a video whose last byte is there."""
BUSY_FOR = 25.0
"""Seconds after which an upload lets go and is taken up again, so that no errand outlasts its lease."""


class Lost(Exception):
    """The upload does not go on now; the outcome says what that means."""

    def __init__(self, outcome: Later | Refused | Unsure) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


async def begun(errand: Errand, resource: dict[str, Any]) -> Reply:
    """Open a session for the video and note its address; nothing is sent yet."""
    medium = _video(errand)
    headers = {
        **bearer(errand.access),
        "X-Upload-Content-Length": str(medium.size),
        "X-Upload-Content-Type": medium.mime,
    }
    at = f"{errand.access.address.rstrip('/')}/upload/youtube/v3/videos"
    params = {"uploadType": "resumable", "part": "snippet,status"}
    reply = await errand.calls.call("POST", at, headers=headers, params=params, json=resource)
    if reply.ok:
        where = reply.headers.get("location", "")
        # the token goes along with each piece, so never to another server
        if urlsplit(where)[:2] != urlsplit(errand.access.address)[:2]:
            raise Lost(Later(FIRST_WAIT, "YouTube menjawab tanpa alamat unggahan."))
        await errand.note(SESSION, where)
        await errand.note("arrived", "0")
    return reply


async def standing(errand: Errand) -> Reply:
    """What the session says: 200 with the video when it is whole, 308 while bytes are missing."""
    headers = {**bearer(errand.access), "Content-Range": f"bytes */{_video(errand).size}"}
    return await errand.calls.call("PUT", errand.notes[SESSION], headers=headers, body=b"")


async def carried_on(errand: Errand) -> Reply:
    """Send the pieces that are missing; returns the answer to the last one.

    Raises:
        Lost: the line broke, time is over, or the session is forgotten there.
    """
    medium, until = _video(errand), time.monotonic() + BUSY_FOR
    at = await _arrived(errand)
    while isinstance(at, int):
        if time.monotonic() > until:
            raise Lost(Later(0.0, f"Video sedang diunggah: {at * 100 // medium.size} %.", gained=True))
        at = await _piece(errand, medium, at)
    return at


async def _arrived(errand: Errand) -> int | Reply:
    """Bytes that are there; the session is asked unless it has just been opened."""
    if errand.notes.get("arrived") == "0":
        await errand.note("arrived", "some")
        return 0
    try:
        reply = await standing(errand)
    except CallBroken as fault:
        raise Lost(Unsure(f"{fault}; Suluh memeriksa unggahannya.")) from None
    return await _next(errand, reply)


async def _piece(errand: Errand, medium: Medium, at: int) -> int | Reply:
    piece = medium.piece(at, PIECE)
    headers = {
        **bearer(errand.access),
        "Content-Type": medium.mime,
        "Content-Range": f"bytes {at}-{at + len(piece) - 1}/{medium.size}",
    }
    try:
        reply = await errand.calls.call(
            "PUT", errand.notes[SESSION], headers=headers, body=piece, seconds=errand.calls.patience * SLOWER
        )
    except CallBroken as fault:
        raise Lost(Unsure(f"{fault}; Suluh memeriksa unggahannya.")) from None
    return await _next(errand, reply)


async def _next(errand: Errand, reply: Reply) -> int | Reply:
    """Where to go on, or the answer that ends the upload."""
    if reply.status == 308:
        found = re.fullmatch(r"bytes=0-(\d+)", reply.headers.get("range", ""))
        there = int(found[1]) + 1 if found else 0
        if there >= _video(errand).size:
            raise Lost(Unsure("YouTube mengolah videonya.", patience=WORKS))
        return there
    if reply.status in (404, 410):
        await errand.note("ended", "1")
        await errand.note(SESSION, "")
        raise Lost(Unsure("YouTube melupakan unggahan ini; Suluh memeriksa apakah sudah tayang."))
    return reply


def _video(errand: Errand) -> Medium:
    media = errand.post.media
    if [one.mime.split("/")[0] for one in media] != ["video"] or not media[0].size:
        raise Lost(Refused("YouTube memuat tepat satu video."))
    return media[0]
