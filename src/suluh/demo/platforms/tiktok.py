"""TikTok: every piece of an upload is checked, an id tells what became of it, unaudited apps are kept private."""

from __future__ import annotations

import json
import re
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from itertools import count
from typing import Any

from aiohttp import web

from suluh.platforms.values import Access

from .consents import ConsentDesk
from .footage import HEAD
from .shown import Shown
from .simulator import Simulator
from .tokens import Tokens

LEAST, MOST, LAST = 5_000_000, 64 * 1024 * 1024, 128 * 1024 * 1024
"""Bytes of a piece, and of the last one."""
MINUTE, OPENED = 60.0, 6
PUBLIC, PRIVATE = "PUBLIC_TO_EVERYONE", "SELF_ONLY"


class TikTokServer(Simulator):
    """Accounts by token; those whose name begins with "kecil" belong to an app that was not audited.

    `works` is how many questions a video is worked on before it is public; `most` is how many uploads an account may
    open in a minute.
    """

    platform = "tiktok"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.tokens = Tokens(life=86400, used_up=False)
        self.consents = ConsentDesk("tiktok", self._issue, self.tokens.end, client="client_key")
        self.numbers: count[int] = count(1)
        self.uploads: dict[str, dict[str, Any]] = {}
        self.opened: dict[str, deque[float]] = defaultdict(deque)
        self.works = 1
        self.most = OPENED
        self.longest = 600
        """Seconds that an account's videos may last."""

    def secrets(self, account: str) -> Mapping[str, str]:
        """An app, whether it was audited, and the long token of an account."""
        audited = "tidak" if account.startswith("kecil") else "ya"
        return {"client": "suluh", "client_secret": "rahasia-tt", "refresh": Tokens.first(account), "audited": audited}

    def access(self, origin: str, account: str) -> Access:
        """Names begin with an "@"."""
        return Access(f"{origin}/tiktok", f"@{account.removeprefix('@')}", self.secrets(account.removeprefix("@")))

    def routes(self) -> list[web.RouteDef]:
        """The calls that posting a video needs."""
        at = "/tiktok/v2/"
        return [
            *self.consents.routes(at + "auth/authorize/", ends=at + "oauth/revoke/"),
            web.post(at + "oauth/token/", self.renew),
            web.post(at + "post/publish/creator_info/query/", self.creator),
            web.post(at + "post/publish/video/init/", self.open),
            web.post(at + "post/publish/status/fetch/", self.status),
            web.put("/tiktok/upload/{id}", self.piece),
        ]

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """By a code in the body."""
        return _said({}, "rate_limit_exceeded", 429, {"Retry-After": "1"})

    def expired(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """By a code in the body."""
        return _said({}, "access_token_invalid", 401)

    async def renew(self, request: web.Request) -> web.Response:
        """Tokens for a code, or a new short one for the long one, which stays good for a year."""
        if (await request.post()).get("grant_type") == "authorization_code":
            return await self.consents.sell(request)
        found = self.tokens.renew(await request.post())
        if found is None:
            return web.json_response(
                {"error": "invalid_grant", "error_description": "Refresh token is invalid."}, status=400
            )
        return web.json_response(found | {"refresh_expires_in": 31_536_000})

    def _issue(self, account: str) -> dict[str, object]:
        return self.tokens.issue(account) | {"refresh_expires_in": 31_536_000, "open_id": f"oid-{account}"}

    async def creator(self, request: web.Request) -> web.Response:
        """What the account may post."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        levels = [PRIVATE] if account.startswith("privat") else [PUBLIC, "MUTUAL_FOLLOW_FRIENDS", PRIVATE]
        data = {
            "creator_username": account,
            "privacy_level_options": levels,
            "max_video_post_duration_sec": self.longest,
        }
        return _said(data)

    async def open(self, request: web.Request) -> web.Response:
        """An upload; its pieces have to add up."""
        account = self.tokens.account(request)
        if not account:
            return self.expired(request)
        now, opened = time.monotonic(), self.opened[account]
        while opened and opened[0] < now - MINUTE:
            opened.popleft()
        if len(opened) >= self.most:
            return self.busy(request)
        asked = json.loads(await request.read())
        words, source = asked["post_info"], asked["source_info"]
        if account.startswith("kecil") and words["privacy_level"] != PRIVATE:
            return _said({}, "unaudited_client_can_only_post_to_private_accounts", 403)
        size, each, pieces = (int(source[name]) for name in ("video_size", "chunk_size", "total_chunk_count"))
        if not _adds_up(size, each, pieces) or self.shown.post("tiktok", words["title"], ["video/mp4"]):
            return _said({}, "invalid_params", 400)
        opened.append(now)
        name = f"p{next(self.numbers)}"
        self.uploads[name] = {
            "account": account, "words": words, "size": size, "each": each, "pieces": pieces,
            "there": 0, "asked": 0, "why": "",
        }  # fmt: skip
        return _said({"publish_id": name, "upload_url": f"{request.url.origin()}/tiktok/upload/{name}"})

    async def piece(self, request: web.Request) -> web.Response:
        """The next piece, exactly as it was announced."""
        upload = self.uploads.get(request.match_info["id"])
        content = await request.read()
        found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", request.headers.get("Content-Range", ""))
        if upload is None:
            return web.Response(status=404)
        if found is None or int(found[3]) != upload["size"]:
            return web.Response(status=400)
        first, last = int(found[1]), int(found[2])
        number = first // upload["each"]
        end = upload["size"] - 1 if number == upload["pieces"] - 1 else first + upload["each"] - 1
        if first != upload["there"] or last != end or last - first + 1 != len(content):
            return web.Response(status=416)
        upload["there"] = last + 1
        if first == 0:
            seen = content if len(content) == upload["size"] else content[:HEAD]
            upload["why"] = self.shown.file("tiktok", request.content_type, seen, size=upload["size"])
        if upload["there"] < upload["size"]:
            return web.Response(status=206, headers={"Content-Range": f"bytes 0-{last}/{upload['size']}"})
        if upload["why"]:
            return web.Response(status=201)
        words, account = upload["words"], upload["account"]
        page = f"/tiktok/@{account}/video/{{number}}" if words["privacy_level"] == PUBLIC else ""
        upload["post"] = self.shown.add("tiktok", account, words["title"], page=page, level=words["privacy_level"])
        return web.Response(status=201)

    async def status(self, request: web.Request) -> web.Response:
        """What became of an upload."""
        if not self.tokens.account(request):
            return self.expired(request)
        upload = self.uploads.get(str(json.loads(await request.read()).get("publish_id")))
        if upload is None:
            return _said({}, "invalid_publish_id", 400)
        if upload["there"] < upload["size"]:
            return _said({"status": "PROCESSING_UPLOAD", "uploaded_bytes": upload["there"]})
        if upload["why"]:
            return _said({"status": "FAILED", "fail_reason": "file_format_check_failed"})
        upload["asked"] += 1
        if upload["asked"] <= self.works or not upload["post"].visible:
            return _said({"status": "PROCESSING_UPLOAD", "uploaded_bytes": upload["size"]})
        public = upload["words"]["privacy_level"] == PUBLIC
        numbers = [upload["post"].number] if public else []
        return _said({"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": numbers})


SIMULATOR = TikTokServer


def _adds_up(size: int, each: int, pieces: int) -> bool:
    """One piece for a small video; else whole pieces of the allowed size, the last one with what is left."""
    if pieces == 1:
        return each == size and 0 < size <= MOST
    if not LEAST <= each <= MOST or not 1 < pieces <= 1000 or pieces != size // each:
        return False
    return size - each * (pieces - 1) <= LAST


def _said(
    data: dict[str, Any], code: str = "ok", status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    body = {"data": data, "error": {"code": code, "message": "" if code == "ok" else code, "log_id": "0"}}
    return web.json_response(body, status=status, headers=headers)
