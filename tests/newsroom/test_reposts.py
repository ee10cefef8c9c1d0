"""Items that units carry on: who is asked, what counts as proof, how keeping to it is measured."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from suluh.channels.frozen import Content
from suluh.channels.models import Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.settled import close
from suluh.monitoring.models import Post
from suluh.newsroom.duties import reposts_waiting
from suluh.newsroom.errors_planning import NotLive, OtherUnit, OwnAddress, ShareClosed
from suluh.newsroom.measures import reposts_in_time
from suluh.newsroom.models import RepostCall, RepostShare, Story
from suluh.newsroom.selectors.reposts import calls_page, kept_by_unit, touches_of, whatsapp_text
from suluh.newsroom.services.carrying import repost_touch
from suluh.newsroom.services.reposts import repost_ask, repost_excuse, repost_prove, reposts_recognise
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Account, Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from suluh.organization.sockets.measures import Period
from suluh.platforms.platform import platforms
from suluh.platforms.public import readable
from tests.newsroom.telling import delivered, live
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db
OWN = "https://distrik.example/p/9"


@pytest.fixture
def world():
    return build_world()


def asked(world, *units) -> list[RepostShare]:
    call = repost_ask(delivery=live(world), units=units, caption="Jadwal imunisasi", by=world.coordinator)
    return list(call.shares.order_by("pk"))


def late(share: RepostShare) -> None:
    RepostCall.objects.filter(pk=share.call_id).update(due_at=timezone.now() - timedelta(hours=1))


def test_what_no_program_can_see_is_proved_with_one_touch(world, client):
    (share,) = asked(world, world.district)
    Account.objects.create(unit=world.district, platform="tiktok", handle="@kec.fajar")
    Account.objects.create(unit=world.district, platform="mastodon", handle="@fajar")
    client.force_login(world.district_officer)
    address = reverse("newsroom:repost-kit", args=[share.pk])
    page = client.get(address).content.decode()
    assert "https://www.tiktok.com/@kec.fajar" in page
    assert page.index("Mastodon @fajar") < page.index("TikTok @kec.fajar")

    client.post(address, {"url": "https://www.tiktok.com/@kec.fajar"})

    share.refresh_from_db()
    assert (share.state, share.way, share.url) == ("carried", "proof", "https://www.tiktok.com/@kec.fajar")


@pytest.mark.parametrize(
    ("platform", "connected", "seen"),
    [
        ("x", True, False),
        ("tiktok", True, False),
        ("whatsapp", False, False),
        ("instagram", False, False),
        ("instagram", True, True),
        ("mastodon", False, True),
        ("youtube", False, True),
    ],
)
def test_it_is_known_whose_posts_are_read_without_anybodys_help(platform, connected, seen):
    assert readable(platforms().get(platform), connected=connected) is seen


def test_only_the_desk_asks(world):
    with pytest.raises(NotAllowed):
        repost_ask(delivery=live(world), units=[world.district], caption="", by=world.officer)


def test_what_is_not_live_is_not_carried_on(world):
    with pytest.raises(NotLive):
        repost_ask(delivery=delivered(world, Delivery.State.FAILED), units=[], caption="", by=world.coordinator)


def test_a_unit_is_asked_once_and_others_may_follow(world):
    (share,) = asked(world, world.district)
    again = repost_ask(
        delivery=share.call.delivery, units=[world.district, world.village], caption="", by=world.coordinator
    )

    assert [one.unit for one in again.shares.order_by("pk")] == [world.district, world.village]
    assert again.due_at - again.made_at < timedelta(hours=48, minutes=1)


def test_the_unit_shows_where_it_carried_it(world):
    officer = appointed("petugas.distrik@arunika.example", Role.UNIT_OFFICER, world.district)
    (share,) = asked(world, world.district)
    assert [duty.url.endswith(f"/{share.pk}/") for duty in reposts_waiting(officer)] == [True]

    share = repost_prove(share=share, url=OWN, by=officer)

    assert (share.state, share.way, share.url, share.in_time) == ("carried", "proof", OWN, True)
    assert list(reposts_waiting(officer)) == []
    with pytest.raises(ShareClosed):
        repost_prove(share=share, url=OWN, by=officer)


SECRETS = {"token": "rahasia-sekali", "client": "suluh", "client_secret": "rahasia", "refresh": "segar-sekali"}


def voice(world, unit, platform="facebook", handle="@distrik"):
    account = Account.objects.create(unit=unit, platform=platform, handle=handle)
    return channel_connect(holder=account, address="https://graph.example", secrets=SECRETS, by=OPERATOR)


def shown(delivery):
    """A worker found the delivery live."""
    close(delivery, Delivery.State.LIVE, event="delivery.live", url=OWN)


def test_a_unit_posts_it_with_one_touch_and_that_counts_as_soon_as_it_is_live(world):
    (share,) = asked(world, world.district)
    channel = voice(world, world.district)
    (touch,) = touches_of(share)
    assert (touch.channel, touch.native, touch.cost) == (channel, False, "")

    made = repost_touch(share=share, channel=channel, by=world.coordinator)

    share.refresh_from_db()
    assert (share.state, share.call.url in made.content["link"]) == ("open", True)
    shown(made)
    share.refresh_from_db()
    assert (share.state, share.way, share.url, share.by, share.in_time) == (
        "carried",
        "suluh",
        OWN,
        world.coordinator,
        True,
    )


def test_a_second_touch_adds_nothing_until_the_first_failed(world):
    (share,) = asked(world, world.district)
    channel = voice(world, world.district)
    first = repost_touch(share=share, channel=channel, by=world.coordinator)

    assert repost_touch(share=share, channel=channel, by=world.coordinator) == first
    close(first, Delivery.State.FAILED, event="delivery.failed", reason="Ditolak.")
    assert repost_touch(share=share, channel=channel, by=world.coordinator) != first


def test_the_same_platform_reposts_the_item_itself(world):
    call_delivery = live(world)
    there = voice(world, world.health, "x", "@dinkes")
    Delivery.objects.filter(pk=call_delivery.pk).update(channel=there, remote="123")
    call_delivery.refresh_from_db()
    call = repost_ask(delivery=call_delivery, units=[world.district], caption="Jadwal", by=world.coordinator)
    channel = voice(world, world.district, "x", "@distrik")
    share = call.shares.get()
    (touch,) = touches_of(share)

    made = repost_touch(share=share, channel=channel, by=world.coordinator)

    assert (touch.native, touch.cost) == (True, "US$0,015")
    assert (made.deed, made.carries) == ("repost", call_delivery)


def test_words_too_long_for_a_platform_are_cut_with_the_address_kept(world):
    (share,) = asked(world, world.district)
    RepostCall.objects.update(caption="Jadwal imunisasi campak di semua puskesmas. " * 40)
    share.call.refresh_from_db()
    channel = voice(world, world.district, "x", "@distrik")

    made = repost_touch(share=share, channel=channel, by=world.coordinator)

    assert not platforms()["x"].rules.breaches(Content.from_json(made.content).as_post(lambda _name: b""))
    assert made.content["link"] == share.call.url


def test_a_platform_that_needs_a_picture_is_left_to_the_hand(world):
    (share,) = asked(world, world.district)
    voice(world, world.district, "instagram", "@distrik")

    assert touches_of(share) == []


def test_other_units_channels_carry_nothing_on_for_it(world):
    (share,) = asked(world, world.district)
    channel = voice(world, world.village)

    with pytest.raises(OtherUnit):
        repost_touch(share=share, channel=channel, by=world.coordinator)
    with pytest.raises(NotAllowed):
        repost_touch(share=share, channel=voice(world, world.district, handle="@d"), by=world.officer)


def test_another_unit_shows_nothing_for_it(world):
    (share,) = asked(world, world.district)

    with pytest.raises(NotAllowed):
        repost_prove(share=share, url=OWN, by=world.sibling)


def test_the_item_itself_is_no_proof(world):
    (share,) = asked(world, world.district)

    with pytest.raises(OwnAddress):
        repost_prove(share=share, url=share.call.url, by=world.coordinator)


def seen(world, title: str, after: timedelta) -> Post:
    site = site_add(unit=world.district, url="http://distrik.localhost", by=OPERATOR)
    return Post.objects.create(
        site=site, url=OWN, url_hash=b"x" * 16, title=title, source="feed", first_seen=timezone.now() + after
    )


def call_titled(share: RepostShare, title: str) -> None:
    RepostCall.objects.filter(pk=share.call_id).update(title=title)


@pytest.mark.parametrize(
    ("title", "after", "found"),
    [
        ("Jadwal imunisasi campak di semua puskesmas", timedelta(minutes=5), 1),
        ("Bagikan: jadwal imunisasi campak di SEMUA puskesmas!", timedelta(minutes=5), 1),
        ("Jadwal imunisasi campak di semua puskesmas", -timedelta(days=1), 0),
        ("Jadwal posyandu di semua desa", timedelta(minutes=5), 0),
    ],
)
def test_a_post_on_the_units_site_is_recognised_by_its_title_and_time(world, title, after, found):
    (share,) = asked(world, world.district)
    call_titled(share, "Jadwal imunisasi campak di semua puskesmas")
    seen(world, title, after)

    assert reposts_recognise(timezone.now()) == found
    share.refresh_from_db()
    assert (share.way, share.url) == (("seen", OWN) if found else ("", ""))


def test_a_title_that_anybody_may_use_recognises_nobody(world):
    (share,) = asked(world, world.district)
    call_titled(share, "Selamat pagi")
    seen(world, "Selamat pagi", timedelta(minutes=5))

    assert reposts_recognise(timezone.now()) == 0


def test_keeping_to_it_is_measured_within_48_hours_and_excused_units_do_not_count(world):
    district, village, root = asked(world, world.district, world.village, world.root)
    repost_prove(share=district, url=OWN, by=world.coordinator)
    repost_excuse(share=root, reason="Situs sedang diganti", by=world.coordinator)
    RepostShare.objects.filter(pk=district.pk).update(carried_at=timezone.now() - timedelta(hours=3))
    late(district)
    repost_prove(share=village, url=OWN, by=world.coordinator)
    today = timezone.localdate(RepostCall.objects.get().due_at)

    found = reposts_in_time([world.district, world.village, world.root, world.health], Period(today, today))

    assert {key: (value.good, value.observed) for key, value in found.items()} == {
        world.district.pk: (1, 1),
        world.village.pk: (0, 1),
    }
    assert [(kept.unit, kept.percent) for kept in kept_by_unit(world.coordinator)] == [
        (world.village, 0),
        (world.district, 100),
    ]
    (call,), _after = calls_page(world.coordinator)
    assert (call.asked, call.carried, call.in_time) == (2, 2, 1)


def test_whoever_sees_the_story_reads_how_far_it_was_carried(world, client):
    district, _village, root = asked(world, world.district, world.village, world.root)
    repost_prove(share=district, url=OWN, by=world.coordinator)
    repost_excuse(share=root, reason="Situs sedang diganti", by=world.coordinator)
    client.force_login(world.officer)

    page = client.get(reverse("newsroom:story", args=[Story.objects.get().pk])).content.decode()

    assert "1 dari 2 unit meneruskan, 1 dalam 48 jam" in page


def test_a_unit_sees_its_own_part_alone(world):
    asked(world, world.district, world.village)
    officer = appointed("petugas.distrik@arunika.example", Role.UNIT_OFFICER, world.district)

    (call,), _after = calls_page(officer)
    assert call.asked == 1
    assert calls_page(world.sibling)[0] == []


def test_the_text_for_whatsapp_names_title_first_lines_and_address(world):
    (share,) = asked(world, world.district)

    assert whatsapp_text(share.call) == "*Imunisasi campak*\n\nJadwal imunisasi\n\nhttps://dinkes.example/p/1"
