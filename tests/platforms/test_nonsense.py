"""Servers that answer nonsense with 200: no adapter breaks on it, and none takes it for success."""

import asyncio
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from aiohttp import web

from suluh.demo.platforms.shown import Shown
from suluh.demo.platforms.simulator import simulators
from suluh.kernel.http.calls import Calls
from suluh.platforms.access import Checks, Prolongs, Renewed, Sound
from suluh.platforms.platform import Edits, Removes, Reposts, platforms
from suluh.platforms.public import Profile, Shows
from suluh.platforms.values import Absent, Errand, Gone, Live, Original, Unsure
from tests.platforms.errands import POST, client

NONSENSE = {
    "nothing": b"",
    "null": b"null",
    "list": b"[]",
    "list of lists": b"[[1], [2]]",
    "text": b'"ok"',
    "number": b"7",
    "no utf-8": b"\xff\xfe\x00{",
    "page": b"<html><title>Masuk ke jaringan</title></html>",
    "deep": b"[" * 50_000,
    "other types": b'{"id": {}, "uri": [], "data": "x", "result": 5, "error": {"a": 1}, "status": [], "value": null}',
}
REMOTES = {"bluesky": "at://did:plc:x/app.bsky.feed.post/3k"}
FOUND = sorted(simulators(Shown()).keys() & platforms().keys())


@contextmanager
def answering(body: bytes):
    loop, ready, found = asyncio.new_event_loop(), threading.Event(), []

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(body=body, content_type="application/json")

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        found.append(runner.addresses[0][1])
        return runner

    def run() -> None:
        runner = loop.run_until_complete(start())
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield f"http://127.0.0.1:{found[0]}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(60)


async def outcomes(platform, access):
    async with Calls(client()) as calls:

        def errand() -> Errand:
            remote = REMOTES.get(platform.name, "7")
            original = Original(remote, "https://dinkes.example/p/1", access.address)
            return Errand(POST, access, uuid4().hex, datetime.now(UTC), calls, remote=remote, original=original)

        found = {"send": await platform.send(errand()), "look": await platform.look(errand())}
        if isinstance(platform, Edits):
            found["edit"] = await platform.edit(errand())
        if isinstance(platform, Removes):
            found["remove"] = await platform.remove(errand())
        if isinstance(platform, Reposts):
            found["repost"] = await platform.repost(errand())
            found["reposted"] = await platform.reposted(errand())
        if isinstance(platform, Prolongs):
            found["prolong"] = await platform.prolong(access, calls)
        if isinstance(platform, Checks):
            found["check"] = await platform.check(access, calls)
        if isinstance(platform, Shows):
            page = f"{access.address}/channel/UCdistrik"
            shown = await platform.recent(Profile("@distrik", page, access), calls, datetime(2026, 1, 1, tzinfo=UTC))
            found["recent"] = shown if isinstance(shown, Unsure) else Absent() if not shown else Live("seen")
    return found


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("body", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_never_taken_for_success(name, body):
    with answering(body) as origin:
        access = simulators(Shown())[name].access(origin, "dinkes")
        found = asyncio.run(outcomes(platforms()[name], access))

    assert [deed for deed, outcome in found.items() if isinstance(outcome, Live | Gone | Sound | Renewed)] == []


@pytest.mark.parametrize("name", ["mastodon", "wordpress"])
def test_a_service_leads_nobody_to_an_address_that_is_none_of_the_web(name):
    body = b'{"id": "7", "status": "publish", "url": "javascript:alert(1)", "link": "javascript:alert(1)"}'
    with answering(body) as origin:
        access = simulators(Shown())[name].access(origin, "dinkes")
        found = asyncio.run(outcomes(platforms()[name], access))

    assert found["edit"] == Live("7", "")
