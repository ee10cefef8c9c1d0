"""Posting to a Telegram channel through the Bot API."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Part, Reply
from suluh.platforms.access import Sound, asked
from suluh.platforms.answers import LONGEST_WAIT, broken, clean
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import with_link
from suluh.platforms.values import (
    Access,
    ByHand,
    Change,
    Errand,
    Gone,
    Later,
    Live,
    Means,
    Outcome,
    Refused,
    Sighting,
    Unsure,
)

from .feed import recent
from .rules import RULES

CERTAIN = re.compile(
    r"chat not found|not enough rights|need administrator|message is too long|caption is too long", re.I
)
"""What the service says before it works on a message, so that nothing can have been posted."""
AGED = re.compile(r"can.t be (edited|deleted)|no (text|caption) in the message|not enough rights", re.I)
"""What the service says of messages that a bot may not change any more; most are too old."""


class Telegram:
    """A channel in which the government's bot is an administrator."""

    name = "telegram"
    label = "Telegram"
    home = "https://api.telegram.org"
    means = Means.NONE
    settles = 0.0
    pace = 3.0
    rules = RULES
    edits_media = False
    needs = (Need("token", "Token bot", "Dari BotFather; bot itu harus menjadi admin kanal."),)

    async def send(self, errand: Errand) -> Outcome:
        """One call, never repeated after it may have arrived."""
        method, carried = _message(errand)
        try:
            reply = await errand.calls.call("POST", _address(errand.access, method), **carried)
        except CallBroken as fault:
            return broken(fault)
        numbers = _numbers(reply) if reply.ok else []
        return _live(errand, ",".join(numbers)) if numbers else _refusal(reply)

    async def look(self, errand: Errand) -> Sighting:  # noqa: ARG002 - there is nothing to ask
        """A bot cannot read what a channel shows."""
        return Unsure("Telegram tidak dapat ditanya. Buka kanalnya, lalu pilih: sudah tayang atau belum.")

    async def edit(self, errand: Errand) -> Change:
        """New words for the message, or for the caption of its first picture."""
        method, field = ("editMessageCaption", "caption") if errand.post.media else ("editMessageText", "text")
        asked = {"message_id": int(_first(errand.remote)), field: with_link(errand.post)}
        reply = await _asked(errand, method, asked)
        if not isinstance(reply, Reply):
            return reply
        if (reply.ok and _numbers(reply)) or "message is not modified" in reply.field("description"):
            return _live(errand, errand.remote)
        return _left(reply)

    async def remove(self, errand: Errand) -> Change:
        """Delete the message, or all those of an album."""
        reply = await _asked(errand, "deleteMessages", {"message_ids": [int(one) for one in errand.remote.split(",")]})
        if not isinstance(reply, Reply):
            return reply
        said = reply.json()
        return Gone() if reply.ok and isinstance(said, dict) and said.get("result") is True else _left(reply)

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """Messages of the channel's page for readers without the app."""
        return await recent(profile, calls, since)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask which bot it is."""
        answer = await asked(calls.call("GET", _address(access, "getMe")))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("result", "id") else Unsure("Layanan tidak menjawab seperti Telegram.")


async def _asked(errand: Errand, method: str, fields: dict[str, Any]) -> Reply | Later | Unsure:
    try:
        return await errand.calls.call(
            "POST", _address(errand.access, method), json={"chat_id": errand.access.handle, **fields}
        )
    except CallBroken as fault:
        return broken(fault)


def _left(reply: Reply) -> Change:
    """What an answer means that changed nothing."""
    said = reply.field("description")
    if re.search(r"message to (edit|delete) not found", said, re.I):
        return Gone()
    if AGED.search(said):
        return ByHand(f"Telegram tidak mengizinkan bot mengubah pesan ini lagi ({clean(said)}).")
    return _refusal(reply)


def _numbers(reply: Reply) -> list[str]:
    """Ids of the messages in an answer; an album is several."""
    said = reply.json()
    found = said.get("result") if isinstance(said, dict) else None
    rows = found if isinstance(found, list) else [found]
    return [str(row["message_id"]) for row in rows if isinstance(row, dict) and row.get("message_id")]


def _first(remote: str) -> str:
    return remote.split(",", 1)[0]


def _address(access: Access, method: str) -> str:
    return f"{access.address.rstrip('/')}/bot{access.secrets.get('token', '')}/{method}"


def _message(errand: Errand) -> tuple[str, dict[str, Any]]:
    text, media = with_link(errand.post), errand.post.media
    if not media:
        return "sendMessage", {"json": {"chat_id": errand.access.handle, "text": text}}
    parts = tuple(Part(f"file{at}", medium.content, medium.mime, medium.name) for at, medium in enumerate(media))
    if len(media) == 1:
        only = Part("photo", parts[0].content, parts[0].mime, parts[0].file_name)
        return "sendPhoto", {"form": {"chat_id": errand.access.handle, "caption": text}, "parts": (only,)}
    album = [{"type": "photo", "media": f"attach://{part.name}"} for part in parts]
    album[0]["caption"] = text
    return "sendMediaGroup", {"form": {"chat_id": errand.access.handle, "media": json.dumps(album)}, "parts": parts}


def _live(errand: Errand, number: str) -> Live:
    name = errand.access.handle.removeprefix("@")
    public = bool(name) and not name.startswith("-")
    return Live(number, page_of(errand.access, "https://t.me", f"/{name}/{_first(number)}") if public else "")


def _refusal(reply: Reply) -> Outcome:
    said = reply.field("description")
    if reply.status == 429:
        wait = reply.field("parameters", "retry_after")
        return Later(min(LONGEST_WAIT, float(wait)) if wait.isdigit() else 30.0, "Telegram meminta jeda.")
    if reply.status == 401:
        return Refused("Token bot tidak berlaku lagi. Hubungkan ulang kanal ini.", access_lost=True)
    if CERTAIN.search(said):
        return Refused(f"Telegram menolak: {clean(said)}. Periksa nama kanal dan hak bot.")
    return Unsure(f"Telegram menjawab {reply.status}. {clean(said)}".strip())
