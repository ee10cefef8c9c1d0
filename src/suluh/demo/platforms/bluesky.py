"""The AT Protocol: sessions, blobs, records by key."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from .shown import REVOKED, Shown, ShownPost
from .simulator import Simulator


class BlueskyServer(Simulator):
    """One server with any number of accounts; every password but a revoked one is right."""

    platform = "bluesky"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.records: dict[tuple[str, str], ShownPost] = {}
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
        text = str(asked["record"]["text"])
        images = asked["record"].get("embed", {}).get("images", [])
        why = self.shown.post("bluesky", text, [one["image"]["mimeType"] for one in images])
        if why:
            return _fault(400, "InvalidRequest", f"Invalid record: {why}")
        key = (did, str(asked["rkey"]))
        post = self.records.get(key)
        if asked.get("swapRecord") and (post is None or asked["swapRecord"] != _cid(post.text)):
            return _fault(400, "InvalidSwap", "Record was changed")
        if post is None:
            name = did.removeprefix("did:plc:")
            page = f"/bluesky/profile/{name}/post/{asked['rkey']}"
            self.records[key] = self.shown.add("bluesky", name, text, page=page)
        else:
            post.text = text
        return web.json_response({"uri": f"at://{did}/app.bsky.feed.post/{asked['rkey']}", "cid": _cid(text)})

    async def delete(self, request: web.Request) -> web.Response:
        """A record goes; one that is not there is gone already."""
        did = self._signed(request)
        if did is None:
            return _fault(401, "ExpiredToken", "Token has expired")
        asked: dict[str, Any] = json.loads(await request.read())
        post = self.records.pop((did, str(asked["rkey"])), None)
        if post is not None:
            self.shown.remove(post)
        return web.json_response({})

    def _signed(self, request: web.Request) -> str | None:
        return self.sessions.get(request.headers.get("Authorization", "").removeprefix("Bearer "))

    async def get(self, request: web.Request) -> web.Response:
        """A record by its key."""
        repo, key = request.query["repo"], request.query["rkey"]
        did = repo if repo.startswith("did:") else f"did:plc:{repo}"
        post = self.records.get((did, key))
        if post is None or not post.visible:
            return _fault(400, "RecordNotFound", "Could not locate record")
        said = {"uri": f"at://{did}/app.bsky.feed.post/{key}", "cid": _cid(post.text), "value": {"text": post.text}}
        return web.json_response(said)


def _cid(text: str) -> str:
    return "bafy" + hashlib.sha256(text.encode()).hexdigest()[:20]


SIMULATOR = BlueskyServer


def _fault(status: int, error: str, message: str) -> web.Response:
    return web.json_response({"error": error, "message": message}, status=status)
