"""Posting to a WordPress site so that the public sees it once.

WordPress makes a second post of a repeated call (measured: the slug gets "-2"). So the post is made as a draft, which
nobody sees, and found again by a slug that only this delivery has; what is then shown is one post by its id, and
showing it twice shows one. A draft left over by a cut connection is taken up, not made anew.
"""

from __future__ import annotations

import base64
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Sound, asked
from suluh.platforms.answers import FIRST_WAIT, before_publishing, broken, changed, understood
from suluh.platforms.platform import Need
from suluh.platforms.values import (
    Absent,
    Access,
    Change,
    Errand,
    Gone,
    Later,
    Live,
    Means,
    Medium,
    Outcome,
    Refused,
    Sighting,
    Unsure,
)

from .rules import RULES
from .writing import as_html, as_title, slug_of

ANY_STATE = "publish,future,draft,pending,private"


class WordPress:
    """A unit's own site."""

    name = "wordpress"
    label = "WordPress"
    home = ""
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    edits_media = True
    needs = (
        Need("user", "Nama pengguna", "Pengguna berperan Penulis atau Editor di situs itu.", secret=False),
        Need("password", "Sandi aplikasi", "Dasbor WordPress › Pengguna › Profil › Sandi Aplikasi."),
    )

    async def send(self, errand: Errand) -> Outcome:
        """Make or take up the draft, then show it."""
        try:
            draft = errand.notes.get("draft") or await self._drafted(errand)
            if not isinstance(draft, str):
                return draft
            reply = await _ask(errand, "POST", f"/wp/v2/posts/{draft}", json={"status": "publish"})
        except CallBroken as fault:
            return broken(fault)
        except _NotTaken as fault:
            return fault.outcome
        return _live(reply) or _gone(reply) or understood(reply, reply.field("message"))

    async def look(self, errand: Errand) -> Sighting:
        """Ask for the post by its id, or by its slug when the id never arrived."""
        try:
            draft = errand.notes.get("draft")
            if draft:
                reply = await _ask(errand, "GET", f"/wp/v2/posts/{draft}", params={"context": "edit"})
                return _live(reply) or (Absent() if reply.ok or _gone(reply) else _unsure(reply))
            found = await self._by_slug(errand)
        except CallBroken as fault:
            return Unsure(str(fault))
        except _NotTaken as fault:
            return Unsure(fault.outcome.reason)
        live = next((row for row in found if row.get("status") == "publish"), None)
        return Live(str(live["id"]), str(live.get("link", ""))) if live else Absent()

    async def edit(self, errand: Errand) -> Change:
        """Give the post new words and pictures; its address stays."""
        try:
            fields = await self._fields(errand)
        except CallBroken as fault:
            return Later(FIRST_WAIT, f"Gambar belum diterima situs ({fault}).")
        except _NotTaken as fault:
            return fault.outcome
        answer = await changed(_ask(errand, "POST", f"/wp/v2/posts/{errand.remote}", json=fields))
        if not isinstance(answer, Reply):
            return answer
        if not answer.field("status"):
            return Unsure("Situs menjawab tanpa keadaan naskah.")
        return _live(answer) or Gone()

    async def remove(self, errand: Errand) -> Change:
        """Put the post into the site's bin, where the unit still finds it."""
        answer = await changed(_ask(errand, "DELETE", f"/wp/v2/posts/{errand.remote}"))
        if not isinstance(answer, Reply):
            return answer
        return Gone() if answer.field("status") == "trash" else Unsure("Situs tidak menyatakan naskahnya terhapus.")

    async def _fields(self, errand: Errand) -> dict[str, Any]:
        """Title, words and pictures as WordPress stores them; pictures go to the library first."""
        media = [await _uploaded(errand, number, medium) for number, medium in enumerate(errand.post.media)]
        return {
            "title": as_title(errand.post.title),
            "content": as_html(errand.post, [address for _, address in media]),
            "featured_media": int(media[0][0]) if media else 0,
        }

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask who the application password belongs to."""
        answer = await asked(_call(access, calls, "GET", "/wp/v2/users/me"))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("id") else Unsure("Situs tidak menjawab seperti WordPress.")

    async def _drafted(self, errand: Errand) -> str | Live | Unsure:
        """The id of the draft: the one that an earlier try left, or a new one. `Live` when it is shown already."""
        for row in await self._by_slug(errand):
            if row.get("status") == "publish":
                return Live(str(row["id"]), str(row.get("link", "")))
            return await errand.note("draft", str(row["id"]))
        fields = await self._fields(errand) | {"status": "draft", "slug": slug_of(errand.post.title, errand.key)}
        try:
            reply = await _ask(errand, "POST", "/wp/v2/posts", json=fields)
        except CallBroken as fault:
            if not fault.arrived:
                raise
            # nobody sees a draft, so whatever became of it the next try finds it by its slug
            raise _NotTaken(Later(FIRST_WAIT, "Naskah belum pasti diterima situs; dicoba lagi.")) from None
        made = reply.field("id")
        if not reply.ok or not made:
            raise _NotTaken(_invisible(reply))
        return await errand.note("draft", made)

    async def _by_slug(self, errand: Errand) -> list[dict[str, Any]]:
        params = {"slug": slug_of(errand.post.title, errand.key), "status": ANY_STATE, "context": "edit"}
        reply = await _ask(errand, "GET", "/wp/v2/posts", params=params)
        rows = reply.json()
        if not reply.ok or not isinstance(rows, list):
            raise _NotTaken(_invisible(reply))
        return [row for row in rows if isinstance(row, dict) and "id" in row]


class _NotTaken(Exception):
    """The site did not do what comes before showing; nothing is public."""

    def __init__(self, outcome: Refused | Later) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


async def _ask(errand: Errand, method: str, route: str, **carried: Any) -> Reply:
    return await _call(errand.access, errand.calls, method, route, **carried)


async def _call(access: Access, calls: Calls, method: str, route: str, **carried: Any) -> Reply:
    """One call. The route goes as a parameter, which works whatever form the site's addresses have."""
    secrets = access.secrets
    pair = f"{secrets.get('user', '')}:{secrets.get('password', '')}".encode()
    headers = {"Authorization": f"Basic {base64.b64encode(pair).decode()}", **carried.pop("headers", {})}
    params = {"rest_route": route, **carried.pop("params", {})}
    address = access.address.rstrip("/") + "/"
    return await calls.call(method, address, headers=headers, params=params, **carried)


async def _uploaded(errand: Errand, number: int, medium: Medium) -> tuple[str, str]:
    """Id and address of a picture in the site's library; a second copy there would be seen by nobody."""
    noted = errand.notes.get(f"media-{number}", "")
    if noted:
        made, _, address = noted.partition(" ")
        return made, address
    headers = {
        "Content-Type": medium.mime,
        "Content-Disposition": f'attachment; filename="{errand.key[:8]}-{number}.{medium.mime.split("/")[1]}"',
    }
    reply = await _ask(errand, "POST", "/wp/v2/media", body=medium.content, headers=headers)
    made, address = reply.field("id"), reply.field("source_url")
    if not reply.ok or not made:
        raise _NotTaken(_invisible(reply))
    if medium.alt:
        await _ask(errand, "POST", f"/wp/v2/media/{made}", json={"alt_text": medium.alt})
    await errand.note(f"media-{number}", f"{made} {address}")
    return made, address


def _live(reply: Reply) -> Live | None:
    if not reply.ok or reply.field("status") != "publish" or not reply.field("id"):
        return None
    return Live(reply.field("id"), reply.field("link"))


def _gone(reply: Reply) -> Refused | None:
    if reply.status not in (404, 410):
        return None
    return Refused("Naskahnya tidak ada lagi di situs: seseorang telah menghapusnya di sana.")


def _unsure(reply: Reply) -> Unsure:
    return Unsure(f"Situs menjawab {reply.status}.")


def _invisible(reply: Reply) -> Refused | Later:
    """What a failure before showing means: whatever the site did, nobody sees it."""
    if reply.field("data", "details", "status", "code") == "rest_forbidden_status":
        # seen: with the last application password gone, WordPress answers as to somebody without a name
        return Refused("Sandi aplikasinya tidak berlaku lagi. Hubungkan ulang situs ini.", access_lost=True)
    if reply.status == 404:
        return Refused("Alamat ini tidak menjawab seperti WordPress. Periksa alamat situs dan REST API-nya.")
    return before_publishing(reply)
