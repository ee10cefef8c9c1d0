"""Keys with which villages' own systems send: who makes them, where they are shown."""

import pytest
from django.test import Client
from django.urls import reverse

from suluh.disclosure.errors import VillagesOnly
from suluh.disclosure.models import PushKey
from suluh.disclosure.services.push_keys import push_key_make, push_key_revoke, push_key_use
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, Role
from suluh.organization.rights import OPERATOR
from tests.world import appointed


def page(person, name, *args, data=None):
    client = Client()
    client.force_login(person)
    address = reverse(f"disclosure:{name}", args=args)
    return client.post(address, data) if data is not None else client.get(address)


def village_ppid(world):
    return appointed("ppid@embun.example", Role.PPID, world.village)


def test_the_villages_ppid_makes_a_key_that_is_shown_once(world):
    person = village_ppid(world)
    made = page(person, "push-key-make", world.village.slug, data={"name": "OpenSID"})
    key = PushKey.objects.get()
    word = made.context["given"]

    assert word in made.content.decode()
    assert push_key_use(word=word) == key
    listed = page(person, "push-keys").content.decode()
    assert key.start in listed
    assert word not in listed


def test_the_page_with_the_key_is_kept_by_no_cache(world):
    made = page(village_ppid(world), "push-key-make", world.village.slug, data={"name": "OpenSID"})

    assert "no-store" in made["Cache-Control"]


def test_the_regencys_ppid_makes_no_key_of_a_village(world):
    with pytest.raises(NotAllowed):
        push_key_make(unit=world.village, name="OpenSID", by=world.ppid)


def test_an_office_has_no_key(world):
    with pytest.raises(VillagesOnly):
        push_key_make(unit=world.health, name="SIM", by=world.coordinator)


def test_a_key_is_revoked_once(world):
    key, _word = push_key_make(unit=world.village, name="OpenSID", by=OPERATOR)
    push_key_revoke(key=key, by=world.coordinator)
    push_key_revoke(key=key, by=world.coordinator)

    assert Event.objects.filter(code="push-key.revoked").count() == 1


def test_the_list_shows_when_a_key_was_last_used(world):
    _key, word = push_key_make(unit=world.village, name="OpenSID", by=OPERATOR)
    before = page(world.coordinator, "push-keys").content.decode()
    push_key_use(word=word)

    assert "belum pernah" in before
    assert "belum pernah" not in page(world.coordinator, "push-keys").content.decode()


def test_who_may_make_no_key_is_told_who_may(world):
    shown = page(world.officer, "push-keys").content.decode()

    assert "Kunci dibuat oleh PPID desa atau koordinator kabupaten." in shown
    assert world.village.name not in shown
