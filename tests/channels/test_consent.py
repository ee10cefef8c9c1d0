"""Connecting by the owner's consent: to the platform and back, for the one person and account it was begun for."""

import http.client
import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from suluh.channels.models import Channel, Handshake
from suluh.channels.services.connecting import access_of
from suluh.channels.services.tokens import channel_ask
from suluh.demo.platforms.consents import APP, APP_SECRET
from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.client import Client
from suluh.organization.models import Account, Event, Person
from tests.channels.test_access import every_text_in_the_database
from tests.world import World, build_world

PLATFORMS = ["mastodon", "x", "facebook", "instagram", "threads", "youtube", "tiktok"]
"""All who are asked for consent: each buys and names in a way of its own."""


class Walk:
    """An officer's browser between Suluh and a simulated platform."""

    def __init__(self, servers: SimulatedPlatforms, world: World, platform: str, handle: str = "@dinkes") -> None:
        self.servers, self.platform = servers, platform
        self.account = Account.objects.create(unit=world.health, platform=platform, handle=handle)
        self.browser = signed_in(world.officer)
        self.page = reverse("channels:consent", args=[self.account.pk])

    def leave(self, **typed: str) -> str:
        """Where the platform asks, as the page links to it."""
        given = {"address": self.servers.address("mastodon"), "need_audited": "ya"}
        page = self.browser.post(self.page, {**given, **typed}).content.decode()
        found = re.search(r'href="(http://127\.0\.0\.1:[^"]+)"', page)
        assert found, page
        return found[1].replace("&amp;", "&")

    def answered(self, way: str, account: str = "dinkes", answer: str = "yes") -> str:
        """Where the platform sends the browser back to, after the button on its page."""
        url = urlsplit(way)
        line = http.client.HTTPConnection(str(url.hostname), url.port, timeout=5)
        form = urlencode({"account": account, "answer": answer})
        line.request("POST", f"{url.path}?{url.query}", form, {"Content-Type": "application/x-www-form-urlencoded"})
        back = line.getresponse()
        assert back.status == 302, back.read()
        target = urlsplit(str(back.getheader("Location")))
        return f"{target.path}?{target.query}"

    def come_back(self, account: str = "dinkes", answer: str = "yes"):
        """The page at the end of the whole way."""
        return self.browser.get(self.answered(self.leave(), account, answer))


def signed_in(person: Person) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def walk(world, servers, settings) -> Callable[..., Walk]:
    """Begin a walk on a platform; the office has an app everywhere."""
    apps = {
        f"app_{name}": f"{APP}:{APP_SECRET}" for name in ("facebook", "instagram", "threads", "x", "youtube", "tiktok")
    }
    more = {"allow_private": True, "platforms_at": servers.origin}
    settings.CONFIG = settings.CONFIG.model_copy(update=apps | more)
    return lambda platform="mastodon", handle="@dinkes": Walk(servers, world, platform, handle)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_who_says_yes_at_the_platform_has_a_channel_that_works(walk, platform):
    done = walk(platform).come_back()

    channel = Channel.objects.get()
    assert (done.status_code, channel.state) == (302, Channel.State.CONNECTED)
    channel_ask(channel_id=channel.pk, client=Client(allow_private=True))
    channel.refresh_from_db()
    assert (channel.good_at is not None, channel.doubt) == (True, "")


def test_who_says_no_is_told_so_and_nothing_is_connected(walk):
    walked = walk()
    page = walked.come_back(answer="no")

    assert (page.status_code, Channel.objects.count()) == (409, 0)
    assert "ditolak di platform" in page.content.decode()
    assert "ditolak di platform" in told_of(walked)


def test_the_trail_tells_of_anothers_yes_without_naming_the_other(walk):
    walked = walk()
    walked.come_back(account="pribadi")

    assert "akun lain" in told_of(walked)
    assert "pribadi" not in told_of(walked)


def told_of(walked: Walk) -> str:
    """The reason in the trail why a walk connected nothing."""
    return str(Event.objects.get(code="channel.consent-refused", unit=walked.account.unit).value.data["reason"])


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_yes_of_another_account_connects_nothing(walk, platform):
    page = walk(platform).come_back(account="pribadi")

    assert (page.status_code, Channel.objects.count()) == (409, 0)
    assert "pribadi" in page.content.decode()


@pytest.mark.parametrize("platform", ["x", "youtube", "tiktok"])
def test_the_yes_of_another_account_is_handed_back(walk, servers, platform):
    page = walk(platform).come_back(account="pribadi").content.decode()

    assert "sudah dicabut" in page
    assert not any(name == "pribadi" for name, _until in servers.platforms[platform].tokens.short.values())


def test_the_yes_of_an_account_that_is_connected_itself_is_left_to_it(walk, servers):
    walk("youtube", handle="@dispora").come_back(account="dispora")
    page = walk("youtube").come_back(account="dispora").content.decode()

    assert "sudah dicabut" not in page
    assert any(name == "dispora" for name, _until in servers.platforms["youtube"].tokens.short.values())


def test_a_way_back_works_once(walk):
    walked = walk()
    back = walked.answered(walked.leave())
    assert walked.browser.get(back).status_code == 302

    assert walked.browser.get(back).status_code == 409


def test_a_way_back_works_for_the_person_who_went_and_stays_theirs(walk, world):
    walked = walk()
    back = walked.answered(walked.leave())

    assert signed_in(world.coordinator).get(back).status_code == 409
    assert walked.browser.get(back).status_code == 302


def test_a_state_that_nobody_was_given_leads_nowhere(walk):
    walked = walk()
    code = parse_qs(urlsplit(walked.answered(walked.leave())).query)["code"][0]

    page = walked.browser.get(reverse("channels:consent-back"), {"state": "x" * 43, "code": code})

    assert (page.status_code, Channel.objects.count()) == (409, 0)


def test_a_way_back_ends_after_a_quarter_of_an_hour(walk):
    walked = walk()
    back = walked.answered(walked.leave())
    Handshake.objects.update(begun_at=timezone.now() - timedelta(minutes=16))

    page = walked.browser.get(back)

    assert (page.status_code, Channel.objects.count()) == (409, 0)
    assert walked.page in page.content.decode()


def test_a_later_way_to_the_same_account_closes_the_earlier_one(walk):
    walked = walk()
    first, second = walked.leave(), walked.leave()

    assert walked.browser.get(walked.answered(first)).status_code == 409
    assert walked.browser.get(walked.answered(second)).status_code == 302


def test_whose_role_ended_on_the_way_connects_nothing(walk, world):
    walked = walk()
    back = walked.answered(walked.leave())
    world.officer.memberships.update(valid_until=timezone.localdate() - timedelta(days=1))

    assert walked.browser.get(back).status_code in (403, 409)
    assert not Channel.objects.exists()


def test_a_code_is_worth_nothing_without_the_verifier_that_stayed_here(walk, servers):
    walked = walk()
    back = walked.answered(walked.leave())
    code = parse_qs(urlsplit(back).query)["code"][0]
    desk = servers.platforms["mastodon"].consents
    kept = desk.codes[code]
    desk.codes[code] = type(kept)(kept.account, kept.client, kept.back, "another-challenge", kept.until)

    assert walked.browser.get(back).status_code == 409
    assert not Channel.objects.exists()


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER, Fault.ERROR_AFTER])
def test_a_platform_that_stumbles_leaves_what_was_connected_as_it_was(walk, servers, fault):
    walked = walk()
    walked.browser.get(walked.answered(walked.leave()))
    before = Channel.objects.get().sealed
    back = walked.answered(walked.leave())
    servers.script.steps = [Step(fault, path="/oauth/token")]

    page = walked.browser.get(back)

    channel = Channel.objects.get()
    assert (page.status_code, channel.sealed, channel.state) == (409, before, Channel.State.CONNECTED)


@pytest.mark.parametrize("nonsense", ["", "<html>galat</html>"])
def test_what_cannot_be_a_token_connects_nothing(walk, servers, nonsense):
    servers.platforms["mastodon"].consents.nonsense = nonsense

    assert walk().come_back().status_code == 409
    assert not Channel.objects.exists()


def test_nothing_that_went_along_lies_open_in_the_database(walk, servers):
    walked = walk()
    way = walked.leave()
    state = parse_qs(urlsplit(way).query)["state"][0]
    (client,) = servers.platforms["mastodon"].consents.apps.keys() - {APP}
    secret = servers.platforms["mastodon"].consents.apps[client][0]
    during = every_text_in_the_database()
    walked.browser.get(walked.answered(way))
    token = access_of(Channel.objects.get()).secrets["token"]

    kept = during + every_text_in_the_database()
    assert not [word for word in (state, secret, token, APP_SECRET) if word in kept]


def test_who_disconnects_has_the_platform_end_the_token(walk, servers):
    walked = walk()
    walked.come_back()
    channel = Channel.objects.get()
    token = access_of(channel).secrets["token"]

    walked.browser.post(reverse("channels:close", args=[channel.pk]))

    assert token in servers.platforms["mastodon"].ended


def test_a_token_can_still_be_pasted(walk):
    walked = walk()
    address = reverse("channels:connect", args=["akun", walked.account.pk])

    assert walked.browser.get(address)["Location"] == walked.page
    assert 'name="need_token"' in walked.browser.get(address, {"cara": "token"}).content.decode()


def test_the_office_without_an_app_there_is_led_to_pasting(walk, settings):
    walked = walk("x")
    settings.CONFIG = settings.CONFIG.model_copy(update={"app_x": ""})

    assert "cara=token" in walked.browser.get(walked.page)["Location"]
