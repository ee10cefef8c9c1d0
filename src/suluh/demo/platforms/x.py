"""X: posts that cost, a timeline that shortens addresses, limits told by the second in which their window ends."""

from __future__ import annotations

import json
import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from itertools import count
from typing import Any

from aiohttp import web

from suluh.platforms.values import Access

from .consents import ConsentDesk
from .footage import HEAD
from .shown import Shown, ShownPost
from .simulator import Simulator
from .tokens import Tokens

WINDOW, MOST = 900.0, 100
"""Seconds, and posts that one account may send in them."""
SEGMENT = 5_000_000
LONGEST_ALT = 1000


class XServer(Simulator):
    """Accounts by token; a post with the words of one of the last day is refused as a duplicate."""

    platform = "x"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.tokens = Tokens(used_up=True)
        self.consents = ConsentDesk("x", self.tokens.issue, self.tokens.end, pkce=True)
        self.numbers: count[int] = count(1)
        self.sent: dict[str, deque[float]] = defaultdict(deque)
        self.videos: dict[str, dict[str, Any]] = {}
        self.pictures: dict[str, str] = {}
        self.posted: Counter[str] = Counter()
        self.most = MOST

    def secrets(self, account: str) -> Mapping[str, str]:
        """An app and the long token of an account."""
        return {"client": "suluh", "client_secret": "rahasia-x", "refresh": Tokens.first(account)}

    def access(self, origin: str, account: str) -> Access:
        """Names begin with an "@"."""
        return Access(f"{origin}/x", f"@{account.removeprefix('@')}", self.secrets(account.removeprefix("@")))

    def routes(self) -> list[web.RouteDef]:
        """The calls that posting needs."""
        media = "/x/2/media/"
        return [
            *self.consents.routes("/x/i/oauth2/authorize", ends="/x/2/oauth2/revoke"),
            web.post("/x/2/oauth2/token", self.renew),
            web.get("/x/2/users/me", self.me),
            web.get("/x/2/users/{id}/tweets", self.timeline),
            web.post("/x/2/tweets", self.post),
            web.delete("/x/2/tweets/{number}", self.delete),
            web.post("/x/2/users/{id}/retweets", self.repost),
            web.post(media + "upload", self.picture),
            web.post(media + "metadata", self.metadata),
            web.post(media + "upload/initialize", self.begin),
            web.post(media + "upload/{id}/append", self.append),
            web.post(media + "upload/{id}/finalize", self.finish),
            web.get(media + "upload", self.standing),
        ]

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """No Retry-After: the second in which the window ends."""
        headers = {"x-rate-limit-limit": str(MOST), "x-rate-limit-remaining": "0"}
        headers["x-rate-limit-reset"] = str(int(time.time()) + 1)
        return web.json_response({"title": "Too Many Requests", "status": 429}, status=429, headers=headers)

    async def renew(self, request: web.Request) -> web.Response:
        """New tokens for a code, or for the long one, which is used up."""
        if (await request.post()).get("grant_type") == "authorization_code":
            return await self.consents.sell(request)
        found = self.tokens.renew(await request.post())
        if found is None or not request.headers.get("Authorization", "").startswith("Basic "):
            return web.json_response(
                {"error": "invalid_grant", "error_description": "Value passed was invalid"}, status=400
            )
        return web.json_response(found)

    async def me(self, request: web.Request) -> web.Response:
        """Whose token it is."""
        account = self._account(request)
        return web.json_response({"data": {"id": account, "username": account}})

    async def timeline(self, request: web.Request) -> web.Response:
        """The account's newest posts since a moment, as X writes them."""
        account = self._account(request)
        since = datetime.fromisoformat(request.query["start_time"].replace("Z", "+00:00")).timestamp()
        rows = [_row(post) for post in self.shown.of("x", account) if post.at >= since][
            : int(request.query["max_results"])
        ]
        body: dict[str, Any] = {"meta": {"result_count": len(rows)}}
        return web.json_response(body | ({"data": rows} if rows else {}))

    async def post(self, request: web.Request) -> web.Response:
        """A post, unless the window is full or its words were posted just now."""
        account = self._account(request)
        now, sent = time.monotonic(), self.sent[account]
        while sent and sent[0] < now - WINDOW:
            sent.popleft()
        if len(sent) >= self.most:
            return self.busy(request)
        asked = json.loads(await request.read())
        text = str(asked.get("text", ""))
        if any(post.text == text for post in self.shown.accounts.get(("x", account), [])[-MOST:]):
            return _fault(403, "You are not allowed to create a Tweet with duplicate content.")
        media = asked.get("media", {}).get("media_ids", [])
        if any(made in self.videos and self.videos[made]["state"] != "succeeded" for made in media):
            return _fault(400, "Your media IDs are invalid.")
        mimes = [self.videos[made]["mime"] if made in self.videos else self.pictures.get(made, "") for made in media]
        why = self.shown.post("x", text, mimes)
        if why:
            return _fault(400, why)
        sent.append(now)
        self.posted["link" if re.search(r"https?://", text) else "plain"] += 1
        post = self.shown.add("x", account, text, page=f"/x/{account}/status/{{number}}", media=len(media))
        headers = {"x-rate-limit-remaining": str(self.most - len(sent))}
        headers["x-rate-limit-reset"] = str(int(time.time() + WINDOW))
        return web.json_response({"data": {"id": str(post.number), "text": text}}, status=201, headers=headers)

    async def delete(self, request: web.Request) -> web.Response:
        """A post of the account goes."""
        account, number = self._account(request), request.match_info["number"]
        post = self.shown.find("x", account, int(number)) if number.isdigit() else None
        if post is None:
            return _fault(404, "Not Found")
        self.shown.remove(post)
        return web.json_response({"data": {"deleted": True}})

    async def repost(self, request: web.Request) -> web.Response:
        """Carry a post on, once an account; whoever asks again is told so."""
        account, number = self._account(request), str(json.loads(await request.read())["tweet_id"])
        original = next((post for post in self.shown.posts if (post.platform, str(post.number)) == ("x", number)), None)
        if request.match_info["id"] != account or original is None:
            return _fault(404, "Not Found")
        if any(post.more.get("carries") == number for post in self.shown.accounts.get(("x", account), [])):
            message = "You cannot retweet a Tweet that you have already retweeted."
            return web.json_response({"errors": [{"message": message}], "title": "Invalid Request"}, status=400)
        self.posted["repost"] += 1
        self.shown.add("x", account, f"RT @{original.account}: {original.text}", carries=number)
        return web.json_response({"data": {"retweeted": True}})

    async def picture(self, request: web.Request) -> web.Response:
        """A picture in one call."""
        self._account(request)
        file = (await request.post()).get("media")
        if not isinstance(file, web.FileField):
            return _fault(400, "media is missing")
        why = self.shown.file("x", file.content_type, file.file.read())
        if why:
            return _fault(400, why)
        made = f"m{next(self.numbers)}"
        self.pictures[made] = file.content_type
        return web.json_response({"data": {"id": made}})

    async def metadata(self, request: web.Request) -> web.Response:
        """What a picture shows."""
        self._account(request)
        asked = json.loads(await request.read())
        if len(asked["metadata"]["alt_text"]["text"]) > LONGEST_ALT:
            return _fault(400, "alt_text is too long")
        return web.json_response({"data": {"id": asked["id"]}})

    async def begin(self, request: web.Request) -> web.Response:
        """A video of so many bytes."""
        self._account(request)
        asked = json.loads(await request.read())
        made = f"v{next(self.numbers)}"
        mime, total = str(asked["media_type"]), int(asked["total_bytes"])
        self.videos[made] = {"total": total, "mime": mime, "parts": {}, "state": "open", "head": b""}
        return web.json_response({"data": {"id": made}})

    async def append(self, request: web.Request) -> web.Response:
        """One piece; the same again takes its own place."""
        self._account(request)
        form, video = await request.post(), self.videos.get(request.match_info["id"])
        piece = form["media"]
        content = piece.file.read() if isinstance(piece, web.FileField) else b""
        if video is None or not content or len(content) > SEGMENT:
            return _fault(400, "Segments must be between 1 byte and 5 MB.")
        number = int(str(form["segment_index"]))
        video["parts"][number] = len(content)
        if number == 0:
            video["head"] = content[:HEAD]
        return web.json_response({"data": {"expires_at": int(time.time()) + 86400}})

    async def finish(self, request: web.Request) -> web.Response:
        """All pieces are there and in order, and are worked through now."""
        self._account(request)
        video = self.videos.get(request.match_info["id"])
        if video is None:
            return _fault(404, "Not Found")
        whole = (
            sorted(video["parts"]) == list(range(len(video["parts"])))
            and sum(video["parts"].values()) == video["total"]
        )
        if not whole:
            return _fault(400, "Total bytes do not match.")
        why = self.shown.file("x", video["mime"], video["head"], size=video["total"])
        video["state"] = "failed" if why else "in_progress"
        return web.json_response({"data": {"processing_info": {"state": video["state"], "check_after_secs": 1}}})

    async def standing(self, request: web.Request) -> web.Response:
        """How far a video is; the second question finds it done."""
        self._account(request)
        made = request.query["media_id"]
        video = self.videos.get(made)
        if video is None:
            return _fault(404, "Not Found")
        state = video["state"]
        video["state"] = "succeeded" if state == "in_progress" else state
        return web.json_response({"data": {"id": made, "processing_info": {"state": state, "check_after_secs": 1}}})

    def _account(self, request: web.Request) -> str:
        account = self.tokens.account(request)
        if not account:
            raise web.HTTPUnauthorized(text='{"title": "Unauthorized", "status": 401}', content_type="application/json")
        return account


SIMULATOR = XServer


def _row(post: ShownPost) -> dict[str, Any]:
    """As a timeline has it: addresses shortened, markup escaped, media linked at the end."""
    text, links = post.text, []
    for place, found in enumerate(re.findall(r"https?://\S+", post.text)):
        short = f"https://t.co/{post.number}a{place}"
        text = text.replace(found, short, 1)
        links.append({"url": short, "expanded_url": found})
    if post.more.get("media"):
        short = f"https://t.co/{post.number}m"
        text = f"{text} {short}"
        links.append({"url": short, "expanded_url": f"https://x.com/{post.account}/status/{post.number}/photo/1"})
    at = datetime.fromtimestamp(post.at, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    row: dict[str, Any] = {"id": str(post.number), "text": escape(text, quote=False), "created_at": at}
    if "carries" in post.more:
        row["referenced_tweets"] = [{"type": "retweeted", "id": post.more["carries"]}]
    return row | ({"entities": {"urls": links}} if links else {})


def _fault(status: int, detail: str) -> web.Response:
    return web.json_response({"title": "Error", "detail": detail, "status": status}, status=status)
