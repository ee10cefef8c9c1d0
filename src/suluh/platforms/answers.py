"""What an answer to a call that publishes means, the same for all platforms.

Even a clean refusal does not prove that nothing was made (seen: 400 after the post was there), so only what a
platform says before it works on a post counts as certain: too many calls, no access, a post that it names wrong.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Container

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.values import Change, Gone, Later, Refused, Unsure

LONGEST_WAIT = 3600.0
FIRST_WAIT = 0.0
"""Seconds where the platform names none: whoever sends takes pauses of its own, which grow with each try."""


def broken(fault: CallBroken) -> Later | Unsure:
    """What a call that brought no answer means for the post."""
    if fault.arrived:
        return Unsure(f"{fault}; Suluh memeriksa apakah sudah tayang.")
    return Later(FIRST_WAIT, f"Layanan tidak dapat dihubungi ({fault}).")


def understood(reply: Reply, said: str = "") -> Refused | Later | Unsure:
    """What an answer that is no success means. `said` is the platform's own message, shown to officers."""
    told = f" Pesan layanan: {clean(said)}" if said else ""
    if reply.status == 429:
        return Later(wait_of(reply), "Layanan meminta jeda sebelum kiriman berikutnya.")
    if reply.status == 401:
        return Refused(f"Akses akun ditolak. Hubungkan ulang akun ini.{told}", access_lost=True)
    return Unsure(f"Layanan menjawab {reply.status}.{told}")


async def unpublished(call: Awaitable[Reply]) -> Reply | Refused | Later:
    """The answer to a call that publishes nothing. What it leaves unclear may be tried again: nobody saw anything."""
    try:
        reply = await call
    except CallBroken as fault:
        return Later(FIRST_WAIT, f"Layanan belum dapat dihubungi ({fault}).")
    if reply.ok:
        return reply
    return before_publishing(reply)


def before_publishing(reply: Reply) -> Refused | Later:
    """What a refusal means that came before anything was published."""
    said = reply.field("message") or reply.field("error") or reply.field("description")
    if reply.status == 403:
        return Refused(f"Akun ini tidak boleh menerbitkan. Periksa haknya. {clean(said)}".strip(), access_lost=True)
    judged = understood(reply, said)
    return Later(FIRST_WAIT, judged.reason) if isinstance(judged, Unsure) else judged


def wait_of(reply: Reply) -> float:
    """Seconds that the platform asks to wait."""
    word = reply.headers.get("retry-after", "")
    return min(LONGEST_WAIT, float(word)) if re.fullmatch(r"\d{1,6}(\.\d+)?", word) else FIRST_WAIT


def clean(said: str) -> str:
    """A message from outside, short and on one line, without what looks like a secret."""
    line = re.sub(r"[A-Za-z0-9_\-.:]{25,}", "…", re.sub(r"<[^>]*>", " ", said))
    return " ".join(line.split())[:200]


async def changed(call: Awaitable[Reply], *, gone: Container[int] = (404, 410)) -> Reply | Change:
    """The answer to a call that changes or takes down one post by its id, where it succeeded; else what it means.

    Such a call may be repeated, so nothing is looked for: what it leaves unclear is done again.
    """
    try:
        reply = await call
    except CallBroken as fault:
        return broken(fault)
    if reply.ok:
        return reply
    if reply.status in gone:
        return Gone()
    said = reply.field("message") or reply.field("error") or reply.field("description")
    if reply.status == 403:
        return Refused(f"Akun ini tidak boleh mengubah kirimannya. {clean(said)}".strip())
    return understood(reply, said)
