import json

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from suluh.organization.audit.chain import GENESIS
from suluh.organization.errors import NotAllowed
from suluh.organization.models import ChainHead, Event, EventValue
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sealing import chain_verify, seal_pending, values_erase
from suluh.organization.services.trail import Deed, record, record_many
from suluh.organization.services.units import unit_change

REFUSED = (InternalError, ProgrammingError)


def test_a_deed_leaves_who_as_which_role_what_and_on_what(world):
    unit_change(unit=world.health, by=world.coordinator, short_name="Dinkes")
    event = Event.objects.latest("id")
    assert (event.code, event.actor, event.role, event.unit, event.subject) == (
        "unit.changed", f"person:{world.coordinator.pk}", "coordinator", world.health, f"unit:{world.health.pk}",
    )  # fmt: skip


def test_a_deed_that_fails_leaves_no_event(world):
    before = Event.objects.count()
    with pytest.raises(NotAllowed):
        unit_change(unit=world.health, by=world.sibling, short_name="x")
    assert Event.objects.count() == before


def test_an_unregistered_code_is_refused(world):
    with pytest.raises(LookupError):
        record("unit.vanished", on=world.health, by=OPERATOR)


@pytest.mark.parametrize("name", ["password", "api_token", "client_secret", "kata_sandi"])
def test_values_that_look_secret_are_refused(world, name):
    with pytest.raises(ValueError, match=name):
        record("unit.changed", on=world.health, by=OPERATOR, **{name: "x"})


def test_many_deeds_leave_an_event_each_as_one_deed_would(world):
    deeds = [Deed(f"request:{number}", unit, {"fields": "é", "n": number}) for number, unit in enumerate(
        [world.health, world.social, None])]  # fmt: skip
    with transaction.atomic():
        assert record_many("unit.changed", deeds, by=world.coordinator) == 3
    rows = Event.objects.filter(subject__startswith="request:").select_related("value").order_by("id")

    assert [(row.subject, row.unit, row.role, row.actor, row.value.data) for row in rows] == [
        (deed.on, deed.unit, "coordinator", f"person:{world.coordinator.pk}", deed.values) for deed in deeds
    ]
    seal_pending()
    assert chain_verify().ok


def test_many_deeds_of_a_kind_that_nobody_registered_are_refused(world):
    with pytest.raises(LookupError):
        record_many("unit.vanished", [Deed("unit:1", None)], by=None)


def test_no_deeds_leave_no_event(world):
    before = Event.objects.count()
    with transaction.atomic():
        assert record_many("unit.changed", [], by=None) == 0
    assert Event.objects.count() == before


def test_the_sealer_chains_events_in_order_from_the_genesis(world):
    sealed = seal_pending()
    rows = list(Event.objects.order_by("seq").values_list("seq", "previous", "digest"))
    assert sealed == len(rows) > 5
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert [row[1] for row in rows] == [GENESIS, *(row[2] for row in rows[:-1])]


def test_sealing_in_batches_makes_one_valid_chain(world):
    while seal_pending(limit=2):
        pass
    report = chain_verify()
    assert report.ok
    assert report.sealed == report.events == Event.objects.count()


def test_nothing_waiting_seals_nothing(world):
    seal_pending()
    assert seal_pending() == 0


def test_events_of_now_are_an_unsealed_tail_and_in_order(world):
    report = chain_verify()
    assert (report.sealed, report.ok) == (0, True)
    assert report.tail_seconds < 300


def test_erasing_values_leaves_the_chain_valid_and_the_words_gone(world):
    unit_change(unit=world.health, by=world.coordinator, name="Dinas Rahasia")
    seal_pending()
    named = EventValue.objects.filter(data__fields__contains=["name"])
    assert values_erase(events=Event.objects.filter(value__in=named), reason="permintaan", by=world.admin) == 1
    seal_pending()
    assert chain_verify().ok
    assert not EventValue.objects.filter(data__fields__contains=["name"]).exists()


def test_only_an_administrator_erases(world):
    with pytest.raises(NotAllowed):
        values_erase(events=Event.objects.all(), reason="x", by=world.coordinator)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organization_event SET subject = 'x'",
        "UPDATE organization_event SET digest = 'x'",
        "DELETE FROM organization_event",
        "UPDATE organization_eventvalue SET data = '{}'",
        "DELETE FROM organization_eventvalue",
    ],
)
def test_the_database_refuses_to_change_history(world, statement):
    seal_pending()
    with pytest.raises(REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("organization_event", "organization_eventvalue"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_keep")
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("UPDATE organization_event SET role = 'admin' WHERE seq = 2", "altered"),
        ("UPDATE organization_eventvalue SET data = data || '{\"name\": \"lain\"}'", "values_altered"),
        ("DELETE FROM organization_eventvalue WHERE event_id = (SELECT id FROM organization_event WHERE seq = 2)",
         "values_altered"),
        ("UPDATE organization_event SET previous = repeat('a', 64) WHERE seq = 3", "forks"),
    ],
)  # fmt: skip
def test_whoever_gets_past_the_database_is_found_by_the_chain(world, statement, key):
    seal_pending()
    tamper(statement)
    report = chain_verify()
    assert report.as_dict()[key] >= 1
    assert not report.ok


def test_a_cut_off_tail_is_found_against_the_noted_head(world):
    seal_pending()
    last = ChainHead.objects.get().seq
    tamper(
        f"DELETE FROM organization_eventvalue WHERE event_id = (SELECT id FROM organization_event WHERE seq = {last})"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM organization_event WHERE seq = {last}")
    assert chain_verify().gaps == 1


def test_a_person_may_be_removed_and_the_chain_stays_valid(world):
    unit_change(unit=world.social, by=world.sibling, contact_mail="dinsos@arunika.example")
    seal_pending()
    world.sibling.delete()
    assert chain_verify().ok


def test_no_value_of_an_event_holds_a_password(world):
    from suluh.organization.services.people import person_add

    person_add(email="rahasia@arunika.example", name="R", by=world.admin, password="sangat-rahasia-99")
    assert "sangat-rahasia-99" not in json.dumps([value.data for value in EventValue.objects.all()])


def test_an_event_outside_a_transaction_is_refused(transactional_db):
    with pytest.raises(ValueError, match="transaction"):
        record("unit.changed", on="unit:1", by=None)
