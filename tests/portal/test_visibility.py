"""Public pages show what was approved and nothing else: no drafts, no officers, no inner notes, no telephones."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from suluh.newsroom.services.holding import story_return
from suluh.newsroom.services.notices import notice_fill, notice_reopen
from suluh.newsroom.services.stories import story_edit
from suluh.organization.models import Account, Unit
from tests.newsroom.noticing import issued, submitted_notice, written
from tests.newsroom.publishing import public_story, waiting_story
from tests.newsroom.telling import WORDS, submitted
from tests.world import build_world

SECRETS = (
    "Rahasia naskah",
    "Rahasia sunting",
    "Rahasia catatan",
    "Rahasia tunggu",
    "Rahasia rancangan",
    "Rahasia pembaruan",
    "Rahasia antre",
    "0811-0000-0000",
    "pemulihan@arunika.example",
    "SK-RAHASIA",
)


@pytest.fixture
def world(db):
    """Everything that is not meant for the public, marked so that it is found wherever it shows."""
    world = build_world()
    Unit.objects.filter(pk=world.health.pk).update(contact_phone="0811-0000-0000")
    account = Account.objects.create(
        unit=world.health, platform="telegram", handle="dinkesarunika", recovery_mail="pemulihan@arunika.example",
        decree="SK-RAHASIA",
    )  # fmt: skip
    account.holders.add(world.officer)
    submitted(world, words=replace(WORDS, title="Rahasia naskah"))
    returned = submitted(world, words=replace(WORDS, title="Rahasia sunting"))
    story_return(story=returned, note="Rahasia catatan", seen=1, by=world.coordinator)
    world.publication = public_story(world)
    story_edit(story=world.publication.story, words=replace(WORDS, title="Rahasia sunting"), seen=1, by=world.officer)
    waiting = waiting_story(world)
    waiting.title = "Rahasia tunggu"
    waiting.words = {**waiting.words, "title": "Rahasia tunggu"}
    waiting.save()
    world.version = issued(world)
    notice = notice_reopen(notice=world.version.notice, seen=world.version.notice.seen, by=world.officer)
    notice_fill(notice=notice, seen=notice.seen, by=world.officer, title="Rahasia pembaruan")
    written(world, title="Rahasia rancangan")
    submitted_notice(world, title="Rahasia antre")
    return world


def addresses(world) -> list[str]:
    notice = [world.version.notice_id]
    pages = (
        "front", "news", "announcements", "agenda", "units", "accounts", "notices", "home", "feed-atom", "feed-json",
        "cap-feed", "sitemaps",
    )  # fmt: skip
    return [
        *(reverse(f"portal:{name}") for name in pages),
        reverse("portal:search") + "?q=rahasia",
        reverse("portal:search") + "?q=imunisasi",
        reverse("portal:sitemap", args=["kabar"]),
        reverse("portal:story", args=[world.publication.pk]),
        reverse("portal:unit", args=[world.health.slug]),
        reverse("portal:notice", args=notice),
        reverse("portal:notice-version", args=[*notice, 1]),
        reverse("portal:cap", args=[*notice, 1]),
    ]


def test_nothing_of_drafts_officers_and_notes_is_public(world):
    names = [world.officer.name, world.coordinator.name, world.officer.email, world.coordinator.email]
    leaks = {}
    for address in addresses(world):
        answer = Client().get(address)
        assert answer.status_code == 200, address
        text = answer.content.decode().replace("Hasil pencarian “rahasia”", "")
        if found := [secret for secret in (*SECRETS, *names) if secret in text]:
            leaks[address] = found
    assert leaks == {}


def test_the_search_for_secrets_would_find_them(world):
    text = Client().get(reverse("portal:story", args=[world.publication.pk])).content.decode()
    assert WORDS.title in text


def test_a_story_in_waiting_has_no_picture_and_no_card(world):
    waiting = waiting_story(world)
    for name, args in (("story-picture", [waiting.pk, 0]), ("story-card", [waiting.pk])):
        assert Client().get(reverse(f"portal:{name}", args=args)).status_code == 404
