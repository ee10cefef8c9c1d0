"""Uploading to a channel of YouTube (Data API v3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed, Sound, asked
from suluh.platforms.answers import FIRST_WAIT, LONGEST_WAIT, understood, wait_of
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.oauth import REFRESH, bearer, renewed
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.public import Profile, Recent, rows, word
from suluh.platforms.texts import same_words, with_link
from suluh.platforms.values import (
    Absent,
    Access,
    Change,
    Errand,
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
from .session import SESSION, Lost, begun, carried_on, standing
from .videos import deleted, refusal_reason, reworded

OFFICIAL = "https://www.googleapis.com"
FULL = frozenset({"quotaExceeded", "uploadLimitExceeded", "dailyLimitExceeded"})
HASTY = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})


class YouTube:
    """A channel that the office owns."""

    name = "youtube"
    label = "YouTube"
    home = OFFICIAL
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    edits_media = False
    consent = Consent(
        authorize=Place("/o/oauth2/v2/auth", "https://accounts.google.com/o/oauth2/v2/auth"),
        token=Place("/token", "https://oauth2.googleapis.com/token"),
        revoke=Place("/revoke", "https://oauth2.googleapis.com/revoke"),
        revokes=REFRESH,
        scopes=("https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.force-ssl"),
        pkce=True,
        # without these Google gives a long token only the first time that an account says yes
        more={"access_type": "offline", "prompt": "consent"},
    )
    needs = (
        Need("client", "Client ID", "console.cloud.google.com › APIs & Services › Credentials.", secret=False),
        Need("client_secret", "Client Secret", "Di halaman yang sama dengan Client ID."),
        Need(REFRESH, "Refresh token", "Dari persetujuan kanal dengan cakupan youtube.upload youtube.force-ssl."),
    )

    async def send(self, errand: Errand) -> Outcome:
        """Begin the upload or go on with it; the video is public when its last byte is there."""
        try:
            if not errand.notes.get(SESSION):
                reply = await begun(errand, _resource(errand))
                if not reply.ok:
                    judged = _refusal(reply)
                    return Later(FIRST_WAIT, judged.reason) if isinstance(judged, Unsure) else judged
            return _outcome(errand, await carried_on(errand))
        except CallBroken as fault:
            # before the first byte of a session nothing is there that could be public
            return Later(FIRST_WAIT, f"YouTube belum dapat dihubungi ({fault}).")
        except Lost as fault:
            return fault.outcome

    async def look(self, errand: Errand) -> Sighting:
        """Ask the session; when it is forgotten there, look among the channel's newest videos."""
        if not errand.notes.get(SESSION) and not errand.notes.get("ended"):
            return Absent()
        try:
            if errand.notes.get(SESSION):
                reply = await standing(errand)
                if reply.ok and reply.field("id"):
                    return _live(errand, reply.field("id"))
                if reply.status == 308:
                    return Absent()
                if reply.status not in (404, 410):
                    return Unsure(f"YouTube menjawab {reply.status}.")
                await errand.note("ended", "1")
                await errand.note(SESSION, "")
            return await self._among_newest(errand)
        except CallBroken as fault:
            return Unsure(str(fault))
        except Lost as fault:
            return Unsure(fault.outcome.reason)

    async def edit(self, errand: Errand) -> Change:
        """New title and description for the video."""
        answer = await reworded(errand)
        return _live(errand, errand.remote) if isinstance(answer, Reply) else answer

    async def remove(self, errand: Errand) -> Change:
        """Delete the video."""
        return await deleted(errand)

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """Newest videos, from the channel's public feed."""
        return await recent(profile, calls, since)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask which channel the token is for."""
        params = {"part": "id", "mine": "true"}
        answer = await asked(calls.call("GET", _at(access, "channels"), params=params, headers=bearer(access)))
        if not isinstance(answer, Reply):
            return answer
        said = answer.json()
        return Sound() if isinstance(said, dict) and said.get("items") else Unsure("Token ini tidak menunjuk kanal.")

    async def renew(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """A token for an hour."""
        secrets = access.secrets
        form = {
            "grant_type": "refresh_token",
            "client_id": secrets.get("client", ""),
            "client_secret": secrets.get("client_secret", ""),
            "refresh_token": secrets.get(REFRESH, ""),
        }
        return await renewed(calls, self.consent.token.at(access.address, OFFICIAL), form)

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """The channel that was chosen at Google, by its name after the "@" and by its id."""
        params = {"part": "snippet", "mine": "true"}
        answer = await asked(calls.call("GET", _at(access, "channels"), params=params, headers=bearer(access)))
        if not isinstance(answer, Reply):
            return answer
        found = rows(answer.json(), "items")
        names = {name for row in found for name in (word(row, "id"), word(row, "snippet", "customUrl"))}
        return Admitted(frozenset(names - {""}), access.secrets)

    async def _among_newest(self, errand: Errand) -> Sighting:
        params = {"part": "contentDetails", "mine": "true"}
        mine = await _ask(errand, "channels", params)
        uploads = next((_list_of(row) for row in _rows(mine)), "")
        params = {"part": "snippet", "playlistId": uploads, "maxResults": "50"}
        reply = await _ask(errand, "playlistItems", params)
        if not uploads or not reply.ok or not isinstance(reply.json(), dict):
            return Unsure(f"YouTube menjawab {reply.status}.")
        found = next((row for row in _rows(reply) if _is_it(row, errand)), None)
        return _live(errand, str(found["snippet"]["resourceId"]["videoId"])) if found else Absent()


def _resource(errand: Errand) -> dict[str, Any]:
    words = {"title": errand.post.title.strip(), "description": with_link(errand.post), "defaultLanguage": "id"}
    return {"snippet": words, "status": {"privacyStatus": "public", "selfDeclaredMadeForKids": False}}


def _outcome(errand: Errand, reply: Reply) -> Outcome:
    made = reply.field("id")
    return _live(errand, made) if reply.ok and made else _refusal(reply)


def _live(errand: Errand, made: str) -> Live:
    return Live(made, page_of(errand.access, "https://www.youtube.com", f"/watch?v={made}"))


def _refusal(reply: Reply) -> Refused | Later | Unsure:
    reason = refusal_reason(reply)
    if reason in FULL:
        return Later(LONGEST_WAIT, "Jatah unggahan YouTube hari ini habis; dicoba lagi tiap jam.")
    if reason in HASTY:
        return Later(wait_of(reply), "YouTube meminta jeda.")
    if reply.status == 403:
        return Refused("Akun ini tidak boleh mengunggah ke YouTube. Periksa haknya.", access_lost=True)
    return understood(reply, reply.field("error", "message"))


def _at(access: Access, name: str) -> str:
    return f"{access.address.rstrip('/')}/youtube/v3/{name}"


async def _ask(errand: Errand, name: str, params: dict[str, str]) -> Reply:
    return await errand.calls.call("GET", _at(errand.access, name), params=params, headers=bearer(errand.access))


def _rows(reply: Reply) -> list[dict[str, Any]]:
    said = reply.json()
    rows = said.get("items") if isinstance(said, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _list_of(row: dict[str, Any]) -> str:
    try:
        return str(row["contentDetails"]["relatedPlaylists"]["uploads"])
    except (KeyError, TypeError):
        return ""


def _is_it(row: dict[str, Any], errand: Errand) -> bool:
    try:
        shown = row["snippet"]
        made = datetime.fromisoformat(str(shown["publishedAt"]).replace("Z", "+00:00"))
        ours = same_words(shown["title"], errand.post.title) and same_words(
            shown["description"], with_link(errand.post)
        )
        return ours and made >= errand.begun - timedelta(minutes=5) and bool(shown["resourceId"]["videoId"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
