"""Telegram's Bot API: what was sent is shown and can never be read back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

from aiohttp import web

from suluh.platforms.values import Access

from .shown import REVOKED, ShownPost
from .simulator import Simulator


class TelegramServer(Simulator):
    """Every token but a revoked one is right, and every channel but "@tiada" exists."""

    platform = "telegram"

    def access(self, origin: str, account: str) -> Access:
        """Channels are named with an "@"."""
        return Access(f"{origin}/telegram", f"@{account.removeprefix('@')}", self.secrets(account))

    def secrets(self, account: str) -> Mapping[str, str]:
        """A bot's token."""
        return {"token": f"100:{account}"}

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every method
        """The pause stands in the body."""
        said = {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 1}}
        return web.json_response(said, status=429)

    def routes(self) -> list[web.RouteDef]:
        """The methods that posting needs."""
        at = "/telegram/bot{token}/"
        return [
            web.get("/telegram/s/{name}", self.preview),
            web.get(at + "getMe", self.me),
            web.post(at + "{method}", self.answer),
        ]

    async def preview(self, request: web.Request) -> web.Response:
        """The channel's page for readers without the app, oldest message first."""
        name = request.match_info["name"]
        posts = reversed(self.shown.of("telegram", f"@{name}")[:20])
        body = "".join(_message(name, post) for post in posts)
        return web.Response(text=f'<div class="tgme_channel_info"></div>{body}', content_type="text/html")

    async def me(self, request: web.Request) -> web.Response:
        """Which bot it is."""
        if request.match_info["token"] == REVOKED:
            return _fault(401, "Unauthorized")
        return web.json_response({"ok": True, "result": {"id": 100, "is_bot": True, "username": "suluh_bot"}})

    async def answer(self, request: web.Request) -> web.Response:
        """One method."""
        if request.match_info["token"] == REVOKED:
            return _fault(401, "Unauthorized")
        files: list[web.FileField] = []
        if request.content_type == "application/json":
            asked = json.loads(await request.read())
        else:
            form = await request.post()
            asked = {name: value for name, value in form.items() if isinstance(value, str)}
            files = [value for value in form.values() if isinstance(value, web.FileField)]
        if asked.get("chat_id") == "@tiada":
            return _fault(400, "Bad Request: chat not found")
        if request.match_info["method"] == "deleteMessages":
            return self._deleted(asked)
        text = asked.get("text") or asked.get("caption") or json.loads(asked.get("media", "[{}]"))[0].get("caption", "")
        why = self._refusal(text, files)
        if why:
            return _fault(400, f"Bad Request: {why}")
        if request.match_info["method"].startswith("editMessage"):
            return self._edited(asked, text)
        channel = str(asked["chat_id"])
        post = self.shown.add("telegram", channel, text, page=f"/telegram/{channel.removeprefix('@')}/{{number}}")
        result = {"message_id": post.number}
        return web.json_response(
            {"ok": True, "result": [result] if request.match_info["method"] == "sendMediaGroup" else result}
        )

    def _edited(self, asked: dict[str, Any], text: str) -> web.Response:
        post = self.shown.find("telegram", str(asked["chat_id"]), int(asked["message_id"]))
        if post is None:
            return _fault(400, "Bad Request: message to edit not found")
        if post.text == text:
            return _fault(400, "Bad Request: message is not modified")
        post.text = text
        return web.json_response({"ok": True, "result": {"message_id": post.number}})

    def _deleted(self, asked: dict[str, Any]) -> web.Response:
        for number in asked["message_ids"]:
            post = self.shown.find("telegram", str(asked["chat_id"]), int(number))
            if post is not None:
                self.shown.remove(post)
        return web.json_response({"ok": True, "result": True})

    def _refusal(self, text: str, files: list[web.FileField]) -> str:
        for file in files:
            why = self.shown.file("telegram", file.content_type, file.file.read())
            if why:
                return f"PHOTO_INVALID: {why}"
        why = self.shown.post("telegram", text, [file.content_type for file in files])
        return f"{'caption' if files else 'message'} is too long" if "long" in why else why


SIMULATOR = TelegramServer


def _fault(status: int, description: str) -> web.Response:
    return web.json_response({"ok": False, "error_code": status, "description": description}, status=status)


def _message(name: str, post: ShownPost) -> str:
    """A message as the page shows it."""
    at = datetime.fromtimestamp(post.at, UTC).isoformat(timespec="seconds")
    text = re.sub(r"(https?://\S+)", r'<a href="\1">\1</a>', escape(post.text)).replace("\n", "<br/>")
    head = f'<div class="tgme_widget_message" data-post="{escape(name)}/{post.number}">'
    return f'{head}<div class="tgme_widget_message_text">{text}</div><time datetime="{at}"></time></div>'
