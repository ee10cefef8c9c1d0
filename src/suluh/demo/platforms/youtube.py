"""YouTube: resumable uploads that remember their bytes, a daily quota, and the channel's list of uploads."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import web

from .footage import HEAD
from .shown import Shown
from .simulator import Simulator
from .tokens import Tokens

UPLOADS_A_DAY = 100
UNIT = 256 * 1024
"""Pieces but the last are a multiple of so many bytes."""


class YouTubeServer(Simulator):
    """Channels by token. `quota` is how many uploads are left today for each."""

    platform = "youtube"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.tokens = Tokens(life=3600)
        self.numbers: count[int] = count(1)
        self.sessions: dict[str, dict[str, Any]] = {}
        self.begun: Counter[str] = Counter()
        self.most = UPLOADS_A_DAY

    def secrets(self, account: str) -> Mapping[str, str]:
        """An app and the long token of a channel."""
        return {"client": "suluh", "client_secret": "rahasia-yt", "refresh": Tokens.first(account)}

    def routes(self) -> list[web.RouteDef]:
        """The calls that uploading needs."""
        return [
            web.post("/youtube/token", self.renew),
            web.get("/youtube/youtube/v3/channels", self.channels),
            web.get("/youtube/youtube/v3/playlistItems", self.uploads),
            web.post("/youtube/upload/youtube/v3/videos", self.begin),
            web.put("/youtube/upload/{session}", self.piece),
        ]

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """YouTube names it in the body; the header is the one every server may send."""
        return _fault(429, "rateLimitExceeded", {"Retry-After": "1"})

    def expired(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """The token ran out."""
        return _fault(401, "authError")

    async def renew(self, request: web.Request) -> web.Response:
        """A new short token; the long one stays good."""
        found = self.tokens.renew(await request.post())
        if found is None:
            return web.json_response(
                {"error": "invalid_grant", "error_description": "Token has been revoked."}, status=400
            )
        return web.json_response(found)

    async def channels(self, request: web.Request) -> web.Response:
        """The channel of the token, with its list of uploads."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        playlists = {"relatedPlaylists": {"uploads": f"UU{account}"}}
        return web.json_response({"items": [{"id": f"UC{account}", "contentDetails": playlists}]})

    async def uploads(self, request: web.Request) -> web.Response:
        """Newest videos of a channel."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        rows = [
            {
                "snippet": {
                    "title": post.more["title"],
                    "description": post.text,
                    "publishedAt": datetime.fromtimestamp(post.at, UTC).isoformat().replace("+00:00", "Z"),
                    "resourceId": {"kind": "youtube#video", "videoId": post.more["video"]},
                }
            }
            for post in self.shown.of("youtube", account)[:50]
        ]
        return web.json_response({"items": rows, "pageInfo": {"totalResults": len(rows)}})

    async def begin(self, request: web.Request) -> web.Response:
        """A session, while the day's quota lasts."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        words = json.loads(await request.read())["snippet"]
        mime = request.headers["X-Upload-Content-Type"]
        if self.shown.post("youtube", words["description"], [mime], words["title"]):
            return _fault(400, "invalidVideoMetadata")
        if self.begun[account] >= self.most:
            return _fault(403, "quotaExceeded")
        self.begun[account] += 1
        name = f"s{next(self.numbers)}"
        size = int(request.headers["X-Upload-Content-Length"])
        session = {"account": account, "words": words, "size": size, "there": 0, "video": None}
        self.sessions[name] = session | {"mime": mime, "head": b"", "refused": ""}
        return web.Response(headers={"Location": f"{request.url.origin()}/youtube/upload/{name}"})

    async def piece(self, request: web.Request) -> web.Response:
        """Bytes of a session, or the question how many are there; the last one brings the video to light."""
        session = self.sessions.get(request.match_info["session"])
        content = await request.read()
        if session is None:
            return web.Response(status=404)
        if not self.tokens.account(request):
            return self.expired(request)
        said = request.headers.get("Content-Range", "")
        found = re.fullmatch(r"bytes (?:(\d+)-(\d+)|\*)/(\d+)", said)
        if found is None or int(found[3]) != session["size"]:
            return _fault(400, "badContentRange")
        if found[1] is not None and session["video"] is None:
            first, last = int(found[1]), int(found[2])
            whole = last + 1 == session["size"]
            if first != session["there"] or last - first + 1 != len(content) or (len(content) % UNIT and not whole):
                return _fault(400, "badContentRange")
            session["there"] = last + 1
            session["head"] = content[:HEAD] if first == 0 else session["head"]
            if whole:
                session["refused"] = self.shown.file("youtube", session["mime"], session["head"], size=session["size"])
        if session["refused"]:
            return _fault(400, "invalidVideo")
        return self._standing(session)

    def _standing(self, session: dict[str, Any]) -> web.Response:
        if session["there"] < session["size"]:
            headers = {"Range": f"bytes=0-{session['there'] - 1}"} if session["there"] else {}
            return web.Response(status=308, headers=headers)
        if session["video"] is None:
            video, words = f"v{next(self.numbers)}", session["words"]
            page = f"/youtube/watch?v={video}"
            more = {"title": words["title"], "video": video}
            session["video"] = self.shown.add("youtube", session["account"], words["description"], page=page, **more)
        post = session["video"]
        if not post.visible:
            headers = {"Range": f"bytes=0-{session['there'] - 1}"}
            return web.Response(status=308, headers=headers)
        return web.json_response({"kind": "youtube#video", "id": post.more["video"]})


SIMULATOR = YouTubeServer


def _fault(status: int, reason: str, headers: Mapping[str, str] | None = None) -> web.Response:
    error = {"code": status, "message": reason, "errors": [{"reason": reason, "domain": "youtube"}]}
    return web.json_response({"error": error}, status=status, headers=headers)
