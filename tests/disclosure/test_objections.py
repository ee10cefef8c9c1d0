"""Objections to the superior, disputes, and answers that become items."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of
from suluh.deadlines.signals import clock_lapsed
from suluh.disclosure.errors import GroundNotFitting, MovedOn, NotInThisState, SamePerson, WindowClosed
from suluh.disclosure.forms_public import new_token
from suluh.disclosure.models import Answer, Item, Objection
from suluh.disclosure.services.disputes import dispute_move, dispute_record
from suluh.disclosure.services.objections import objection_answer, objection_file, objection_withdraw
from suluh.disclosure.services.publishing import request_publish
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Membership, Role
from suluh.organization.rights import grants_forget
from tests.disclosure.asking import drafted, running
from tests.disclosure.excluding import excluded


@pytest.fixture(autouse=True)
def on_a_monday(time_machine):
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)


@pytest.fixture
def answered(world, on_a_monday):
    """A request that was answered on the day it came in."""
    request = running(world.root, world.service)
    answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)
    return request


@pytest.fixture
def objection(world, answered) -> Objection:
    return objection_file(request=answered, grounds=["d"], position="Yang diberikan tahun lain", by=None)


def open_codes(kind, row) -> dict[str, date | None]:
    return {clock.code: clock.due for clock in clocks_of(kind, row.pk) if clock.is_open}


def decide(objection, by, **more):
    fields = {"result": "rejected", "argument": "Jawaban sudah sesuai", **more}
    return objection_answer(objection=objection, seen=objection.version, by=by, **fields)


def test_an_objection_has_a_number_and_the_superior_thirty_working_days(world, answered, objection):
    assert objection.number == "001/KEB-PPID/2026"
    assert list(open_codes("objection", objection)) == ["SUP"]
    assert open_codes("request", answered) == {}


def test_nothing_can_be_objected_to_before_the_answer_or_its_date(world):
    request = running(world.root, world.service)

    with pytest.raises(WindowClosed):
        objection_file(request=request, grounds=["c"], position="Belum dijawab", by=None)


def test_silence_opens_the_window_on_the_day_after_the_date(world, time_machine):
    request = running(world.root, world.service)
    time_machine.move_to("2026-04-07 03:00:00+00:00", tick=False)
    with pytest.raises(WindowClosed):
        objection_file(request=request, grounds=["c"], position="Belum dijawab", by=None)

    time_machine.move_to("2026-04-08 03:00:00+00:00", tick=False)
    assert objection_file(request=request, grounds=["c"], position="Belum dijawab", by=None).pk


def test_the_window_closes_after_thirty_working_days(world, answered, time_machine):
    due = open_codes("request", answered)["OBJ"]
    time_machine.move_to(f"{due:%F} 03:00:00+00:00", tick=False)
    time_machine.shift(24 * 3600)

    with pytest.raises(WindowClosed):
        objection_file(request=answered, grounds=["d"], position="Terlambat", by=None)


@pytest.mark.parametrize("ground", ["a", "c", "f"])
def test_a_ground_fits_what_happened(world, answered, ground):
    with pytest.raises(GroundNotFitting):
        objection_file(request=answered, grounds=[ground], position="Tidak sesuai", by=None)


def test_one_objection_runs_at_a_time_and_a_double_click_gives_one(world, answered):
    token = uuid4()
    made = [
        objection_file(request=answered, grounds=["d"], position="Tidak sesuai", by=None, form_token=token)
        for _ in range(2)
    ]

    assert made[0].pk == made[1].pk
    with pytest.raises(NotInThisState):
        objection_file(request=answered, grounds=["e"], position="Lagi", by=None)


def test_the_superior_decides_in_a_letter_and_the_way_to_the_commission_opens(world, objection):
    letter = decide(objection, world.superior)

    assert list(open_codes("objection", objection)) == ["DSP"]
    pages = PdfReader(BytesIO(bytes(letter.print.pdf))).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Jawaban sudah sesuai" in told
    assert letter.number in told
    assert "14 hari kerja" in told


@pytest.mark.parametrize("person", ["ppid", "service", "coordinator", "leader", "admin"])
def test_nobody_but_the_superior_decides(world, objection, person):
    with pytest.raises(NotAllowed):
        decide(objection, getattr(world, person))


def test_who_signed_the_answer_does_not_decide_even_as_superior(world, objection):
    Membership.objects.create(
        person=world.ppid, unit=world.root, role=Role.SUPERIOR, subtree=True, valid_from=date(2026, 1, 1)
    )
    grants_forget(world.ppid)

    with pytest.raises(SamePerson):
        decide(objection, world.ppid)


def test_two_decisions_at_once_give_one(world, objection):
    decide(objection, world.superior)

    with pytest.raises(MovedOn):
        decide(objection, world.superior, argument="Lain")


def test_an_objection_without_an_answer_lapses_and_the_way_opens(world, objection, time_machine):
    clock = Clock.objects.get(code="SUP")
    time_machine.move_to("2026-05-22 03:00:00+00:00", tick=False)
    clock_lapsed.send(sender=Clock, clock=clock)
    objection.refresh_from_db()

    assert objection.state == "lapsed"
    assert Clock.objects.get(code="DSP").start == clock.due


def test_a_date_of_the_answer_that_passes_opens_the_objection_window(world, time_machine):
    request = running(world.root, world.service)
    time_machine.move_to("2026-04-08 03:00:00+00:00", tick=False)
    clock_lapsed.send(sender=Clock, clock=Clock.objects.get(code="ANS"))

    assert "OBJ" in open_codes("request", request)


@pytest.mark.parametrize("code", ["OBJ", "DSP"])
def test_a_time_the_requester_did_not_use_ends_and_nobody_counts_as_late(world, objection, time_machine, code):
    if code == "OBJ":
        another = running(world.root, world.service)
        answer_sign(answer=drafted(another, world.service), seen=2, by=world.ppid)
    else:
        decide(objection, world.superior)
    clock = Clock.objects.get(code=code, state="running")
    time_machine.move_to("2026-07-22 03:00:00+00:00", tick=False)
    clock_lapsed.send(sender=Clock, clock=clock)
    clock.refresh_from_db()

    assert (clock.state, clock.ended_why) == ("frozen", "tidak digunakan pemohon")


def test_a_withdrawn_objection_keeps_no_clock(world, objection):
    objection_withdraw(objection=objection, seen=0, reason="Sudah diterima", by=world.service)

    assert open_codes("objection", objection) == {}


def test_a_dispute_runs_through_all_stages_with_its_clocks(world, objection):
    decide(objection, world.superior)
    objection.refresh_from_db()
    today = date(2026, 3, 16)
    dispute = dispute_record(objection=objection, seen=objection.version, filed_on=today, by=world.ppid)
    assert set(open_codes("objection", objection)) == {"KI1", "KI2"}

    for stage, clocks in (
        ("begun", {"KI2"}), ("ruled", {"CRT"}), ("court", set()), ("judged", {"CRT-K"}), ("cassation", set()),
    ):  # fmt: skip
        dispute = dispute_move(dispute=dispute, seen=dispute.version, stage=stage, on=today, by=world.ppid)
        assert set(open_codes("objection", objection)) == clocks
        objection.refresh_from_db()
        assert stage != "begun" or objection.clock.code == "KI2", "lists show the date that runs now"


def test_a_won_dispute_proposes_the_item(world, objection):
    decide(objection, world.superior)
    objection.refresh_from_db()
    dispute = dispute_record(objection=objection, seen=objection.version, filed_on=date(2026, 3, 16), by=world.superior)
    with pytest.raises(NotInThisState):
        dispute_move(dispute=dispute, seen=0, stage="closed", on=date(2026, 3, 16), by=world.superior)
    dispute = dispute_move(
        dispute=dispute, seen=0, stage="closed", on=date(2026, 3, 16), by=world.superior, outcome="open"
    )

    assert dispute.opened_item is not None
    assert (dispute.opened_item.law_code, dispute.opened_item.origin) == ("T-q", "request")
    assert open_codes("objection", objection) == {}


def test_an_answer_becomes_an_item_without_the_person(world, answered):
    item = request_publish(
        request=answered, unit=world.health, title="Anggaran sampah 2025", summary="Menurut kecamatan.", by=world.ppid
    )
    assert Item.objects.get(pk=item.pk).origin == "request"

    with pytest.raises(Refused):
        request_publish(
            request=answered, unit=world.health, title="Jawaban untuk Pemohon Satu", summary="Isi.", by=world.ppid
        )


def test_a_requester_objects_by_the_code_and_reads_it_on_the_same_page(world, answered):
    address = reverse("disclosure:track-object", args=[answered.code])
    form = {"grounds": ["d"], "position": "Yang diberikan tahun lain", "token": new_token()}

    assert Client().post(address, form).status_code == 302
    page = Client().get(reverse("disclosure:track", args=[answered.code])).content.decode()
    assert Objection.objects.get().number in page
    assert Client().post(address, {**form, "token": new_token()}).status_code == 422


def test_a_won_dispute_opens_the_exclusion_of_the_refusal_and_no_other_of_its_decree(
    world, objection, settings, tmp_path
):
    settings.SEALED_ROOT = tmp_path
    exclusion, other = excluded(world.health), excluded(world.social, number="06/UK/2026")
    Answer.objects.update(exclusion=exclusion, decree_number=exclusion.decree_number)
    decide(objection, world.superior)
    objection.refresh_from_db()
    today = date(2026, 3, 16)
    dispute = dispute_record(objection=objection, seen=objection.version, filed_on=today, by=world.ppid)
    dispute = dispute_move(dispute=dispute, seen=0, stage="closed", on=today, by=world.ppid, outcome="open")
    exclusion.refresh_from_db()
    other.refresh_from_db()

    assert (exclusion.state, other.state) == ("opened", "force")
    assert dispute.opened_item == exclusion.item
