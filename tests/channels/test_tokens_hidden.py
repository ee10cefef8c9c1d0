"""No token is told by a log, an error page, an event or a row, whatever goes wrong on the way."""

import asyncio
import io
import logging
import threading
from collections.abc import Iterator

import pytest
import structlog
from aiohttp import web
from django.test import Client as Browser
from django.urls import reverse

from suluh.channels.models import Attempt, Channel, Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.tokens import channel_ask
from suluh.kernel.http.client import Client, Limits
from suluh.organization.models import Account, Event
from suluh.organization.rights import OPERATOR
from suluh.project.log import logging_settings
from tests.channels.test_access import every_text_in_the_database

TOKEN = "rahasia kecil yang tidak-boleh-terbaca"
"""With spaces, as application passwords have them, so that no rule for long words finds it."""


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the product's own log would hold, at its most talkative."""
    form = logging_settings("DEBUG")["formatters"]["line"]
    stream = logging.StreamHandler(io.StringIO())
    stream.setFormatter(
        structlog.stdlib.ProcessorFormatter(processors=form["processors"], foreign_pre_chain=form["foreign_pre_chain"])
    )
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(stream)
    root.setLevel(logging.DEBUG)
    yield stream.stream
    root.removeHandler(stream)
    root.setLevel(before)


@pytest.fixture(params=[400, 401, 500])
def telltale(request) -> Iterator[str]:
    """A service that sends back what it was sent, token and all, with a status that is no success."""
    loop, ready, address = asyncio.new_event_loop(), threading.Event(), []

    async def answer(asked: web.Request) -> web.Response:
        said = f"bad {TOKEN} {asked.headers.get('Authorization', '')} {asked.path}"
        body = {"error": said, "message": said, "description": said}
        return web.json_response(body, status=request.param)

    def serve() -> None:
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        loop.run_until_complete(runner.setup())
        loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", 0).start())
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert ready.wait(60)
    yield address[0]
    loop.call_soon_threadsafe(loop.stop)
    thread.join(60)


@pytest.mark.parametrize("platform", ["mastodon", "bluesky", "telegram", "wordpress"])
def test_a_service_that_sends_the_token_back_has_it_written_nowhere(speaking, telltale, log, platform):
    name = {"bluesky": "password", "wordpress": "password"}.get(platform, "token")
    speaking.channels[platform] = channel = connected(speaking, platform, telltale, name)
    channel_ask(channel_id=channel.pk, client=Client(allow_private=True, limits=Limits(total=15.0)))
    Channel.objects.update(state=Channel.State.CONNECTED)
    speaking.plan(platform)
    speaking.run(platform)

    assert Attempt.objects.exists() or Delivery.objects.exists()
    assert Event.objects.exists()
    assert TOKEN not in every_text_in_the_database()
    assert TOKEN not in log.getvalue()


def connected(speaking, platform: str, address: str, name: str) -> Channel:
    holder = (
        speaking.world.site
        if platform == "wordpress"
        else Account.objects.create(unit=speaking.world.health, platform=platform, handle="@dinkes")
    )
    return channel_connect(holder=holder, address=address, secrets={"user": "redaksi", name: TOKEN}, by=OPERATOR)


@pytest.mark.django_db
def test_an_error_page_and_its_line_in_the_log_tell_no_token(speaking, settings, log):
    browser = Browser(raise_request_exception=False)
    browser.force_login(speaking.world.officer)
    settings.SEALING_KEY = ""  # a key that was moved away: sealing breaks in the middle of the request

    address = reverse("channels:connect", args=["situs", speaking.world.site.pk])
    sent = {"address": "https://dinkes.example", "need_user": "redaksi", "need_password": TOKEN}
    answer = browser.post(address, sent)

    assert answer.status_code == 500
    assert "Internal Server Error" in log.getvalue()
    assert TOKEN not in answer.content.decode() + log.getvalue()
