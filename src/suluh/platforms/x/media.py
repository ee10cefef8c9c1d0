"""Media of X: a picture in one call, a video in segments that are noted one by one; none of it is public yet."""

from __future__ import annotations

import time
from typing import Any

from suluh.kernel.http.calls import Part, Reply
from suluh.platforms.answers import FIRST_WAIT, before_publishing, unpublished
from suluh.platforms.oauth import bearer
from suluh.platforms.values import Errand, Later, Medium, Refused

SEGMENT = 4 * 1024 * 1024
"""Bytes of one piece of a video; X takes at most five million."""
SLOWER = 2.5
"""A segment may take so much longer than another call."""
BUSY_FOR = 25.0
"""Seconds after which an upload lets go and is taken up again, so that no errand outlasts its lease."""
WHOLE = "/2/media/upload"


class NotUploaded(Exception):
    """A medium is not there yet, or never will be; nothing is public."""

    def __init__(self, outcome: Refused | Later) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


async def uploaded(errand: Errand, number: int, medium: Medium) -> str:
    """The id of a medium; one that an earlier try brought there is used again.

    Raises:
        NotUploaded: it is not there yet; what is there is noted.
    """
    ready = errand.notes.get(f"media-{number}", "")
    if ready:
        return ready
    made = await (_video if medium.mime.startswith("video/") else _picture)(errand, number, medium)
    if medium.alt and not medium.mime.startswith("video/"):
        metadata = {"id": made, "metadata": {"alt_text": {"text": medium.alt}}}
        await _said(errand, "POST", "/2/media/metadata", json=metadata)
    return await errand.note(f"media-{number}", made)


async def _picture(errand: Errand, number: int, medium: Medium) -> str:  # noqa: ARG001 - as for videos
    part = Part("media", medium.content, medium.mime, medium.name)
    return _id(await _said(errand, "POST", WHOLE, form={"media_category": "tweet_image"}, parts=(part,)))


async def _video(errand: Errand, number: int, medium: Medium) -> str:
    """Begin, append what is missing, finish, and wait until X has worked it through."""
    note = f"video-{number}"
    made, _, done = errand.notes.get(note, "").partition(" ")
    if not made:
        begin = {"media_type": medium.mime, "total_bytes": medium.size, "media_category": "tweet_video"}
        made, done = _id(await _said(errand, "POST", f"{WHOLE}/initialize", json=begin)), "0"
        await errand.note(note, f"{made} 0")
    if done != "whole":
        until = time.monotonic() + BUSY_FOR
        for index in range(int(done), -(-medium.size // SEGMENT)):
            if time.monotonic() > until:
                told = f"Video sedang diunggah: {index * SEGMENT * 100 // medium.size} %."
                raise NotUploaded(Later(0.0, told, gained=True))
            part = Part("media", medium.piece(index * SEGMENT, SEGMENT), medium.mime, medium.name)
            form = {"segment_index": str(index)}
            seconds = errand.calls.patience * SLOWER
            await _said(errand, "POST", f"{WHOLE}/{made}/append", form=form, parts=(part,), seconds=seconds)
            await errand.note(note, f"{made} {index + 1}")
        await _said(errand, "POST", f"{WHOLE}/{made}/finalize")
        await errand.note(note, f"{made} whole")
    await _worked_through(errand, note, made)
    return made


async def _worked_through(errand: Errand, note: str, made: str) -> None:
    reply = await _said(errand, "GET", WHOLE, params={"media_id": made, "command": "STATUS"})
    state = reply.field("data", "processing_info", "state")
    if state == "failed":
        await errand.note(note, "")
        raise NotUploaded(Refused("X tidak dapat mengolah video ini. Ubah menjadi MP4 (H.264, AAC) lalu kirim ulang."))
    if state in ("pending", "in_progress"):
        wait = reply.field("data", "processing_info", "check_after_secs")
        raise NotUploaded(Later(float(wait) if wait.isdigit() else 5.0, "X masih mengolah video.", gained=True))


async def _said(errand: Errand, method: str, path: str, **carried: Any) -> Reply:
    call = errand.calls.call(method, errand.access.address.rstrip("/") + path, headers=bearer(errand.access), **carried)
    reply = await unpublished(call)
    if isinstance(reply, Reply):
        return reply
    raise NotUploaded(reply)


def _id(reply: Reply) -> str:
    made = reply.field("data", "id")
    if not made:
        raise NotUploaded(Later(FIRST_WAIT, "X belum menerima medianya.") if reply.ok else before_publishing(reply))
    return made
