"""Units that carried an item on by hand are found on their accounts, read as anybody reads them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.demo.platforms.facebook import Draft
from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.client import Client, Limits
from suluh.newsroom.carried import Item, carries
from suluh.newsroom.models import RepostCall, RepostShare
from suluh.newsroom.services.recognising import carriers_look
from suluh.newsroom.services.reposts import repost_ask
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from suluh.platforms.public import PublicPost
from tests.newsroom.telling import live
from tests.world import build_world

ASKED = datetime(2026, 4, 6, 2, 0, tzinfo=UTC)
ITEM = Item("Jadwal imunisasi campak di semua puskesmas", "https://dinkes.example/p/1", "at://dinkes/post/1", ASKED)
POST = PublicPost("https://b.example/p/9", "Warga distrik, catat ini.", ASKED + timedelta(hours=1))


@pytest.mark.parametrize(
    ("post", "found"),
    [
        (replace(POST, carries=("at://dinkes/post/1",)), True),
        (replace(POST, text="Bacalah http://www.dinkes.example/p/1/."), True),
        (replace(POST, carries=("https://dinkes.example/p/1?utm_source=ig",)), True),
        (replace(POST, text="JADWAL imunisasi campak, di semua Puskesmas distrik kita"), True),
        (POST, False),
        (replace(POST, text="Bacalah https://dinkes.example/p/12"), False),
        (replace(POST, text="Jadwal posyandu di semua desa"), False),
        (replace(POST, carries=("at://dinkes/post/1",), at=ASKED - timedelta(minutes=1)), False),
        (replace(POST, url="https://dinkes.example/p/1/", carries=("at://dinkes/post/1",)), False),
    ],
)
def test_a_post_carries_an_item_on_by_its_id_its_address_or_its_title(post, found):
    assert carries(post, ITEM) is found


def test_a_title_that_anybody_may_use_recognises_nobody():
    assert not carries(replace(POST, text="Selamat pagi, warga"), replace(ITEM, title="Selamat pagi"))


@pytest.fixture
def servers():
    with SimulatedPlatforms() as running:
        yield running


@pytest.fixture
def world(db):
    return build_world()


def asked(world) -> RepostShare:
    call = repost_ask(delivery=live(world), units=[world.district], caption="Jadwal", by=world.coordinator)
    RepostCall.objects.update(made_at=timezone.now() - timedelta(hours=1))
    return call.shares.get()


def account(world, servers, platform, *, connected=False) -> Account:
    pages = {
        "bluesky": f"{servers.origin}/bluesky",
        "mastodon": f"{servers.origin}/mastodon/@distrik",
        "telegram": f"{servers.origin}/telegram",
        "youtube": f"{servers.origin}/youtube?channel_id=UCdistrik",
    }
    made = Account.objects.create(
        unit=world.district, platform=platform, handle="@distrik", url=pages.get(platform, "")
    )
    if connected:
        access = servers.access(platform, "distrik")
        channel_connect(holder=made, address=access.address, secrets=access.secrets, by=OPERATOR)
    return made


def posted(servers, platform, text="Warga, baca https://dinkes.example/p/1"):
    name = "@distrik" if platform == "telegram" else "distrik"
    more = {"title": "Imunisasi", "video": "v9"} if platform == "youtube" else {"id": "900"}
    post = servers.shown.add(platform, name, text, page=f"/{platform}/distrik/900", **more)
    if platform == "facebook":
        servers.platforms["facebook"].drafts["900"] = Draft("distrik", text, shown=post)


def looked() -> int:
    client = Client(allow_private=True, limits=Limits(total=15.0))
    return carriers_look(now=timezone.now(), client=client, between=0.0)


@pytest.mark.parametrize("platform", ["bluesky", "mastodon", "telegram"])
def test_a_post_by_hand_is_found_without_any_token(world, servers, platform):
    share = asked(world)
    account(world, servers, platform)
    posted(servers, platform)

    assert looked() == 1

    share.refresh_from_db()
    assert (share.state, share.way, share.by, share.in_time) == ("carried", "seen", None, True)
    assert "distrik" in share.url


def test_a_video_is_found_in_the_feed_that_needs_no_key(world, servers):
    share = asked(world)
    account(world, servers, "youtube")
    posted(servers, "youtube")

    assert looked() == 1
    share.refresh_from_db()
    assert share.way == "seen"


@pytest.mark.parametrize("platform", ["facebook", "instagram", "threads"])
def test_a_connected_account_is_asked_for_its_own_posts(world, servers, platform):
    asked(world)
    account(world, servers, platform, connected=True)
    posted(servers, platform)

    assert looked() == 1


def test_an_account_that_tells_only_itself_is_left_alone_while_it_is_not_connected(world, servers):
    asked(world)
    account(world, servers, "facebook")
    posted(servers, "facebook")

    assert looked() == 0


@pytest.mark.parametrize("platform", ["bluesky", "mastodon"])
def test_a_repost_by_hand_is_known_by_the_platforms_own_word(world, servers, platform):
    share = asked(world)
    original = servers.shown.add(platform, "dinkes", "Jadwal", page=f"/{platform}/dinkes/1")
    url = f"{servers.origin}{original.page}"
    uri = "at://did:plc:dinkes/app.bsky.feed.post/1"
    remote = uri if platform == "bluesky" else str(original.number)
    Delivery.objects.filter(pk=share.call.delivery_id).update(remote=remote)
    RepostCall.objects.update(url=url, title="Jadwal")
    account(world, servers, platform)
    servers.shown.add(platform, "distrik", "Jadwal", carries=uri if platform == "bluesky" else original.number)

    assert looked() == 1


def test_other_words_are_no_carrying_on(world, servers):
    asked(world)
    account(world, servers, "mastodon")
    posted(servers, "mastodon", "Kerja bakti hari Minggu.")

    assert looked() == 0


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER])
def test_an_account_that_does_not_answer_keeps_no_other_from_being_read(world, servers, fault):
    asked(world)
    account(world, servers, "bluesky")
    account(world, servers, "mastodon")
    posted(servers, "mastodon")
    servers.script.steps = [Step(fault, path="getAuthorFeed")]

    assert looked() == 1


def test_nobody_is_read_when_nothing_is_asked(world, servers):
    account(world, servers, "mastodon")

    assert looked() == 0
    assert not servers.answered
