"""The charter: versions by decision, what a story breaks, and the log of why it may."""

from dataclasses import replace

import pytest

from suluh.kernel.prose import Bounds
from suluh.newsroom.errors import CharterBroken, CharterMoved
from suluh.newsroom.mix import charter_breaches, shares_of
from suluh.newsroom.models import Override, Story
from suluh.newsroom.rules import SUGGESTED, UNWRITTEN, Check, MustNot, Pillar, Rules
from suluh.newsroom.selectors.charter import charter_in_force, rules_in_force
from suluh.newsroom.selectors.versions import charters_differ
from suluh.newsroom.selectors.writing import story_help
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.charter import charter_adopt, charter_draft
from suluh.newsroom.words import Words
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from tests.newsroom.ruling import DECISION, adopted
from tests.newsroom.telling import WORDS, connected, submitted
from tests.world import build_world

EVENTS = Pillar("Kegiatan", ("news",), most=40)


@pytest.fixture
def world(db):
    return build_world()


def test_rules_come_back_from_their_row_as_they_went():
    assert Rules.from_json(SUGGESTED.as_json()) == SUGGESTED


def test_a_draft_holds_only_once_it_is_adopted(world):
    draft = charter_draft(rules=SUGGESTED, reason="", seen=0, by=world.coordinator)
    assert rules_in_force() == UNWRITTEN

    charter_adopt(decision=DECISION, seen=draft.edition, by=world.coordinator)
    assert rules_in_force() == SUGGESTED


def test_a_draft_that_somebody_else_saved_is_not_overwritten(world):
    charter_draft(rules=SUGGESTED, reason="", seen=0, by=world.coordinator)

    with pytest.raises(CharterMoved):
        charter_draft(rules=UNWRITTEN, reason="", seen=0, by=world.admin)


def test_what_was_changed_meanwhile_is_not_adopted(world):
    draft = charter_draft(rules=SUGGESTED, reason="", seen=0, by=world.coordinator)
    charter_draft(rules=UNWRITTEN, reason="", seen=draft.edition, by=world.admin)

    with pytest.raises(CharterMoved):
        charter_adopt(decision=DECISION, seen=draft.edition, by=world.coordinator)


def test_a_new_version_leaves_the_older_one_as_it_was_adopted(world):
    first = adopted()
    draft = charter_draft(rules=SUGGESTED, reason="Kuota", seen=0, by=OPERATOR)
    charter_adopt(decision=DECISION, seen=draft.edition, by=OPERATOR)

    first.refresh_from_db()
    assert first.rules == UNWRITTEN
    assert charter_in_force().number == 2


def test_a_units_officer_drafts_no_charter(world):
    with pytest.raises(NotAllowed):
        charter_draft(rules=SUGGESTED, reason="", seen=0, by=world.officer)


def test_a_story_on_its_way_keeps_the_steps_under_which_it_was_sent(world):
    story = submitted(world)
    adopted(SUGGESTED)

    story.refresh_from_db()
    assert [row["name"] for row in story.route] == ["Meja redaksi"]


def test_a_share_is_told_only_where_there_is_enough():
    few, enough = {"news": 4, "data": 2}, {"news": 7, "data": 5}

    assert [share.percent for share in shares_of(few, [EVENTS])] == [None]
    assert [(share.percent, share.over) for share in shares_of(enough, [EVENTS])] == [(58, True)]


@pytest.mark.parametrize(
    ("rules", "words", "code"),
    [
        (Rules(checks=(Check.CONTACT,)), WORDS, "must:contact"),
        (Rules(checks=(Check.PLACE,)), WORDS, "must:place"),
        (Rules(checks=(Check.DAY,)), WORDS, "must:day"),
        (Rules(checks=(Check.SOURCE,)), replace(WORDS, text="Penderita turun 40 persen."), "must:source"),
        (Rules(checks=(Check.ALT,)), replace(WORDS, media=[{"name": "a"}]), "must:alt"),
        (Rules(must_nots=(MustNot("Kampanye", ("coblos",)),)), replace(WORDS, text="Ayo Coblos!"), "must-not:0"),
        (
            Rules(must_nots=(MustNot("Kampanye", ("coblos",)),)),
            replace(WORDS, variants={"x": "Coblos sekarang"}),
            "must-not:0",
        ),
    ],
)
def test_what_breaks_the_charter_is_told(rules, words, code):
    assert [breach.code for breach in charter_breaches(words, rules, [])] == [code]


def test_a_forbidden_word_inside_another_is_none():
    rules = Rules(must_nots=(MustNot("Kampanye", ("coblos",)),))

    assert charter_breaches(replace(WORDS, text="Pencoblosan ulang dibahas KPU."), rules, []) == []


def test_a_full_pillar_stops_only_its_own_kinds():
    shares = shares_of({"news": 7, "data": 5}, [EVENTS])

    assert [one.code for one in charter_breaches(replace(WORDS, kind="news"), Rules(), shares)] == ["quota:Kegiatan"]
    assert charter_breaches(replace(WORDS, kind="data"), Rules(), shares) == []


def test_a_story_that_breaks_the_charter_needs_a_reason_and_the_log_keeps_it(world):
    charter = adopted(checks=(Check.CONTACT,))
    story, channel = submitted(world), connected(world)
    with pytest.raises(CharterBroken):
        story_approve(story=story, channels=[channel], seen=1, by=world.coordinator)

    story = story_approve(story=story, channels=[channel], seen=1, overrides="Nomor belum ada.", by=world.coordinator)

    told = Override.objects.get()
    assert (told.charter, told.code, told.reason) == (charter, "must:contact", "Nomor belum ada.")
    assert story.state == Story.State.APPROVED


def test_the_writing_help_keeps_to_the_bounds_of_the_charter_in_force(world):
    told = Words("news", "Satu dua tiga empat lima enam", "Petugas menimbang balita di Desa Embun, Senin 6 April 2026.")
    story = submitted(world, words=told)
    assert "title-long" not in codes(story)

    adopted(writing=Bounds(title_words=5))

    assert "title-long" in codes(story)


def test_an_older_version_without_bounds_writes_under_those_of_the_press():
    row = SUGGESTED.as_json()
    del row["writing"]

    assert Rules.from_json(row).writing == Bounds()


def test_two_versions_show_which_bound_was_changed(world):
    first, second = adopted(), adopted(writing=Bounds(title_words=12))

    assert [one.name for one in charters_differ(first, second)] == ["Bantuan menulis"]


def codes(story: Story) -> set[str]:
    return {one.advice.code for one in story_help(story).help.others}
