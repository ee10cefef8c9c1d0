"""Role × state × channel: who may see what is not public, and that every rule that hides it would be missed."""

from __future__ import annotations

import pytest
from django.db.models import Q
from django.test import Client, override_settings
from django.urls import reverse

from suluh.disclosure.models import Exclusion, Item
from suluh.disclosure.selectors import visible
from suluh.disclosure.services.exclusions import exclusion_open
from suluh.disclosure.services.files import file_add
from suluh.disclosure.services.items import item_propose, item_propose_change, version_accept
from suluh.disclosure.services.lexemes import lexemes_refresh
from suluh.disclosure.services.sealing_files import sealed_add
from suluh.organization.models import Person, Role
from suluh.organization.permissions import may
from suluh.organization.rights import OPERATOR
from tests.disclosure.excluding import PDF, excluded
from tests.disclosure.making import accepted, content, fix
from tests.world import appointed, build_world

ROLES = (
    "outsider", "sibling", "officer", "unit_ppid", "leader", "superior", "ppid", "coordinator", "admin", "stranger",
)  # fmt: skip
OFFICE = {"officer", "unit_ppid", "leader", "superior", "ppid", "coordinator", "admin"}
TRUSTED = {"officer", "unit_ppid", "leader", "superior", "ppid"}
SECRETS = {
    "zonaproposal": OFFICE,  # title of a proposal
    "zonachange": OFFICE,  # words of a change that no decree fixed
    "zonaclosedfile": OFFICE,  # name of a file that is not public
    "zonaexcluded": TRUSTED,  # title of an excluded item
    "zonaexact": TRUSTED,  # the exact information
    "zonasealed": TRUSTED - {"officer", "unit_ppid"},  # name of a sealed file
}
"""A word for each state that not everybody may see, and who may."""
OPEN = ("zonapublished", "zonaopened")
SHARED_WORDS = ("", "rute truk", "dua belas kecamatan", "umum", "zonapublishedd")
"""Searches that would find every item; the secrets themselves are not typed, for a page shows what was typed."""


@pytest.fixture
def world(db, tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        world = build_world()
        world.outsider = None
        world.stranger = appointed("ppid.embun@arunika.example", Role.PPID, world.village)
        world.unit_ppid = appointed("ppid.dinkes@arunika.example", Role.PPID, world.health)
        _fill(world)
        yield world


def _fill(world) -> None:
    shown = accepted(world.health, "zonapublished").item
    hidden = accepted(world.health, "zonaexcluded").item
    opened = accepted(world.health, "zonaopened").item
    fix(world.root)
    file_add(item=shown, content=PDF, name="zonapublished.pdf", by=OPERATOR)
    world.closed_file = file_add(
        item=shown, content=PDF, name="zonaclosedfile.pdf", public=False, reason="Belum.", by=OPERATOR
    )
    world.shown = Item.objects.get(pk=shown.pk)
    change = item_propose(unit=world.health, content=content("zonaproposal"), by=OPERATOR)
    version_accept(version=change, category="berkala", law_code="", by=OPERATOR)
    item_propose_change(item=world.shown, content=content("zonapublished", summary="zonachange"), by=OPERATOR)
    world.hidden_file = file_add(item=hidden, content=PDF, name="zonasealed.pdf", by=OPERATOR)
    world.exclusion = excluded(world.health, hidden, label="Data umum", exact="zonaexact")
    sealed_add(exclusion=world.exclusion, content=PDF, name="zonasealed.pdf", by=OPERATOR)
    excluded(world.health, shown, number="P/1", scope="part", label="Sebagian", exact="zonaexact")
    exclusion_open(exclusion=excluded(world.health, opened, number="O/1"), reason="Putusan", by=OPERATOR)
    world.items = list(Item.objects.all())
    world.exclusions = list(Exclusion.objects.all())
    lexemes_refresh()


def addresses(world) -> list[str]:
    """Every channel: pages, search, lists, files, decrees, tests, the trail of the unit."""
    found = [reverse("portal:home"), reverse("disclosure:public-exclusions"), reverse("disclosure:decrees")]
    found += [reverse("disclosure:public-list") + f"?q={word}" for word in SHARED_WORDS]
    found += [reverse("disclosure:items") + f"?tab={tab}" for tab in ("telaah", "dikembalikan", "menunggu", "terbit")]
    for item in world.items:
        found += [reverse(f"disclosure:{name}", args=[item.code]) for name in ("public-item", "item")]
    found += [reverse("disclosure:exclusion", args=[one.pk]) for one in world.exclusions]
    found += [reverse("disclosure:public-export", args=[form]) for form in ("csv", "json", "jsonld", "ttl")]
    found += [
        reverse("disclosure:public-export", args=["json"]) + "?sejak=2020-01-01",
        reverse("disclosure:public-feed"),
    ]
    found += [reverse("disclosure:public-item-data", args=[item.code, "json"]) for item in world.items]
    found += [reverse("disclosure:exclusions"), reverse("disclosure:decree", args=[world.shown.decree_id])]
    return found


def seen_by(world, role: str) -> dict[str, list[str]]:
    """The secret words that a role is shown, with the addresses that show them."""
    client = Client(raise_request_exception=False)
    if (person := getattr(world, role)) is not None:
        client.force_login(Person.objects.get(pk=person.pk))
    shown: dict[str, list[str]] = {}
    for address in addresses(world):
        answer = client.get(address)
        page = b"".join(answer).decode(errors="replace")
        for word in (*SECRETS, *OPEN):
            if word in page:
                shown.setdefault(word, []).append(f"{answer.status_code} {address}")
    return shown


def leaks(world, role: str) -> dict[str, list[str]]:
    """What a role is shown and may not see."""
    return {word: places for word, places in seen_by(world, role).items() if role not in SECRETS.get(word, {role})}


def test_no_channel_shows_a_role_what_it_may_not_see_and_those_who_may_do_see_it(world):
    wrong = {role: found for role in ROLES if (found := leaks(world, role))}
    assert wrong == {}
    for role in ("officer", "ppid", "leader"):
        assert {word for word, who in SECRETS.items() if role in who} | set(OPEN) <= set(seen_by(world, role))


def test_the_public_sees_what_is_open(world):
    assert set(seen_by(world, "outsider")) == set(OPEN)


def test_addresses_of_closed_and_sealed_files_answer_nobody_outside(world):
    client = Client()
    closed = reverse("disclosure:public-file", args=[world.shown.code, world.closed_file.pk])
    gone = reverse("disclosure:public-file", args=["DKS-002", world.hidden_file.pk])

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


RULES = {
    "PUBLIC": Q(),
    "CLOSED": Q(pk__in=[]),
    "trusted": lambda person, road: Q(),
    "reach": lambda person, road="": Q(),
    "files_public": lambda: visible.ItemFile.objects.all(),
    "files_visible_to": lambda person: visible.ItemFile.objects.all(),
}


def test_each_rule_that_hides_would_be_missed(world, monkeypatch):
    closed = reverse("disclosure:public-file", args=[world.shown.code, world.closed_file.pk])
    for rule, instead in RULES.items():
        with monkeypatch.context() as patch:
            patch.setattr(visible, rule, instead)
            for module in ("public_item", "dossier"):
                patch.setattr(f"suluh.disclosure.selectors.{module}.{rule}", instead, raising=False)
            patch.setattr("suluh.disclosure.views.files.files_visible_to", visible.files_visible_to)
            missed = not leaks(world, "outsider") and not leaks(world, "coordinator")
            assert not missed or Client().get(closed).status_code == 200, rule
