"""Role × state × channel: nobody is shown what is not for them, and every rule that hides it would be missed."""

from __future__ import annotations

import inspect
import pkgutil
import re
import sys
from importlib import import_module
from typing import Any

import pytest
from django.core import mail
from django.db.models import Q
from django.test import override_settings
from django.utils import timezone
from rules.permissions import permissions

from suluh.deadlines.models import Reminder
from suluh.deadlines.services.reminders import reminder_send, reminders_make
from suluh.disclosure import selectors
from suluh.disclosure.models import Assignment, Exclusion, InformationRequest, Item, SealedFile
from suluh.disclosure.reports import cells
from suluh.disclosure.selectors import (
    decrees,
    exclusions,
    lists,
    objections,
    requests,
    tracking,
    visible,
)
from suluh.disclosure.services import case_files
from suluh.law.papers import Paper
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.predicates import predicate
from tests.disclosure.visibility.channels import shown
from tests.disclosure.visibility.filling import filled_world
from tests.disclosure.visibility.hidden import KEPT_ONLY, OPEN, ROLES, SECRETS


@pytest.fixture
def world(db, tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield filled_world()


def test_no_channel_shows_a_role_what_it_may_not_see_and_those_who_may_do_see_it(world, caplog):
    leaks, missed = [], []
    for role in ROLES:
        seen = set()
        for word, place, status in shown(world, role):
            seen.add(word)
            if role not in SECRETS.get(word, {role}):
                leaks.append((role, word, status, place))
        missed += [(role, word) for word, who in SECRETS.items() if role in who and word not in seen | KEPT_ONLY]
        missed += [(role, word) for word in OPEN if role == "outsider" and word not in seen]
    assert (leaks, missed) == ([], [])
    assert [word for word in SECRETS if word in caplog.text] == []


def test_mail_tells_nobody_what_is_hidden_from_them(world):
    reminders_make(today=timezone.localdate())
    for person in set(Reminder.objects.values_list("person_id", flat=True)):
        reminder_send(person_id=person)

    roles = {getattr(world, role).email: role for role in ROLES if getattr(world, role) is not None}
    assert mail.outbox
    for letter in mail.outbox:
        said = letter.subject + str(letter.body)
        assert [word for word, who in SECRETS.items() if word in said and roles.get(letter.to[0]) not in who] == []


def test_nothing_lies_readable_in_the_stores_that_is_sealed(world, tmp_path):
    kept = [path.read_bytes() + path.name.encode() for path in (tmp_path / "sealed").rglob("*") if path.is_file()]

    assert kept
    assert not any(word.encode() in content for content in kept for word in SECRETS)


def all_of(model: Any) -> Any:
    return lambda *_asked, **_more: model._default_manager.all()


def anything(*_asked: Any, **_more: Any) -> Q:
    return Q()


def first_case(_code: str) -> InformationRequest:
    return InformationRequest.objects.filter(state="answered").earliest("pk")


YES = predicate(lambda _person, _thing: True)
RULES: dict[str, tuple[Any, Any, str, str]] = {
    "PUBLIC": (visible.PUBLIC, Q(), "outsider", ":public-item"),
    "CLOSED": (visible.CLOSED, Q(pk__in=[]), "coordinator", ":item"),
    "trusted": (visible.trusted, anything, "coordinator", ":exclusion"),
    "reach": (visible.reach, anything, "sibling", ":item"),
    "items_public": (visible.items_public, all_of(Item), "outsider", ":public-item"),
    "items_visible_to": (visible.items_visible_to, all_of(Item), "coordinator", ":decree"),
    "items_worked_on_by": (visible.items_worked_on_by, all_of(Item), "sibling", ":item"),
    "files_public": (visible.files_public, all_of(visible.ItemFile), "outsider", ":public-item"),
    "files_visible_to": (visible.files_visible_to, all_of(visible.ItemFile), "outsider", ":public-file"),
    "exclusions_public": (visible.exclusions_public, all_of(Exclusion), "outsider", ":public-exclusions"),
    "exclusions_visible_to": (visible.exclusions_visible_to, all_of(Exclusion), "coordinator", ":exclusion"),
    "exclusions_worked_on_by": (exclusions.exclusions_worked_on_by, all_of(Exclusion), "coordinator", ":exclusions"),
    "proposals_worked_on_by": (
        lists.proposals_worked_on_by, lambda person: lists.ItemVersion.objects.exclude(state="fixed"), "sibling",
        ":items",
    ),
    "decrees_visible_to": (decrees.decrees_visible_to, all_of(decrees.Decree), "sibling", ":decree"),
    "bodies_served": (requests.bodies_served, all_of(requests.Unit), "coordinator", ":request"),
    "requests_visible_to": (requests.requests_visible_to, all_of(InformationRequest), "coordinator", ":request"),
    "objections_visible_to": (
        objections.objections_visible_to, all_of(objections.Objection), "coordinator", ":objection",
    ),
    "handed_files": (tracking.handed_files, lambda request: request.files.all(), "tracker", ":track-file"),
    "request_by_code": (tracking.request_by_code, first_case, "outsider", ":track-letter"),
    "without_persons": (cells.without_persons, lambda text: text, "outsider", ":public-register"),
    "may_open": (case_files.may_open, lambda file, person: True, "superior", ":case-file"),
}  # fmt: skip
"""Rule, what stands for it, and where a role would then see too much."""
ELSEWHERE = {
    "mails_visible_to": "tests/matrix/routes_persons.py: whoever does not serve the body gets 404",
    "mail_files_visible_to": "the same",
    "items_ever_public": "tests/api/test_changes.py, test_what_was_never_public_is_not_told_as_gone",
    "sealed_visible_to": "test_sealed_files_follow_their_exclusion",
    "assignments_visible_to": "test_a_unit_finds_its_own_assignments_alone",
}
"""Rules behind which a second one holds, so that no page shows the loss of the first."""
ACTIONS = {
    "sealed.open": ("officer", ":sealed-file"),
    "request.identity": ("superior", ":request-identity"),
    "request.bring": ("coordinator", ":assignment"),
}


def leaks(world: Any, role: str, only: str) -> bool:
    return any(role not in SECRETS.get(word, {role}) for word, _place, _status in shown(world, role, only))


def instead_everywhere(patch: pytest.MonkeyPatch, rule: Any, instead: Any) -> None:
    """Put `instead` wherever a room has `rule` at hand."""
    for name, module in list(sys.modules.items()):
        if name.startswith("suluh."):
            for word, value in list(vars(module).items()):
                if value is rule:
                    patch.setattr(module, word, instead)


def test_every_rule_that_hides_would_be_missed(world, monkeypatch):
    unmissed = []
    for name, (rule, instead, role, only) in RULES.items():
        with monkeypatch.context() as patch:
            instead_everywhere(patch, rule, instead)
            if not leaks(world, role, only):
                unmissed.append(name)
    assert unmissed == []


def test_the_personal_columns_of_a_register_would_be_missed(world, monkeypatch):
    monkeypatch.setattr(Paper, "public_parts", property(lambda paper: paper.parts))
    assert leaks(world, "outsider", ":public-register")


@pytest.mark.parametrize("action", ACTIONS)
def test_every_right_to_open_something_would_be_missed(world, monkeypatch, action):
    monkeypatch.setitem(permissions, action, YES)
    assert leaks(world, *ACTIONS[action])


def test_no_rule_is_left_out():
    sign = re.compile(r"_(public|visible_to|worked_on_by|served)$|^(handed_files|trusted|request_by_code)$")
    found = set()
    for module in pkgutil.iter_modules(selectors.__path__):
        read = import_module(f"{selectors.__name__}.{module.name}")
        found |= {
            name
            for name, value in vars(read).items()
            if inspect.isfunction(value) and value.__module__ == read.__name__ and sign.search(name)
        }
    assert found - set(RULES) - set(ELSEWHERE) == set()


def test_sealed_files_follow_their_exclusion(world):
    for role in ROLES:
        person = _person(world, role)
        wanted = {one.pk for one in SealedFile.objects.all() if may(person, "exclusion.view", one.exclusion)}
        assert set(visible.sealed_visible_to(person).values_list("pk", flat=True)) == wanted, role


def test_a_unit_finds_its_own_assignments_alone(world):
    found = {role: requests.assignments_visible_to(_person(world, role)).exists() for role in ROLES}

    assert Assignment.objects.exists()
    assert [role for role, sees in found.items() if not sees] == ["outsider", "tracker", "sibling", "stranger"]


def _person(world: Any, role: str) -> Any:
    person = getattr(world, role)
    return Person.objects.get(pk=person.pk) if person is not None else None
