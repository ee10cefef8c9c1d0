"""The AT Protocol: sessions, blobs, records by key."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from .shown import REVOKED, Shown, ShownPost
from .simulator import Simulator

POSTS, REPOSTS = "app.bsky.feed.post", "app.bsky.feed.repost"


class BlueskyServer(Simulator):
    """One server with any number of accounts; every password but a revoked one is right."""

    platform = "bluesky"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.records: dict[tuple[str, str, str], ShownPost] = {}
        """Posts and reposts by account, collection and key."""
        self.sessions: dict[str, str] = {}

    def secrets(self, account: str) -> Mapping[str, str]:
        """An app password."""
        return {"password": f"sandi-{account}"}

    def routes(self) -> list[web.RouteDef]:
        """The procedures that posting needs."""
        at = "/bluesky/xrpc/"
        return [
            web.post(at + "com.atproto.server.createSession", self.sign_in),
            web.post(at + "com.atproto.repo.uploadBlob", self.blob),
            web.post(at + "com.atproto.repo.putRecord", self.put),
            web.post(at + "com.atproto.repo.deleteRecord", self.delete),
            web.get(at + "com.atproto.repo.getRecord", self.get),
            web.get(at + "app.bsky.feed.getAuthorFeed", self.feed),
        ]

    async def sign_in(self, request: web.Request) -> web.Response:
        """A session."""
        asked = json.loads(await request.read())
        if asked.get("password") in ("", None, REVOKED):
            return _fault(401, "AuthenticationRequired", "Invalid identifier or password")
        token = secrets.token_urlsafe(24)
        self.sessions[token] = f"did:plc:{asked['identifier']}"
        return web.json_response({"did": self.sessions[token], "accessJwt": token})

    async def blob(self, request: web.Request) -> web.Response:
        """A picture."""
        content = await request.read()
        kind = request.headers.get("Content-Type", "")
        why = self.shown.file("bluesky", kind, content)
        if why:
            return _fault(400, "InvalidMimeType" if "format" in why else "BlobTooLarge", why)
        return web.json_response(
            {"blob": {"$type": "blob", "ref": {"$link": "bafy"}, "mimeType": kind, "size": len(content)}}
        )

    async def put(self, request: web.Request) -> web.Response:
        """A record under the client's key: the same key writes the same record again."""
        did = self._signed(request)
        if did is None:
            return _fault(401, "ExpiredToken", "Token has expired")
        asked: dict[str, Any] = json.loads(await request.read())
        if asked["collection"] == REPOSTS:
            return self._repost(did, asked)
        text = str(asked["record"]["text"])
        images = asked["record"].get("embed", {}).get("images", [])
        why = self.shown.post("bluesky", text, [one["image"]["mimeType"] for one in images])
        if why:
            return _fault(400, "InvalidRequest", f"Invalid record: {why}")
        key = (did, POSTS, str(asked["rkey"]))
        post = self.records.get(key)
        if asked.get("swapRecord") and (post is None or asked["swapRecord"] != _cid(post.text)):
            return _fault(400, "InvalidSwap", "Record was changed")
        if post is None:
            name = did.removeprefix("did:plc:")
            page = f"/bluesky/profile/{name}/post/{asked['rkey']}"
            self.records[key] = self.shown.add("bluesky", name, text, page=page)
        else:
            post.text = text
        return web.json_response({"uri": f"at://{did}/{POSTS}/{asked['rkey']}", "cid": _cid(text)})

    def _repost(self, did: str, asked: dict[str, Any]) -> web.Response:
        """A repost of a record that has this digest."""
        subject = asked["record"]["subject"]
        owner, collection, key = str(subject["uri"]).removeprefix("at://").split("/")
        original = self.records.get((owner, collection, key))
        if original is None or subject["cid"] != _cid(original.text):
            return _fault(400, "InvalidRequest", "Could not resolve the subject")
        name, own = did.removeprefix("did:plc:"), (did, REPOSTS, str(asked["rkey"]))
        if own not in self.records:
            self.records[own] = self.shown.add("bluesky", name, original.text, carries=subject["uri"])
        return web.json_response({"uri": f"at://{did}/{REPOSTS}/{asked['rkey']}", "cid": _cid(subject["uri"])})

    async def delete(self, request: web.Request) -> web.Response:
        """A record goes; one that is not there is gone already."""
        did = self._signed(request)
        if did is None:
            return _fault(401, "ExpiredToken", "Token has expired")
        asked: dict[str, Any] = json.loads(await request.read())
        post = self.records.pop((did, str(asked["collection"]), str(asked["rkey"])), None)
        if post is not None:
            self.shown.remove(post)
        return web.json_response({})

    def _signed(self, request: web.Request) -> str | None:
        return self.sessions.get(request.headers.get("Authorization", "").removeprefix("Bearer "))

    async def feed(self, request: web.Request) -> web.Response:
        """What an account shows, newest first, to anybody."""
        own = {post.number: f"at://{did}/{kind}/{key}" for (did, kind, key), post in self.records.items()}
        posts = self.shown.of("bluesky", request.query["actor"])
        return web.json_response({"feed": [_entry(post, own) for post in posts[: int(request.query["limit"])]]})

    async def get(self, request: web.Request) -> web.Response:
        """A record by its key."""
        repo, collection, key = (request.query[name] for name in ("repo", "collection", "rkey"))
        did = repo if repo.startswith("did:") else f"did:plc:{repo}"
        post = self.records.get((did, collection, key))
        if post is None or not post.visible:
            return _fault(400, "RecordNotFound", "Could not locate record")
        said = {"uri": f"at://{did}/{collection}/{key}", "cid": _cid(post.text), "value": {"text": post.text}}
        return web.json_response(said)


def _entry(post: ShownPost, own: Mapping[int, str]) -> dict[str, Any]:
    """A row of a feed: a post, or somebody else's that is carried on."""
    at = datetime.fromtimestamp(post.at, UTC).isoformat().replace("+00:00", "Z")
    uri = post.more.get("carries") or own.get(post.number, f"at://did:plc:{post.account}/{POSTS}/{post.number}")
    record = {"$type": POSTS, "text": post.text, "createdAt": at, "facets": _facets(post.text)}
    entry: dict[str, Any] = {"post": {"uri": uri, "cid": _cid(post.text), "record": record, "indexedAt": at}}
    if "carries" in post.more:
        entry["reason"] = {"$type": "app.bsky.feed.defs#reasonRepost", "indexedAt": at}
    return entry


def _facets(text: str) -> list[dict[str, Any]]:
    links = re.findall(r"https?://\S+", text)
    return [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": link}]} for link in links]


def _cid(text: str) -> str:
    return "bafy" + hashlib.sha256(text.encode()).hexdigest()[:20]


SIMULATOR = BlueskyServer


def _fault(status: int, error: str, message: str) -> web.Response:
    return web.json_response({"error": error, "message": message}, status=status)
