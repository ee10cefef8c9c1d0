"""What is excluded: tested first, approved by the head, sealed, opened when its time ends."""

from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from suluh.deadlines.selectors import open_clock
from suluh.disclosure.errors import ExclusionIncomplete, ExclusionState, FileRefused
from suluh.disclosure.models import Exclusion, Item, ItemFile, SealedFile
from suluh.disclosure.selectors.visible import files_public, items_public
from suluh.disclosure.services.exclusions import (
    exclusion_approve,
    exclusion_draft,
    exclusion_open,
    exclusion_send,
    exclusions_open_due,
)
from suluh.disclosure.services.files import file_add
from suluh.disclosure.services.sealing_files import sealed_add, sealed_read
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, EventValue
from suluh.organization.rights import OPERATOR
from suluh.organization.sealed import CannotOpen
from tests.disclosure.excluding import excluded, sheet
from tests.disclosure.making import published
from tests.support.pdf import PDF


@pytest.fixture(autouse=True)
def stores(tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield tmp_path


def test_the_ppid_tests_and_the_head_alone_approves(world):
    made = exclusion_draft(unit=world.health, number="1", sheet=sheet(), by=world.ppid)
    exclusion_send(exclusion=made, by=world.ppid)
    for person in (world.ppid, world.superior, world.coordinator, world.officer):
        with pytest.raises(NotAllowed):
            exclusion_approve(exclusion=made, decree_number="2", decree_day=date(2026, 4, 2), by=person)

    exclusion_approve(exclusion=made, decree_number="2", decree_day=date(2026, 4, 2), by=world.leader)
    assert Exclusion.objects.get().state == Exclusion.State.IN_FORCE


@pytest.mark.parametrize("part", ["law_basis", "harm", "benefit", "grounds", "testers"])
def test_a_test_without_what_the_law_asks_is_not_sent(world, part):
    empty = {part: () if part in ("grounds", "testers") else ""}
    made = exclusion_draft(unit=world.health, number="1", sheet=sheet(**empty), by=world.ppid)

    with pytest.raises(ExclusionIncomplete):
        exclusion_send(exclusion=made, by=world.ppid)


def test_nothing_is_closed_before_the_head_approves(world):
    item = published(world.health, world.root)
    made = exclusion_draft(unit=world.health, number="1", sheet=sheet(), item=item, by=world.ppid)
    exclusion_send(exclusion=made, by=world.ppid)

    assert items_public().get() == item


def test_a_whole_item_leaves_the_list_and_its_files_are_sealed(world, stores, django_capture_on_commit_callbacks):
    item = published(world.health, world.root)
    with django_capture_on_commit_callbacks(execute=True):
        file_add(item=item, content=PDF, name="pasien.pdf", by=OPERATOR)
        excluded(world.health, item)

    assert not items_public().exists()
    assert not ItemFile.objects.exists()
    assert [path for path in (stores / "files").rglob("*") if path.is_file()] == []
    (kept,) = (stores / "sealed").iterdir()
    assert PDF not in kept.read_bytes()
    assert b"pasien" not in kept.name.encode()


def test_the_trail_forgets_what_a_whole_item_was_called(world):
    item = published(world.health, world.root)
    told = EventValue.objects.filter(event__subject=f"item:{item.pk}")
    assert item.title in {value.data.get("title") for value in told}

    excluded(world.health, item)

    assert told.all().exists()
    assert {str(value.data) for value in told.all()} == {"{}"}


def test_a_part_closes_nothing_else(world, django_capture_on_commit_callbacks):
    item = published(world.health, world.root)
    with django_capture_on_commit_callbacks(execute=True):
        file_add(item=item, content=PDF, name="dihitamkan.pdf", by=OPERATOR)
        excluded(world.health, item, scope="part")

    assert items_public().get() == item
    assert files_public().count() == 1


def test_a_part_belongs_to_an_item(world):
    made = exclusion_draft(unit=world.health, number="1", sheet=sheet(scope="part"), by=world.ppid)

    with pytest.raises(ExclusionIncomplete):
        exclusion_send(exclusion=made, by=world.ppid)


def test_it_opens_by_itself_on_the_day_after_its_last(world, django_capture_on_commit_callbacks):
    item = published(world.health, world.root)
    with django_capture_on_commit_callbacks(execute=True):
        file_add(item=item, content=PDF, name="pasien.pdf", by=OPERATOR)
        exclusion = excluded(world.health, item)

    with time_machine.travel(timezone.now() + timedelta(days=730), tick=False):
        assert exclusions_open_due() == 0
    later = timezone.now() + timedelta(days=732)
    with time_machine.travel(later, tick=False), django_capture_on_commit_callbacks(execute=True):
        assert exclusions_open_due() == 1

    exclusion.refresh_from_db()
    assert exclusion.state == Exclusion.State.OPENED
    assert items_public().get() == item
    assert files_public().get().name == "pasien.pdf"
    assert not SealedFile.objects.exists()
    assert list(settings.SEALED_ROOT.iterdir()) == []


def test_information_that_was_on_no_list_opens_as_an_item(world):
    exclusion = excluded(world.health)

    exclusion_open(exclusion=exclusion, reason="Putusan KI", by=world.leader)

    assert items_public().get().title == exclusion.label


def test_the_body_is_warned_thirty_working_days_ahead(world):
    exclusion = excluded(world.health)

    clock = open_clock("exclusion", exclusion.pk, "EXP")
    assert clock is not None
    assert (exclusion.ends_on - clock.due).days >= 40
    assert exclusion.number in clock.title
    assert exclusion.label not in clock.title


def test_a_change_replaces_the_determination_and_takes_its_files(world):
    item = published(world.health, world.root)
    old = excluded(world.health, item)
    sealed_add(exclusion=old, content=PDF, name="a.pdf", by=OPERATOR)

    new = excluded(world.health, number="06/UK/2026", replaces=old, ends_on=timezone.localdate() + timedelta(days=99))

    old.refresh_from_db()
    assert (old.state, new.state, new.item) == (Exclusion.State.REPLACED, Exclusion.State.IN_FORCE, item)
    assert new.sealed_files.count() == 1
    assert open_clock("exclusion", old.pk, "EXP") is None


def test_an_exclusion_is_decided_once(world):
    exclusion = excluded(world.health)

    with pytest.raises(ExclusionState):
        exclusion_approve(exclusion=exclusion, decree_number="2", decree_day=date(2026, 4, 2), by=world.leader)


def test_a_sealed_file_opens_only_for_those_who_may_and_each_time_is_told(world):
    file = sealed_add(exclusion=excluded(world.health), content=PDF, name="pasien.pdf", by=OPERATOR)

    assert sealed_read(file=file, by=world.ppid) == PDF
    for person in (world.officer, world.sibling, world.coordinator, world.admin):
        with pytest.raises(NotAllowed):
            sealed_read(file=file, by=person)
    assert Event.objects.filter(code="sealed.opened").count() == 1


def test_a_sealed_file_does_not_open_under_another_name_or_changed(world):
    file = sealed_add(exclusion=excluded(world.health), content=PDF, name="a.pdf", by=OPERATOR)
    path = settings.SEALED_ROOT / file.stored
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(CannotOpen):
        sealed_read(file=file, by=world.ppid)


def test_the_trail_names_neither_the_information_nor_its_files(world):
    exclusion = excluded(world.health, label="Rahasia umum", exact="Nama pelapor ABC")
    sealed_add(exclusion=exclusion, content=PDF, name="pelapor-abc.pdf", by=OPERATOR)

    told = str(
        list(EventValue.objects.filter(event__code__regex="exclusion|sealed|clock").values_list("data", flat=True))
    )
    for secret in ("Rahasia umum", "ABC", "pelapor-abc", *SealedFile.objects.values_list("stored", flat=True)):
        assert secret not in told


def test_an_excluded_item_takes_no_files_and_a_scripted_upload_is_refused(world):
    item = published(world.health, world.root)

    with pytest.raises(FileRefused):
        file_add(item=item, content=b"<html>", name="a.pdf", by=world.officer)
    assert Item.objects.get() == item
