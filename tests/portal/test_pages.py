"""The portal: lists by keyset, feeds, search, official accounts, what search engines and cards get."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree, html
from PIL import Image

from suluh.newsroom.models import Notice, Publication, Story
from suluh.organization.models import Account
from tests.newsroom.noticing import issued
from tests.newsroom.publishing import public_story, shown
from tests.newsroom.telling import WORDS
from tests.world import build_world

pytestmark = pytest.mark.django_db
LOC = "//*[local-name()='loc']/text()"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def world():
    return build_world()


def many(world, count: int) -> None:
    """So many news, two of them at each moment, so that the key must tell them apart."""
    now = timezone.now()
    for number in range(count):
        story = Story.objects.create(unit=world.health, kind="news", form_token=uuid4(), title="-", text="-")
        Publication.objects.create(
            story=story, unit=world.health, section="news", revision=1, title=f"Kabar nomor {number}", text="Isi.",
            words={"title": f"Kabar nomor {number}"}, digest="-", appears_at=now - timedelta(hours=number // 2),
        )  # fmt: skip


def got(name: str, *args, **query: str):
    return Client().get(reverse(f"portal:{name}", args=args), query)


def titles(answer) -> list[str]:
    return [one.text_content() for one in html.fromstring(answer.content).xpath("//a[@class='name']")]


def test_paging_shows_each_story_once(world):
    many(world, 45)
    address, seen = reverse("portal:news"), []
    while address:
        tree = html.fromstring(Client().get(address).content)
        seen += [one.text_content() for one in tree.xpath("//a[@class='name']")]
        following = tree.xpath("//a[@rel='next']")
        address = reverse("portal:news") + following[0].get("href") if following else ""
    assert len(seen) == len(set(seen)) == 45


def test_pages_ask_few_questions(world, django_assert_max_num_queries):
    many(world, 25)
    issued(world)
    for name, args in (("front", ()), ("news", ()), ("unit", (world.health.slug,)), ("notices", ())):
        with django_assert_max_num_queries(12):
            got(name, *args)


def test_the_banner_stands_on_every_public_page_and_asks_at_most_once(
    world, django_assert_max_num_queries, monkeypatch
):
    # a slow machine may take longer for five pages than a process keeps the banner
    monkeypatch.setattr("suluh.portal.templatetags.portal.FRESH_FOR", 3600)
    version = issued(world)
    for address in (reverse("portal:accounts"), reverse("portal:home"), reverse("disclosure:public-list")):
        assert version.words["title"] in Client().get(address).content.decode()
    with django_assert_max_num_queries(1):
        got("robots")
    with django_assert_max_num_queries(2):
        got("agenda")


def test_a_key_that_is_none_shows_the_first_page(world):
    many(world, 3)
    for key in ("x", "2026-01-01|", "2026-13-45T00:00|1", "|1", "2026-01-01T00:00:00|1"):
        assert len(titles(got("news", setelah=key))) == 3


def test_the_agenda_shows_what_is_to_come_soonest_first(world):
    today = timezone.localdate()
    for days in (3, -1, 1):
        shown(world, words=replace(WORDS, kind="agenda", title=f"Hari {days}", happens_on=today + timedelta(days=days)))
    assert titles(got("agenda")) == ["Hari 1", "Hari 3"]


def test_search_finds_by_stem_and_shows_nothing_else(world):
    shown(world, words=replace(WORDS, title="Pengumpulan sampah", text="Truk berkeliling."))
    shown(world)
    assert titles(got("search", q="mengumpulkan")) == ["Pengumpulan sampah"]


def test_search_finds_notices_and_offices_too(world):
    version = issued(world)
    assert titles(got("search", q=version.words["title"].split()[0])) == [version.words["title"]]
    assert world.health.name in titles(got("search", q=world.health.name.lower()))


def test_an_office_tells_search_engines_which_accounts_are_its_own(world):
    Account.objects.create(unit=world.health, platform="x", handle="dinkes", url="https://x.example/dinkes")
    tree = html.fromstring(got("unit", world.health.slug).content)
    (told,) = tree.xpath("//script[@type='application/ld+json']/text()")
    assert "https://x.example/dinkes" in json.loads(told)["sameAs"]


def test_standing_pages_have_a_card_that_is_there(world):
    for name, args in (("front", ()), ("news", ()), ("notices", ()), ("accounts", ()), ("unit", (world.health.slug,))):
        tree = html.fromstring(got(name, *args).content)
        (card,) = tree.xpath("//meta[@property='og:image']/@content")
        assert Client().get(str(card)).headers["Content-Type"] == "image/png", name


def test_words_that_are_syntax_elsewhere_are_words_here(world):
    for words in ("'", '"', "a & | b", "%", "\\", ":*", "<script>", "x" * 500):
        assert got("search", q=words).status_code == 200


def test_feeds_tell_the_same_stories(world):
    publication = public_story(world)
    atom = etree.fromstring(got("feed-atom").content)
    feed = json.loads(got("feed-json").content)
    assert atom.xpath("//a:entry/a:title/text()", namespaces=ATOM) == [publication.title]
    assert [item["title"] for item in feed["items"]] == [publication.title]
    assert atom.xpath("//a:entry/a:id/text()", namespaces=ATOM) == [feed["items"][0]["id"]]


def test_a_feed_of_one_unit_holds_its_stories_alone(world):
    public_story(world)
    assert json.loads(got("feed-json", unit=world.social.slug).content)["items"] == []
    assert got("feed-atom", unit="tidak-ada").status_code == 404


def test_an_account_on_the_list_shows_when_it_was_confirmed_and_one_off_it_is_named_unknown(world):
    Account.objects.create(unit=world.health, platform="x", handle="dinkesarunika", confirmed_at=date(2026, 4, 2))
    Account.objects.create(unit=world.health, platform="x", handle="dinkeslama", active=False)
    page = got("accounts").content.decode()
    assert "2 April 2026" in page
    assert "dinkeslama" not in page
    assert "Tidak ada akun resmi dengan nama ini" in got("accounts", q="dinkes.palsu").content.decode()


def test_the_sitemap_leads_to_every_story_and_notice(world):
    publication, version = public_story(world), issued(world)
    index = etree.fromstring(got("sitemaps").content)
    parts = [etree.fromstring(Client().get(str(place)).content) for place in index.xpath(LOC)]
    found = {str(place) for tree in parts for place in tree.xpath(LOC)}
    for address in (reverse("portal:story", args=[publication.pk]), reverse("portal:notice", args=[version.notice_id])):
        assert any(place.endswith(address) for place in found)


def test_cards_have_the_size_that_platforms_show(world):
    publication, version = public_story(world), issued(world)
    for name, key in (("story-card", publication.pk), ("notice-card", version.notice_id)):
        with Image.open(BytesIO(got(name, key).content)) as card:
            assert card.size == (1200, 630)


def test_words_of_a_story_do_not_end_the_block_for_search_engines(world):
    publication = shown(world, words=replace(WORDS, title="</script><b>Imunisasi"))
    tree = html.fromstring(got("story", publication.pk).content)
    (told,) = tree.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(told)["headline"] == "</script><b>Imunisasi"


def test_a_notice_tells_its_telephone_as_one_touch(world):
    page = got("notice", issued(world).notice_id).content.decode()
    assert 'href="tel:0000112000"' in page


def test_a_notice_that_never_was_told_has_no_page(world):
    assert got("notice", Notice.objects.count() + 1).status_code == 404
