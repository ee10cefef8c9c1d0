"""Platforms that fetch media get an address that nobody guesses and that ends."""

import re
import time
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from suluh.channels.frozen import Content, StoredMedium
from suluh.channels.public_media import LASTS, NoSuchMedium, address_of, medium_at
from suluh.channels.services.planning import broken_rules, deliveries_plan
from suluh.demo.platforms.footage import picture
from suluh.organization.media_store import keep
from suluh.organization.rights import OPERATOR

PHOTO = picture("image/jpeg", 1080, 1080)


@pytest.fixture
def known_to_the_world(settings):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://suluh.arunika.example"})


@pytest.fixture
def stored() -> StoredMedium:
    name, digest = keep(PHOTO)
    return StoredMedium(name, "image/jpeg", digest, "Poster", 1080, 1080)


def test_whoever_has_the_address_gets_the_medium_without_signing_in(client, known_to_the_world, stored, db):
    address = address_of(stored)

    answer = client.get(address.removeprefix("https://suluh.arunika.example"))

    assert address.endswith("/media.jpg")
    assert b"".join(answer.streaming_content) == PHOTO
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]


def test_the_card_of_a_person_who_posts_holds_text_photo_and_steps(client, speaking, stored):
    channel = speaking.channel("whatsapp")
    told = {"source": "story:1:1", "unit": speaking.world.health, "due_at": timezone.now(), "by": OPERATOR}
    (delivery,) = deliveries_plan(contents={channel: Content("Imunisasi campak.", media=(stored,))}, **told)
    speaking.run("whatsapp")
    client.force_login(speaking.world.officer)

    page = client.get(reverse("channels:confirm", args=[delivery.pk])).content.decode()

    address = re.search(r'src="(/media-sementara/[^"]+)" alt="Poster"', page)[1]
    assert b"".join(client.get(address).streaming_content) == PHOTO
    assert f'href="{address}" download' in page
    assert "Imunisasi campak." in page
    assert "Salin teks" in page


def test_a_changed_address_leads_nowhere(client, known_to_the_world, stored, db):
    path = address_of(stored).removeprefix("https://suluh.arunika.example")

    assert client.get(path.replace("/media-sementara/", "/media-sementara/x")).status_code == 404


def test_an_address_ends(known_to_the_world, stored, monkeypatch):
    token = address_of(stored).split("/")[-2]
    later = time.time() + LASTS.total_seconds() + 1
    monkeypatch.setattr(time, "time", lambda: later)

    with pytest.raises(NoSuchMedium):
        medium_at(token)


def test_without_an_address_for_the_world_it_is_told_before_approval(speaking, settings, stored):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": ""})
    content = Content("Imunisasi campak.", media=(replace(stored, width=1080, height=1080),))

    (told,) = broken_rules(speaking.channel("instagram"), content)

    assert "SULUH_BASE_URL" in told
