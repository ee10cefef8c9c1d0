"""Addresses of published items are looked at; broken ones are shown to their unit, and none is ever removed."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.disclosure.links import Look, look_at
from suluh.disclosure.models import Item, LinkCheck
from suluh.disclosure.services.items import item_propose
from suluh.disclosure.services.links import link_look_again, link_seen, links_check
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from suluh.organization.sockets.duties import duties_of
from tests.disclosure.excluding import excluded
from tests.disclosure.making import content, published
from tests.kernel.http.hostile import open_client, page, raw_server

LINK = "https://dinkes.example/laporan.pdf"
GONE = Look(why="http-4xx", status=404)


@contextmanager
def site(answers: dict[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """A site on loopback that answers paths as told, 404 otherwise; its address and the paths that were asked for."""
    asked: list[str] = []

    async def answer(head, writer):
        path = head.split(" ")[1]
        asked.append(path)
        writer.write(answers.get(path, page(status="404 Not Found")))
        await writer.drain()

    ready, stop, place = threading.Event(), asyncio.Event(), []

    async def serve():
        async with raw_server(answer) as port:
            place.append(port)
            ready.set()
            await stop.wait()

    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield f"http://127.0.0.1:{place[0]}", asked
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def linked(world, link: str = LINK, title: str = "Laporan kinerja 2025", unit=None) -> Item:
    return published(unit or world.health, world.root, title, link=link)


def seen_broken(item: Item, *, days: int = 3) -> None:
    """Two looks, the first of them some days ago, found nothing."""
    link_seen(item=item.pk, link=item.link, look=GONE)
    LinkCheck.objects.update(failing_since=timezone.now() - timedelta(days=days))
    link_seen(item=item.pk, link=item.link, look=GONE)


def shown(person, name: str, *args) -> str:
    client = Client()
    client.force_login(person)
    return client.get(reverse(f"disclosure:{name}", args=args)).content.decode()


def test_what_a_site_answers_is_told_by_kind():
    answers = {
        "/ada": page(), "/dalam/berkas": page(status="302 Found", Location="/"), "/": page(),
        "/rusak": page(status="500 Fault"), "/tutup": page(status="403 Forbidden"), "/kosong": page(b""),
        "/pindah": page(status="301 Moved", Location="/ada"),
    }  # fmt: skip
    with site(answers) as (root, _asked):
        paths = ["/ada", "/dalam/berkas", "/rusak", "/tutup", "/kosong", "/pindah", "/hilang", "/"]
        found = look_at([root + path for path in paths], open_client())
    told = {path: (found[root + path].why, found[root + path].closed) for path in paths}
    assert told == {
        "/ada": ("", False), "/dalam/berkas": ("front-page", False), "/rusak": ("http-5xx", False),
        "/tutup": ("", True), "/kosong": ("empty", False), "/pindah": ("", False), "/hilang": ("http-4xx", False),
        "/": ("", False),
    }  # fmt: skip


def test_a_closed_network_is_not_entered():
    with site({"/": page()}) as (root, asked):
        found = look_at([root + "/"], open_client(allow_private=False))

    assert (found[root + "/"].why, asked) == ("private-address", [])


def test_each_address_is_asked_for_once_in_a_run(world):
    with site({"/ada": page()}) as (root, asked):
        linked(world, f"{root}/ada")
        linked(world, f"{root}/ada", "Laporan lain")
        assert links_check(client=open_client()) == 2

    assert asked == ["/ada"]
    assert list(LinkCheck.objects.values_list("state", flat=True)) == ["ok", "ok"]


def test_what_was_looked_at_waits_for_its_turn(world):
    with site({"/ada": page()}) as (root, _asked):
        linked(world, f"{root}/ada")
        links_check(client=open_client())

        assert links_check(client=open_client()) == 0


def test_only_what_is_public_is_visited(world):
    with site({"/ada": page()}) as (root, asked):
        item_propose(unit=world.health, content=content(link=f"{root}/usulan"), by=OPERATOR)
        excluded(world.health, linked(world, f"{root}/rahasia"))
        assert links_check(client=open_client()) == 0

    assert asked == []


def test_one_failure_says_nothing_yet(world):
    item = linked(world)
    link_seen(item=item.pk, link=LINK, look=GONE)

    assert LinkCheck.objects.get().state == "unsure"
    assert item.title not in shown(world.officer, "links")


def test_a_second_failure_within_the_day_says_nothing_either(world):
    item = linked(world)
    link_seen(item=item.pk, link=LINK, look=GONE)
    link_seen(item=item.pk, link=LINK, look=GONE)

    assert LinkCheck.objects.get().state == "unsure"


def test_the_second_failure_a_day_later_is_broken_and_stays_on_the_list(world):
    item = linked(world)
    seen_broken(item)

    item.refresh_from_db()
    assert (LinkCheck.objects.get().state, item.link) == ("broken", LINK)
    page_of_unit = shown(world.officer, "links")
    assert item.title in page_of_unit
    assert "laman itu sudah tidak ada" in page_of_unit


def test_what_opens_again_is_well_again(world):
    item = linked(world)
    seen_broken(item)
    link_seen(item=item.pk, link=LINK, look=Look(status=200))

    looked = LinkCheck.objects.get()
    assert (looked.state, looked.failing_since) == ("ok", None)


def test_who_lets_no_machine_in_is_not_called_broken(world):
    item = linked(world)
    seen_broken(item)
    link_seen(item=item.pk, link=LINK, look=Look(status=403, closed=True))

    assert LinkCheck.objects.get().state == "closed"


def test_another_address_begins_anew(world):
    item = linked(world)
    seen_broken(item)
    Item.objects.filter(pk=item.pk).update(link="https://dinkes.example/baru.pdf")
    link_seen(item=item.pk, link=LINK, look=GONE)

    assert item.title not in shown(world.officer, "links")
    link_seen(item=item.pk, link="https://dinkes.example/baru.pdf", look=GONE)
    assert LinkCheck.objects.get().state == "unsure"


def test_the_unit_has_one_duty_for_its_broken_addresses_and_others_have_none(world):
    for number in range(2):
        seen_broken(linked(world, f"https://dinkes.example/{number}", f"Laporan {number}"))

    assert [duty.title for duty in duties_of(world.officer) if "tautan" in duty.title] == ["Perbaiki 2 tautan putus"]
    for person in (world.sibling, world.ppid, world.coordinator):
        assert [duty for duty in duties_of(person) if "tautan" in duty.title] == []


def test_the_page_of_the_item_says_what_was_seen_and_what_to_do(world):
    item = linked(world)
    seen_broken(item)

    told = shown(world.officer, "item", item.code)
    assert "Tautannya tidak dapat dibuka" in told
    assert reverse("disclosure:item-change", args=[item.code]) in told


def test_who_mended_the_page_asks_for_another_look(world):
    item = linked(world)
    seen_broken(item)
    link_look_again(item=item, by=world.officer)

    assert LinkCheck.objects.get().next_at <= timezone.now()
    with pytest.raises(NotAllowed):
        link_look_again(item=item, by=world.sibling)


def test_other_units_addresses_are_not_shown(world):
    item = linked(world)
    seen_broken(item)

    assert item.title not in shown(world.sibling, "links")
