"""Other systems keep a copy of the public list by pulling what changed."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from django.utils.http import http_date

from suluh.api.changes import Changes
from suluh.disclosure.models import Item
from suluh.disclosure.selectors.changes import SETTLES
from suluh.disclosure.services.files import file_add, file_remove
from suluh.disclosure.services.items import item_propose, item_propose_removal, version_accept
from suluh.organization.rights import OPERATOR
from tests.api.calling import CHANGES, call
from tests.disclosure.excluding import excluded
from tests.disclosure.making import accepted, content, fix, published
from tests.support.pdf import PDF


def pull(**asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = call("GET", f"{CHANGES}?{query}")
    assert answer.status_code == 200
    return answer.json()


def codes(said) -> tuple[list[str], list[str]]:
    return [one["code"] for one in said["items"]], [one["code"] for one in said["gone"]]


def long_ago(*items: Item) -> None:
    Item.objects.filter(pk__in=[item.pk for item in items]).update(changed_at=timezone.now() - timedelta(days=30))


def test_without_a_day_the_whole_public_list_is_told(world):
    shown = published(world.health, world.root)
    item_propose(unit=world.health, content=content("Usulan"), by=OPERATOR)

    assert codes(pull()) == ([shown.code], [])


def test_answers_keep_the_shape_that_the_description_gives(world):
    item = published(world.health, world.root)

    assert [one.code for one in Changes.model_validate(pull(), strict=True).items] == [item.code]


def test_with_a_day_only_what_changed_since_is_told(world):
    old, new = published(world.health, world.root), published(world.social, world.root, "Baru")
    long_ago(old)

    assert codes(pull(since=(timezone.now() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ"))) == ([new.code], [])


def test_what_was_taken_off_is_told_as_gone(world):
    item = published(world.health, world.root)
    removal = item_propose_removal(item=item, by=OPERATOR)
    version_accept(version=removal, category="berkala", law_code="", by=OPERATOR)
    fix(world.root, "2/2026")

    assert codes(pull(since="2026-01-01T00:00:00Z")) == ([], [item.code])


def test_what_was_excluded_is_gone_in_the_same_words(world):
    item = published(world.health, world.root)
    excluded(world.health, item)

    said = pull(since="2026-01-01T00:00:00Z")

    assert codes(said) == ([], [item.code])
    assert set(said["gone"][0]) == {"code", "state", "changed_at"}
    assert said["gone"][0]["state"] == "gone"


def test_what_was_never_public_is_not_told_as_gone(world):
    item_propose(unit=world.health, content=content("Usulan"), by=OPERATOR)
    excluded(world.health, number="9/2026")

    assert codes(pull(since="2020-01-01T00:00:00Z")) == ([], [])


def test_a_file_that_is_added_or_removed_changes_its_item(world):
    item = published(world.health, world.root)
    long_ago(item)
    since = (timezone.now() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    file = file_add(item=item, content=PDF, name="a.pdf", by=OPERATOR)
    added = codes(pull(since=since))
    long_ago(item)
    file_remove(file=file, by=OPERATOR)

    assert (added, codes(pull(since=since))) == (([item.code], []), ([item.code], []))


def test_pages_follow_one_another_without_gap_or_repetition(world):
    for number in range(7):
        accepted(world.health, f"Butir {number}")
    fix(world.root)
    address, seen = f"{CHANGES}?limit=3&since=2026-01-01T00:00:00%2B07:00", []
    while address:
        said = call("GET", address.replace("http://testserver", "")).json()
        seen += codes(said)[0]
        address = said["next"]

    assert sorted(seen) == sorted(Item.objects.values_list("code", flat=True))
    assert len(seen) == 7


def test_items_that_change_while_one_pulls_come_again_at_the_end(world):
    for number in range(4):
        accepted(world.health, f"Butir {number}")
    fix(world.root)
    first = pull(limit=3)
    moved = first["items"][0]["code"]
    Item.objects.get(code=moved).save(update_fields=["changed_at"])

    rest = call("GET", first["next"].replace("http://testserver", "")).json()

    assert moved in codes(rest)[0]


def test_the_next_pull_begins_before_the_newest_change(world):
    item = published(world.health, world.root)

    assert pull()["until"] == (Item.objects.get(pk=item.pk).changed_at - SETTLES).isoformat()


def test_a_list_of_one_unit_can_be_asked_for(world):
    published(world.health, world.root)
    other = published(world.social, world.root, "Lain")

    assert codes(pull(unit=world.social.slug)) == ([other.code], [])


def test_an_unchanged_list_answers_that_it_is(world):
    published(world.health, world.root)
    mark = call("GET", CHANGES)["ETag"]

    answer = call("GET", CHANGES, **{"if-none-match": mark})

    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("deed", ["change", "late change"])
def test_every_change_gives_the_list_another_mark(world, deed):
    item, other = published(world.health, world.root), published(world.social, world.root, "Lain")
    long_ago(item)
    mark = call("GET", CHANGES)["ETag"]
    newest = Item.objects.get(pk=other.pk).changed_at
    # a transaction that began earlier and ends later writes a moment before the newest one
    moment = timezone.now() if deed == "change" else newest - timedelta(seconds=5)
    Item.objects.filter(pk=item.pk).update(changed_at=moment)

    assert call("GET", CHANGES, **{"if-none-match": mark}).status_code == 200


def test_other_wishes_have_other_marks(world):
    published(world.health, world.root)

    assert call("GET", CHANGES)["ETag"] != call("GET", f"{CHANGES}?limit=5")["ETag"]


def test_a_day_in_the_head_is_heeded_once_the_list_has_settled(world):
    item = published(world.health, world.root)
    fresh = call("GET", CHANGES, **{"if-modified-since": http_date(timezone.now().timestamp() + 60)})
    long_ago(item)
    settled = call("GET", CHANGES, **{"if-modified-since": http_date(timezone.now().timestamp())})

    assert (fresh.status_code, fresh.has_header("Last-Modified")) == (200, False)
    assert settled.status_code == 304


@pytest.mark.parametrize(
    "since",
    ["0900-03-17T22:20:27.8+23:17", "2026-01-01T00:00:00-16:00", "0001-01-01T00:00:00+23:59",
     "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00", "9999-12-31T23:59:59"],
)  # fmt: skip
def test_a_moment_that_no_database_writes_is_read_all_the_same(db, since):
    assert call("GET", f"{CHANGES}?{urlencode({'since': since})}").status_code == 200
