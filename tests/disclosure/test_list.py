"""From a unit's proposal to the published list."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.disclosure.errors import DecreeEmpty, DecreeRunning, DecreeState, NumberTaken, VersionClosed, VersionOpen
from suluh.disclosure.models import DecreeLine, Item, ItemVersion
from suluh.disclosure.selectors.decrees import decree_changes
from suluh.disclosure.selectors.visible import items_public
from suluh.disclosure.services.decrees import decree_approve, decree_prepare, decree_return, decree_send
from suluh.disclosure.services.items import (
    item_propose,
    item_propose_change,
    item_propose_removal,
    version_accept,
    version_return,
    version_withdraw,
)
from suluh.disclosure.services.refreshing import refresh_day
from suluh.disclosure.templatetags.disclosure import article
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.organization.naming import fold
from suluh.organization.rights import OPERATOR
from tests.disclosure.making import accepted, content, fix, published


def test_a_proposal_is_public_only_once_a_decree_fixes_it(world):
    version = item_propose(unit=world.health, content=content(), by=world.officer)
    version_accept(version=version, category="setiap-saat", law_code="T-c", by=world.ppid)
    assert not items_public().exists()

    decree = decree_prepare(body=world.root, number="03/PPID/2026", day=date(2026, 4, 1), by=world.ppid)
    decree_send(decree=decree, by=world.ppid)
    assert not items_public().exists()

    decree_approve(decree=decree, by=world.superior)
    assert [item.title for item in items_public()] == [content().title]


def test_a_decree_writes_every_column_as_it_was_accepted(world):
    said = content(
        "Élan Laporan Ünit", summary="", category="berkala", law_code="B-c", made_on=None, made_at="", softcopy=False,
        hardcopy=True, retention="Permanen", link="https://dinkes.arunika.example/laporan",
    )  # fmt: skip
    version = item_propose(unit=world.health, content=said, by=OPERATOR)
    version_accept(version=version, category=said.category, law_code=said.law_code, by=OPERATOR)
    decree = fix(world.root)
    item = version.item
    item.refresh_from_db()

    assert item.content == said
    assert (item.sort_key, item.version, item.decree) == (fold(said.title), 1, decree)
    assert item.published_at == item.changed_at == decree.approved_at


def test_numbers_run_by_unit_and_are_never_used_twice(world):
    codes = [item_propose(unit=world.health, content=content(), by=OPERATOR).item.code for _ in range(2)]

    assert codes == ["DKS-001", "DKS-002"]


def test_what_is_proposed_again_leaves_the_public_words_until_the_next_decree(world):
    item = published(world.health, world.root)
    version = item_propose_change(item=item, content=content("Jadwal baru"), by=world.officer)
    item.refresh_from_db()
    assert item.title == content().title

    version_accept(version=version, category="setiap-saat", law_code="T-c", by=world.ppid)
    decree = fix(world.root, "04/PPID/2026")
    item.refresh_from_db()
    (changed,) = decree_changes(decree, OPERATOR)
    assert item.title == "Jadwal baru"
    assert [(part.name, part.old, part.new) for part in changed.parts] == [("title", content().title, "Jadwal baru")]


def test_a_decree_takes_an_item_off_the_list(world):
    item = published(world.health, world.root)
    version = item_propose_removal(item=item, by=world.officer)
    version_accept(version=version, category="setiap-saat", law_code="T-c", by=world.ppid)

    decree = fix(world.root, "04/PPID/2026")

    assert not items_public().exists()
    assert [line.change for line in decree.lines.all()] == [DecreeLine.Change.REMOVED]


def test_a_decree_names_the_whole_list_and_what_stays_is_kept(world):
    published(world.health, world.root)
    accepted(world.social, "Data penerima bantuan menurut kecamatan")

    decree = fix(world.root, "04/PPID/2026")

    assert sorted(decree.lines.values_list("change", flat=True)) == ["added", "kept"]


def test_a_returned_proposal_is_mended_in_place(world):
    version = item_propose(unit=world.health, content=content(), by=world.officer)
    version_return(version=version, note="Sebut tahunnya.", by=world.ppid)

    mended = item_propose_change(item=version.item, content=content("Jadwal 2026, lengkap"), by=world.officer)

    assert (mended.pk, mended.state) == (version.pk, ItemVersion.State.PROPOSED)
    assert Item.objects.get().title == "Jadwal 2026, lengkap"


def test_an_accepted_change_waits_for_its_decree(world):
    version = accepted(world.health)

    with pytest.raises(VersionOpen):
        item_propose_change(item=version.item, content=content("Lain"), by=world.officer)


def test_a_proposal_is_decided_once(world):
    version = accepted(world.health)

    with pytest.raises(VersionClosed):
        version_return(version=version, note="Terlambat", by=world.ppid)


def test_what_lies_with_the_superior_is_not_taken_back(world):
    version = accepted(world.health)
    decree = decree_prepare(body=world.root, number="1", day=date(2026, 4, 1), by=OPERATOR)
    decree_send(decree=decree, by=OPERATOR)

    with pytest.raises(VersionClosed):
        version_withdraw(version=version, by=world.officer)


def test_a_returned_decree_frees_its_lines(world):
    version = accepted(world.health)
    decree = decree_prepare(body=world.root, number="1", day=date(2026, 4, 1), by=OPERATOR)
    decree_send(decree=decree, by=OPERATOR)
    decree_return(decree=decree, note="Lengkapi masa simpan.", by=world.superior)

    version_withdraw(version=version, by=world.officer)

    with pytest.raises(DecreeEmpty):
        decree_send(decree=decree, by=world.ppid)


def test_a_decree_is_approved_once(world):
    accepted(world.health)
    decree = fix(world.root)

    with pytest.raises(DecreeState):
        decree_approve(decree=decree, by=world.superior)


def test_one_decree_is_prepared_at_a_time_and_numbers_are_used_once(world):
    accepted(world.health)
    fix(world.root, "1")
    with pytest.raises(NumberTaken):
        decree_prepare(body=world.root, number="1", day=date(2026, 4, 2), by=world.ppid)

    decree_prepare(body=world.root, number="2", day=date(2026, 4, 2), by=world.ppid)
    with pytest.raises(DecreeRunning):
        decree_prepare(body=world.root, number="3", day=date(2026, 4, 2), by=world.ppid)


def test_a_village_s_items_are_not_in_the_government_s_decree(world):
    accepted(world.village, "APB Desa 2026", law_code="D-5", category="berkala")
    accepted(world.health)

    decree = fix(world.root)

    assert [line.item.unit for line in decree.lines.all()] == [world.health]


def test_the_ppid_does_not_approve_the_own_decree(world):
    accepted(world.health)
    decree = decree_prepare(body=world.root, number="1", day=date(2026, 4, 1), by=world.ppid)
    decree_send(decree=decree, by=world.ppid)

    with pytest.raises(NotAllowed):
        decree_approve(decree=decree, by=world.ppid)


def test_only_the_unit_or_its_ppid_proposes(world):
    for person in (world.sibling, world.coordinator, world.leader):
        with pytest.raises(NotAllowed):
            item_propose(unit=world.health, content=content(), by=person)


def test_periodic_items_have_a_day_of_refresh_within_six_months(world):
    periodic = published(world.health, world.root, "Laporan kinerja 2025", category="berkala", law_code="B-c")
    other = published(world.health, world.root)

    assert periodic.refresh_due == refresh_day(timezone.localdate(periodic.published_at))
    assert other.refresh_due is None
    assert refresh_day(date(2026, 8, 31)) == date(2027, 2, 28)


def test_every_step_is_told_in_the_trail(world):
    published(world.health, world.root)

    told = set(Event.objects.values_list("code", flat=True))
    assert told >= {"item.proposed", "item.accepted", "decree.prepared", "decree.sent", "decree.approved"}


def test_the_page_of_an_item_says_class_and_mandatory_item_in_words(world):
    item = published(world.health, world.root)
    client = Client()
    client.force_login(world.officer)
    page = client.get(reverse("disclosure:item", args=[item.code])).content.decode()

    assert f"<dd>{item.get_category_display()}</dd>" in page
    assert f"<dd>{item.category}</dd>" not in page
    assert f"<dd>{article(item.law_code)}</dd>" in page
