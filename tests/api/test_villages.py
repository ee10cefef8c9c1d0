"""A village's own system sends its list."""

from suluh.disclosure.models import Item, ItemVersion
from suluh.disclosure.services.items import version_accept, version_return
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.api.calling import address, call, key_of, push, row
from tests.disclosure.making import fix

COUNTS = ("added", "changed", "unchanged", "removed")


def counts(answer) -> tuple[int, ...]:
    said = answer.json()
    return tuple(said[name] for name in COUNTS)


def accept_all(unit) -> None:
    for version in ItemVersion.objects.filter(item__unit=unit, state="proposed"):
        version_accept(version=version, category="berkala", law_code="", by=OPERATOR)


def publish(unit, number: str = "1/2026") -> None:
    accept_all(unit)
    fix(unit, number)


def test_what_a_village_sends_waits_for_its_ppid(world):
    answer = push(world.village, key_of(world.village), row(), row("A-2", "Jadwal posyandu"))

    assert (answer.status_code, counts(answer)) == (200, (2, 0, 0, 0))
    items = Item.objects.filter(unit=world.village).order_by("outside_id")
    assert [(item.outside_id, item.origin, item.state) for item in items] == [
        ("A-1", "api", "proposed"), ("A-2", "api", "proposed"),
    ]  # fmt: skip
    assert list(ItemVersion.objects.values_list("number", "state", "removal")) == [(1, "proposed", False)] * 2


def test_the_same_call_again_changes_nothing_and_leaves_no_event(world):
    word = key_of(world.village)
    push(world.village, word, row())
    events = Event.objects.count()

    answer = push(world.village, word, row())

    assert counts(answer) == (0, 0, 1, 0)
    assert (Event.objects.count(), ItemVersion.objects.count()) == (events, 1)


def test_each_item_and_the_call_have_their_events(world):
    push(world.village, key_of(world.village), row(), row("A-2"))

    codes = Event.objects.filter(unit=world.village).exclude(code__startswith="push-key").values_list("code", flat=True)
    assert sorted(code for code in codes if "push" in code) == ["item.pushed", "item.pushed", "items.pushed"]


def test_other_words_mend_the_proposal_in_place(world):
    word = key_of(world.village)
    push(world.village, word, row())

    answer = push(world.village, word, row(title="Anggaran desa 2026, perubahan"))

    assert counts(answer) == (0, 1, 0, 0)
    assert Item.objects.get().title == "Anggaran desa 2026, perubahan"
    assert ItemVersion.objects.get().says.title == "Anggaran desa 2026, perubahan"


def test_a_published_item_keeps_its_words_until_a_decree(world):
    word = key_of(world.village)
    push(world.village, word, row())
    publish(world.village)

    push(world.village, word, row(title="Anggaran desa 2027"))

    item = Item.objects.get()
    assert (item.title, item.state) == ("Anggaran desa 2026", "published")
    assert item.versions.get(state="proposed").says.title == "Anggaran desa 2027"


def test_the_class_that_the_ppid_gave_is_no_change(world):
    word = key_of(world.village)
    push(world.village, word, row())
    publish(world.village)

    assert counts(push(world.village, word, row())) == (0, 0, 1, 0)


def test_the_whole_list_proposes_to_take_off_what_it_lacks(world):
    word = key_of(world.village)
    push(world.village, word, row(), row("A-2"))
    publish(world.village)

    answer = push(world.village, word, row("A-2"), method="PUT")

    assert counts(answer) == (0, 0, 1, 1)
    assert ItemVersion.objects.get(state="proposed").removal
    assert counts(push(world.village, word, row("A-2"), method="PUT")) == (0, 0, 1, 0)


def test_what_comes_back_before_the_review_is_not_taken_off(world):
    word = key_of(world.village)
    push(world.village, word, row(), row("A-2"))
    publish(world.village)
    push(world.village, word, row("A-2"), method="PUT")

    assert counts(push(world.village, word, row(), row("A-2"), method="PUT")) == (0, 1, 1, 0)
    assert not ItemVersion.objects.filter(state__in=ItemVersion.OPEN).exists()


def test_the_whole_list_leaves_items_alone_that_were_typed_in(world):
    from suluh.disclosure.services.items import item_propose
    from tests.disclosure.making import content

    typed = item_propose(unit=world.village, content=content("Diketik"), by=OPERATOR)
    push(world.village, key_of(world.village), method="PUT")

    typed.refresh_from_db()
    assert typed.state == "proposed"


def test_what_was_never_fixed_leaves_with_the_whole_list(world):
    word = key_of(world.village)
    push(world.village, word, row())

    assert counts(push(world.village, word, method="PUT")) == (0, 0, 0, 1)
    assert ItemVersion.objects.get().state == "dropped"
    assert counts(push(world.village, word, row())) == (0, 1, 0, 0)


def test_an_accepted_change_waits_for_its_decree_and_says_so(world):
    word = key_of(world.village)
    push(world.village, word, row())
    accept_all(world.village)

    said = push(world.village, word, row(title="Lain")).json()

    assert [(one["id"], "keputusan" in one["message"]) for one in said["held"]] == [("A-1", True)]


def test_the_state_tells_what_the_ppid_asks_to_be_mended(world):
    word = key_of(world.village)
    push(world.village, word, row(), row("A-2"), row("A-3"))
    publish(world.village)
    push(world.village, word, row(title="Lain"))
    version_return(version=ItemVersion.objects.get(state="proposed"), note="Sebut tahunnya.", by=OPERATOR)

    first = call("GET", address(world.village) + "?limit=2", word).json()
    second = call("GET", address(world.village) + f"?limit=2&after={first['next']}", word).json()

    told = {one["id"]: (one["state"], one["proposal"], one["note"]) for one in first["items"]}
    assert told == {"A-1": ("published", "returned", "Sebut tahunnya."), "A-2": ("published", None, "")}
    assert ([one["id"] for one in second["items"]], second["next"]) == (["A-3"], None)
    assert second["items"][0]["url"].endswith(f"/informasi/{second['items'][0]['code']}/")


def test_a_list_of_any_length_takes_the_same_number_of_queries(world, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    word = key_of(world.village)
    taken = []
    for start, count in ((0, 5), (100, 300)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            push(world.village, word, *(row(f"B-{number}") for number in range(start, start + count)))
        taken.append(len(queries))
    assert taken[0] == taken[1]
