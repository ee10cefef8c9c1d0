"""Files of items are handed out by their own address alone; one rule says for many rows what it says for one."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from suluh.disclosure.models import Exclusion, Item
from suluh.disclosure.selectors import visible
from suluh.disclosure.services.files import file_add
from suluh.organization.models import Role
from suluh.organization.permissions import may
from suluh.organization.rights import OPERATOR
from tests.disclosure.excluding import excluded
from tests.disclosure.making import published
from tests.support.pdf import PDF
from tests.world import appointed, build_world

ROLES = (
    "outsider", "sibling", "officer", "unit_ppid", "leader", "superior", "ppid", "coordinator", "admin", "stranger",
)  # fmt: skip


@pytest.fixture
def world(db, tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        world = build_world()
        world.outsider = None
        world.stranger = appointed("ppid.embun@arunika.example", Role.PPID, world.village)
        world.unit_ppid = appointed("ppid.dinkes@arunika.example", Role.PPID, world.health)
        world.shown = published(world.health, world.root)
        hidden = published(world.health, world.root, title="Data pasien")
        file_add(item=world.shown, content=PDF, name="terbuka.pdf", by=OPERATOR)
        world.closed_file = file_add(
            item=world.shown, content=PDF, name="tertutup.pdf", public=False, reason="Belum.", by=OPERATOR
        )
        world.hidden_file = file_add(item=hidden, content=PDF, name="pasien.pdf", by=OPERATOR)
        excluded(world.health, hidden)
        world.hidden_code = Item.objects.get(pk=hidden.pk).code
        yield world


def test_addresses_of_closed_and_sealed_files_answer_nobody_outside(world):
    client = Client()
    closed = reverse("disclosure:public-file", args=[world.shown.code, world.closed_file.pk])
    gone = reverse("disclosure:public-file", args=[world.hidden_code, world.hidden_file.pk])

    assert (client.get(closed).status_code, client.get(gone).status_code) == (404, 404)


def test_the_files_folder_is_no_address(world):
    assert Client().get(f"/files/{world.closed_file.stored}").status_code == 404
    assert Client().get(f"/media/{world.closed_file.stored}").status_code == 404


def test_a_file_is_handed_out_as_a_download_that_nothing_interprets(world):
    file = world.shown.files.get(public=True)
    answer = Client().get(file.get_absolute_url())

    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_trusted_says_for_many_rows_what_the_predicate_says_for_one(world):
    excluded(world.village, number="D/1")
    for role in ROLES:
        person = getattr(world, role)
        seen = set(visible.exclusions_visible_to(person).values_list("pk", flat=True))
        assert seen == {one.pk for one in Exclusion.objects.all() if may(person, "exclusion.view", one)}, role
