"""What a unit must have and lacks, and turning a found page into an item."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.disclosure.models import Item
from suluh.disclosure.selectors.duty_list import duty_list
from suluh.monitoring.models import ItemRow
from suluh.organization.sockets.handoffs import Parcel, handoffs_for
from tests.disclosure.making import published


def found(world, code: str, state: str = "found") -> None:
    now = timezone.now()
    ItemRow.objects.create(
        site=world.site, code=code, state=state, evidence_url="http://dinkes.arunika.localhost/lkjip",
        since=now, checked_at=now, times_found=1,
    )  # fmt: skip


def line(world, code: str):
    return next(one for one in duty_list(world.health, world.officer).lines if one.law.code == code)


def test_what_is_on_the_list_is_not_lacking(world):
    before = duty_list(world.health, world.officer).lacking
    published(world.health, world.root, "LKjIP 2025", category="berkala", law_code="B-c")

    assert duty_list(world.health, world.officer).lacking == before - 1
    assert line(world, "B-c").listed


def test_a_page_that_was_found_and_is_not_listed_may_be_taken(world):
    found(world, "B-c")
    found(world, "B-d", "missing")

    assert line(world, "B-c").takeable
    assert not line(world, "B-d").takeable


def test_one_click_turns_a_found_page_into_a_proposal(world):
    found(world, "B-c")
    client = Client()
    client.force_login(world.officer)

    answer = client.post(reverse("disclosure:duty-take", args=[world.health.slug, "B-c"]))

    item = Item.objects.get()
    assert answer.url == reverse("disclosure:item-change", args=[item.code])
    assert (item.state, item.law_code, item.category, item.origin) == ("proposed", "B-c", "berkala", "found")
    assert item.link == "http://dinkes.arunika.localhost/lkjip"
    client.post(reverse("disclosure:duty-take", args=[world.health.slug, "B-c"]))
    assert Item.objects.count() == 1


def test_other_rooms_may_hand_a_page_over_for_those_who_may_propose(world):
    parcel = Parcel("item:1", world.health, "Profil")

    assert [offer.code for offer in handoffs_for(parcel, world.officer)] == ["disclosure.item"]
    assert handoffs_for(parcel, world.sibling) == []


def test_the_page_of_the_unit_offers_to_turn_a_found_page_into_an_item(world):
    found(world, "B-c")
    found(world, "I-visi")
    client = Client()
    client.force_login(world.officer)
    page = reverse("monitoring:unit", args=[world.health.slug])
    deed = reverse("monitoring:item_hand_over", args=[world.health.slug, "B-c", "disclosure.item"])

    before = client.get(page).content.decode()
    answer = client.post(deed)

    assert before.count("Jadikan butir") == 1
    assert answer.url == reverse("disclosure:item-change", args=[Item.objects.get().code])
    assert deed not in client.get(page).content.decode()
    assert client.post(deed).status_code == 409
    assert Item.objects.count() == 1


def test_the_page_of_the_unit_offers_nothing_to_who_may_not_propose(world):
    found(world, "B-c")
    client = Client()
    client.force_login(world.coordinator)

    assert "jadikan" not in client.get(reverse("monitoring:unit", args=[world.health.slug])).content.decode()
