"""What Meta's interfaces (Facebook, Instagram, Threads) have in common: how to ask, and what their complaints mean.

Codes: developers.facebook.com/docs/graph-api/guides/error-handling and the error codes of the Instagram platform,
both read in November 2026. Limits of calls stand in headers, as a share of what the account has.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed, Sound
from suluh.platforms.answers import FIRST_WAIT, LONGEST_WAIT, broken, clean, refusal, wait_of
from suluh.platforms.oauth import TOKEN
from suluh.platforms.pages import LOCAL
from suluh.platforms.texts import same_words, with_link
from suluh.platforms.values import Access, Change, Errand, Gone, Later, Live, Refused, Unsure

LOST = frozenset({102, 190})
"""The token ran out, was taken back, or its owner changed the password."""
NOT_ALLOWED = frozenset({3, 10, *range(200, 300)})
BUSY = frozenset({4, 17, 32, 341, 613, 80001, 80002, 80006})
CONTENT = frozenset({100, 324, 352, 36000, 36001, 36003, 36004})
"""What is said of a post itself; the same post is refused again."""
NOWHERE = "Layanan ini mengambil media sendiri, dan Suluh belum punya alamat umum. Isi SULUH_BASE_URL."
"""Said where a platform fetches media itself and has nowhere to fetch them."""
MAYBE_SPAM = 2207051
"""Said of posts that stood there all the same: a reason to look."""
QUOTA = 2207042
NOT_READY = 2207027
GONE = 33
PASSING = frozenset({0, 1, 2})
"""No complaint that we understand, or the service's own trouble."""
COMPLAINTS = 2
SOON = 5.0
"""Seconds until media that the platform works on are asked for again."""
FACEBOOK = "graph.facebook.com"
LEAST_LIFE, MOST_LIFE = 86_400, 90 * 86_400
"""Seconds that a prolonged token lives: less than a day is an answer gone wrong, more than ninety days a promise."""
EARLIER = timedelta(minutes=5)
"""Clocks may differ so much."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """The error in an answer; code 0 when there is none that we understand."""

    code: int = 0
    subcode: int = 0
    said: str = ""


class NotPublished(Exception):
    """A step before publishing failed; nothing is public."""

    def __init__(self, outcome: Refused | Later) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


async def ask(errand: Errand, method: str, path: str, **carried: Any) -> Reply:
    """One call. The token goes as a header, so that no address holds it."""
    headers = {"Authorization": f"Bearer {errand.access.secrets.get('token', '')}"}
    return await errand.calls.call(method, f"{errand.access.address.rstrip('/')}/{path}", headers=headers, **carried)


async def made(errand: Errand, path: str, who: str, **carried: Any) -> str:
    """The id of something that is made and that nobody sees yet.

    Raises:
        NotPublished: it was not made, or no answer says so.
    """
    try:
        reply = await ask(errand, "POST", path, **carried)
    except CallBroken as fault:
        raise NotPublished(Later(FIRST_WAIT, f"Layanan belum dapat dihubungi ({fault}).")) from None
    number = reply.field("id")
    if not reply.ok or not number:
        raise NotPublished(before(reply, who))
    return number


async def changed_by(errand: Errand, method: str, path: str, who: str, **carried: Any) -> Reply | Change:
    """The answer to a change or deletion of one live post, where it says so; else what it means."""
    try:
        reply = await ask(errand, method, path, **carried)
    except CallBroken as fault:
        return broken(fault)
    if is_gone(reply):
        return Gone()
    said = reply.json()
    if reply.ok and isinstance(said, dict) and said.get("success") is True:
        return reply
    return judged(reply, who)


async def checked(access: Access, calls: Calls, who: str) -> Sound | Refused | Unsure:
    """Ask whose token it is; Meta refuses one with 400 and a code, so nothing but its own codes is believed."""
    headers = {"Authorization": f"Bearer {access.secrets.get('token', '')}"}
    try:
        address = f"{access.address.rstrip('/')}/me"
        reply = await calls.call("GET", address, headers=headers, params={"fields": "id"})
    except CallBroken as fault:
        return Unsure(f"Layanan tidak dapat ditanya ({fault}).")
    if reply.ok:
        return Sound() if reply.field("id") else Unsure("Layanan menjawab tanpa akun.")
    verdict = judged(reply, who)
    return verdict if isinstance(verdict, Refused) and complaint(reply).code else Unsure(verdict.reason)


async def prolonged(access: Access, calls: Calls, grant: str, who: str) -> Renewed | Refused | Unsure:
    """A token for sixty days more, for one that is at least a day old (Instagram and Threads).

    Tokens of pages, which belong to Facebook's own interface, do not end and are not prolonged.
    """
    base = urlsplit(access.address)
    if base.hostname == FACEBOOK:
        return Unsure("Token halaman tidak berakhir sendiri.")
    path = base.path.rstrip("/") if base.hostname in LOCAL else ""
    address = f"{base.scheme}://{base.netloc}{path}/refresh_access_token"
    params = {"grant_type": grant, "access_token": access.secrets.get(TOKEN, "")}
    try:
        reply = await calls.call("GET", address, params=params)
    except CallBroken as fault:
        return Unsure(f"Token belum dapat diperpanjang ({fault}).")
    if complaint(reply).code in LOST:
        told = f"Tokennya tidak berlaku lagi. {who} menghubungkan akun ini lagi. {clean(complaint(reply).said)}"
        return Refused(told.strip(), access_lost=True)
    token, life = reply.field("access_token"), reply.field("expires_in")
    if not reply.ok or not token or not life.isdigit() or int(life) < LEAST_LIFE:
        return Unsure(f"Layanan menjawab {reply.status} tanpa token yang lebih panjang.")
    ends = datetime.now(UTC) + timedelta(seconds=min(int(life), MOST_LIFE))
    return Renewed({TOKEN: token}, ends, ends)


def complaint(reply: Reply) -> Complaint:
    """The error that an answer tells."""
    found = reply.json()
    error = found.get("error") if isinstance(found, dict) else None
    if not isinstance(error, dict):
        return Complaint()
    code, subcode = error.get("code"), error.get("error_subcode")
    said = str(error.get("error_user_msg") or error.get("message") or "")
    return Complaint(code if isinstance(code, int) else 0, subcode if isinstance(subcode, int) else 0, said)


def judged(reply: Reply, who: str) -> Refused | Later | Unsure:
    """What an answer to a call that publishes means when it is no success. `who` can connect the account again."""
    fault = complaint(reply)
    told = f" Pesan layanan: {clean(fault.said)}" if fault.said else ""
    if fault.code in LOST or reply.status == 401:
        return Refused(f"Tokennya tidak berlaku lagi. {who} menghubungkan akun ini lagi.{told}", access_lost=True)
    if fault.code in NOT_ALLOWED:
        return Refused(f"Token ini tidak berhak menerbitkan. {who} memberi haknya kembali.{told}", access_lost=True)
    if fault.subcode == QUOTA:
        return Later(LONGEST_WAIT, "Jatah kiriman akun ini habis untuk sementara.")
    if fault.subcode == NOT_READY:
        return Later(SOON, "Layanan masih mengolah medianya.")
    if reply.status == 429 or (fault.code in BUSY and fault.subcode != MAYBE_SPAM):
        return Later(pause_of(reply), "Layanan meminta jeda sebelum kiriman berikutnya.")
    return Unsure(f"{refusal(reply)}.{told}")


async def weighed(errand: Errand, reply: Reply, who: str) -> Refused | Later | Unsure:
    """What an answer to a call that publishes means when it is no success; complaints about the post are counted."""
    verdict, fault = judged(reply, who), complaint(reply)
    if isinstance(verdict, Unsure) and fault.code not in PASSING:
        count = int(errand.notes.get("complaints", "0")) + 1
        await errand.note("complaint", clean(fault.said))
        await errand.note("complaints", str(count))
    return verdict


def require_no_complaints(errand: Errand) -> None:
    """A post that was complained about twice, and looked for in vain each time, is not sent a third time.

    Raises:
        NotPublished: it was.
    """
    if int(errand.notes.get("complaints", "0")) >= COMPLAINTS:
        told = f"Layanan menolaknya {COMPLAINTS} kali dan tidak menayangkannya. Pesan layanan: "
        raise NotPublished(Refused(told + errand.notes.get("complaint", "")))


def before(reply: Reply, who: str) -> Refused | Later:
    """What it means of a call that publishes nothing: what is unclear is asked for again soon."""
    verdict, fault = judged(reply, who), complaint(reply)
    if not isinstance(verdict, Unsure):
        return verdict
    if fault.code in CONTENT:
        return Refused(f"Ditolak sebelum tayang. Pesan layanan: {clean(fault.said)}")
    return Later(FIRST_WAIT, verdict.reason)


def pause_of(reply: Reply) -> float:
    """Seconds to wait, from the header that counts minutes until the account may call again."""
    if "retry-after" in reply.headers:
        return wait_of(reply)
    try:
        usage = json.loads(reply.headers.get("x-business-use-case-usage", "{}"))
        minutes = [float(row["estimated_time_to_regain_access"]) for rows in usage.values() for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError):
        minutes = []
    return min(LONGEST_WAIT, max([FIRST_WAIT, *(60 * count for count in minutes)]))


def is_gone(reply: Reply) -> bool:
    """True when what was asked for exists no more."""
    return reply.status == 404 or complaint(reply).subcode == GONE


@dataclass(frozen=True, slots=True)
class Columns:
    """What a list of own posts calls their text, time and address."""

    text: str
    time: str
    address: str


def found_among(reply: Reply, errand: Errand, columns: Columns, who: str) -> Live | None:
    """The errand's post in a list of the account's own recent posts, by its words, and not older than its first try.

    Raises:
        NotPublished: the answer is no such list.
    """
    found = reply.json()
    rows = found.get("data") if isinstance(found, dict) else None
    if not reply.ok or not isinstance(rows, list):
        raise NotPublished(before(reply, who))
    for row in rows:
        if isinstance(row, dict) and _is_it(row, errand, columns):
            return Live(str(row.get("id", "")), str(row.get(columns.address) or ""))
    return None


def _is_it(row: dict[str, Any], errand: Errand, columns: Columns) -> bool:
    try:
        shown = datetime.fromisoformat(str(row.get(columns.time, "")).replace("+0000", "+00:00"))
    except ValueError:
        return False
    same = same_words(str(row.get(columns.text, "")), with_link(errand.post))
    return same and shown >= errand.begun - EARLIER
