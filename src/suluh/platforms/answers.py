"""What an answer to a call that publishes means, the same for all platforms.

Even a clean refusal does not prove that nothing was made (seen: 400 after the post was there), so only what a
platform says before it works on a post counts as certain: too many calls, no access, a post that it names wrong.
"""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Container
from datetime import datetime

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.values import Change, Gone, Later, Refused, Unsure

LONGEST_WAIT = 3600.0
ORIGINAL_GONE = "Kiriman aslinya tidak ada lagi, sehingga tidak ada yang dibagikan."
PLAINLY = {
    400: "kirimannya tidak diterima",
    402: "saldo atau langganannya habis",
    403: "akun ini tidak diizinkan",
    404: "alamat atau akunnya tidak ditemukan",
    409: "bertentangan dengan yang sudah ada di sana",
    413: "medianya terlalu besar",
    415: "jenis medianya tidak diterima",
    422: "isinya tidak diterima",
}
"""What refusals mean, for people."""
QUOTAS = ("x-rate-limit", "x-ratelimit", "ratelimit")
"""How headers on quotas begin: X, Mastodon, Bluesky."""
WORDS = ("error_user_msg", "message", "error_description", "description", "detail", "error", "title")
"""Where platforms put their own words, the plainest first."""
FIRST_WAIT = 0.0
"""Seconds where the platform names none: whoever sends takes pauses of its own, which grow with each try."""


def broken(fault: CallBroken) -> Later | Unsure:
    """What a call that brought no answer means for the post."""
    if fault.arrived:
        return Unsure(f"{fault}; Suluh memeriksa apakah sudah tayang.")
    return Later(FIRST_WAIT, f"Layanan tidak dapat dihubungi ({fault}).")


def understood(reply: Reply, said: str = "") -> Refused | Later | Unsure:
    """What an answer that is no success means. `said` is the platform's own message, shown to officers."""
    words = clean(said or own_words(reply))
    told = f" Pesan layanan: {words}" if words else ""
    if reply.status == 429:
        return Later(wait_of(reply), "Layanan meminta jeda sebelum kiriman berikutnya.")
    if reply.status == 401:
        return Refused(f"Akses akun ditolak. Hubungkan ulang akun ini.{told}", access_lost=True)
    return Unsure(f"{refusal(reply)}.{told}")


def refusal(reply: Reply) -> str:
    """What a status means, for people who know no numbers; the beginning of a sentence."""
    meaning = PLAINLY.get(reply.status) or ("layanannya sedang terganggu" if reply.status >= 500 else "")
    return f"Layanan menjawab {reply.status}" + (f": {meaning}" if meaning else "")


def own_words(reply: Reply) -> str:
    """The platform's own message, wherever it puts it; "" when it gives none."""
    found = reply.json()
    if not isinstance(found, dict):
        return ""
    inner = [one for one in (found.get("error"), *_listed(found.get("errors"))) if isinstance(one, dict)]
    for name in WORDS:
        for place in (found, *inner):
            if isinstance(place.get(name), str) and place[name].strip():
                return str(place[name])
    return ""


def _listed(found: object) -> list[object]:
    return found if isinstance(found, list) else []


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
    said = own_words(reply)
    if reply.status == 403:
        return Refused(f"Akun ini tidak boleh menerbitkan. Periksa haknya. {clean(said)}".strip(), access_lost=True)
    judged = understood(reply, said)
    return Later(FIRST_WAIT, judged.reason) if isinstance(judged, Unsure) else judged


def wait_of(reply: Reply) -> float:
    """Seconds that the platform asks to wait: as such, or as the moment in which its window ends."""
    word = reply.headers.get("retry-after", "")
    if re.fullmatch(r"\d{1,6}(\.\d+)?", word):
        return min(LONGEST_WAIT, float(word))
    return next((seconds for kind in QUOTAS if (seconds := _until(reply.headers.get(f"{kind}-reset", "")))), FIRST_WAIT)


def rest_of(reply: Reply) -> float:
    """Seconds in which the account's next call would be refused, when this one was the last that its quota allows."""
    return wait_of(reply) if any(reply.headers.get(f"{kind}-remaining") == "0" for kind in QUOTAS) else 0.0


def _until(said: str) -> float:
    """Seconds until a moment, told in seconds since 1970 or as a date; 0 when it says none."""
    try:
        ends = float(said) if said.isdigit() else datetime.fromisoformat(said.replace("Z", "+00:00")).timestamp()
    except ValueError:
        return 0.0
    return min(LONGEST_WAIT, max(1.0, ends - time.time()))


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
    said = own_words(reply)
    if reply.status == 403:
        return Refused(f"Akun ini tidak boleh mengubah kirimannya. {clean(said)}".strip())
    return understood(reply, said)
