"""YouTube: resumable uploads that remember their bytes, a daily quota, and the channel's list of uploads."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from itertools import count
from typing import Any

from aiohttp import web

from .consents import ConsentDesk
from .footage import HEAD
from .shown import Shown, ShownPost
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
        self.consents = ConsentDesk("youtube", self.tokens.issue, self.tokens.end, pkce=True)
        self.numbers: count[int] = count(1)
        self.sessions: dict[str, dict[str, Any]] = {}
        self.begun: Counter[str] = Counter()
        self.most = UPLOADS_A_DAY
        self.uploads_only = False
        """Tokens lack the right to change and delete videos."""

    def secrets(self, account: str) -> Mapping[str, str]:
        """An app and the long token of a channel."""
        return {"client": "suluh", "client_secret": "rahasia-yt", "refresh": Tokens.first(account)}

    def routes(self) -> list[web.RouteDef]:
        """The calls that uploading needs."""
        return [
            *self.consents.routes("/youtube/o/oauth2/v2/auth", ends="/youtube/revoke"),
            web.post("/youtube/token", self.renew),
            web.get("/youtube/feeds/videos.xml", self.feed),
            web.get("/youtube/youtube/v3/channels", self.channels),
            web.get("/youtube/youtube/v3/playlistItems", self.uploads),
            web.get("/youtube/youtube/v3/videos", self.video),
            web.put("/youtube/youtube/v3/videos", self.reword),
            web.delete("/youtube/youtube/v3/videos", self.delete),
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
        """Tokens for a code, or a new short one for the long one, which stays good."""
        if (await request.post()).get("grant_type") == "authorization_code":
            return await self.consents.sell(request)
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
        named = {"title": account, "customUrl": f"@{account}"}
        return web.json_response({"items": [{"id": f"UC{account}", "snippet": named, "contentDetails": playlists}]})

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

    async def feed(self, request: web.Request) -> web.Response:
        """The newest fifteen videos of a channel, for anybody."""
        account = request.query["channel_id"].removeprefix("UC")
        rows = "".join(_entry(request, post) for post in self.shown.of("youtube", account)[:15])
        names = 'xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
        return web.Response(text=f"<feed {names}>{rows}</feed>", content_type="application/atom+xml")

    async def video(self, request: web.Request) -> web.Response:
        """What is said of a video; an empty list where there is none."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        post = self._own(account, request.query["id"])
        words = [] if post is None else [{"id": post.more["video"], "snippet": _snippet(post)}]
        return web.json_response({"items": words})

    async def reword(self, request: web.Request) -> web.Response:
        """New words for a video, which needs a right of its own and the video's category."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        if self.uploads_only:
            return _fault(403, "insufficientPermissions")
        asked = json.loads(await request.read())
        post, words = self._own(account, asked["id"]), asked["snippet"]
        if post is None:
            return _fault(404, "videoNotFound")
        if not words.get("categoryId") or not words.get("title"):
            return _fault(400, "invalidVideoMetadata")
        post.text, post.more["title"], post.more["tags"] = words["description"], words["title"], words.get("tags", [])
        return web.json_response({"id": asked["id"], "snippet": _snippet(post)})

    async def delete(self, request: web.Request) -> web.Response:
        """A video goes."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        post = self._own(account, request.query["id"])
        if self.uploads_only or post is None:
            return _fault(403, "forbidden") if self.uploads_only else _fault(404, "videoNotFound")
        self.shown.remove(post)
        return web.Response(status=204)

    def _own(self, account: str, video: str) -> ShownPost | None:
        posts = self.shown.accounts.get(("youtube", account), [])
        return next((post for post in posts if post.more["video"] == video), None)

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


def _entry(request: web.Request, post: ShownPost) -> str:
    at = datetime.fromtimestamp(post.at, UTC).isoformat()
    title, told = escape(str(post.more["title"])), escape(post.text)
    link = escape(f"{request.url.origin()}{post.page}")
    media = f"<media:group><media:description>{told}</media:description></media:group>"
    return f'<entry><title>{title}</title><link href="{link}"/><published>{at}</published>{media}</entry>'


def _snippet(post: ShownPost) -> dict[str, Any]:
    tags = post.more.setdefault("tags", ["pemda"])
    return {"title": post.more["title"], "description": post.text, "categoryId": "25", "tags": tags}


def _fault(status: int, reason: str, headers: Mapping[str, str] | None = None) -> web.Response:
    error = {"code": status, "message": reason, "errors": [{"reason": reason, "domain": "youtube"}]}
    return web.json_response({"error": error}, status=status, headers=headers)
