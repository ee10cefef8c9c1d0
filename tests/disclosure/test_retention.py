"""Personal data goes when its time has passed, an officer has approved it and nothing holds it back."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.deadlines.models import Clock
from suluh.disclosure import private_store
from suluh.disclosure.errors import NothingDue
from suluh.disclosure.models import (
    Answer,
    Applicant,
    Assignment,
    CaseFile,
    CaseNote,
    InformationRequest,
    Letter,
    LetterPrint,
    RetentionRun,
)
from suluh.disclosure.selectors.figures import figures_of
from suluh.disclosure.selectors.registers import RegisterQuery, register_lines
from suluh.disclosure.selectors.retention import retention_page
from suluh.disclosure.services.assignments import note_write
from suluh.disclosure.services.case_files import case_file_add
from suluh.disclosure.services.leftovers import leftovers_remove
from suluh.disclosure.services.objections import objection_file
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.disclosure.services.retention import (
    destruction_approve,
    destruction_carry_out,
    hold_lift,
    hold_place,
    term_set,
)
from suluh.law.retention import ended_until
from suluh.organization.errors import AlreadyRecorded, NotAllowed
from suluh.organization.models import Event, EventValue
from suluh.organization.services.sealing import chain_verify, seal_pending
from tests.disclosure.asking import NIK, asked, drafted, running
from tests.support.pdf import PDF

SERIES = ("proofs", "applicants")


@pytest.fixture(autouse=True)
def on_a_monday(time_machine, settings, tmp_path):
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case(world) -> InformationRequest:
    """A request that was answered in full on 16 March 2026; its window for objections ended in May."""
    made = running(world.root, world.service)
    case_file_add(request=made, purpose="identity", content=PDF, name="ktp.pdf", by=None)
    case_file_add(request=made, purpose="handed", content=PDF, name="data.pdf", by=world.service)
    note_write(request=made, text="Pemohon Satu menelepon", by=world.service)
    Assignment.objects.create(
        request=made, unit=world.health, asks="Data yang diminta Pemohon Satu", due=date(2026, 3, 20), state="brought",
        reply="Untuk Pemohon Satu", replied_at=timezone.now(),
    )  # fmt: skip
    named = {"opening": "Pemohon Satu yang kami hormati,", "closing": "Terima kasih, Pemohon Satu."}
    answer = drafted(made, world.service, words="Yth. Pemohon Satu, informasi terlampir.", **named)
    answer_sign(answer=answer, seen=InformationRequest.objects.get().version, by=world.ppid)
    return InformationRequest.objects.get()


def close_clocks(case) -> None:
    """The window for objections has passed unused."""
    Clock.objects.filter(ended_on__isnull=True).update(state="frozen", ended_on=date(2026, 5, 11))


def lines_of(world, day=None):
    page = retention_page(world.root, world.ppid, day or timezone.localdate())
    return {line.series.code: line for line in page.lines}


def public_register(world):
    given = {"tahun": "2026"}
    return [
        list(register_lines(RegisterQuery.from_address(kind, world.root, given, public=True)))
        for kind in ("permohonan", "keberatan")
    ]


def destroy(world, series, callbacks):
    with callbacks(execute=True):
        run = destruction_approve(body=world.root, series=series, record_number="BA 1/2031", by=world.ppid)
        destruction_carry_out(run_id=run.pk)
    return RetentionRun.objects.get(pk=run.pk)


def test_nothing_is_due_before_its_day(world, case, time_machine):
    close_clocks(case)
    time_machine.move_to("2027-05-11 02:00:00+07:00")
    assert lines_of(world)["proofs"].due == 1
    time_machine.move_to("2027-05-10 02:00:00+07:00")
    assert (lines_of(world)["proofs"].due, lines_of(world)["proofs"].soon) == (0, 1)
    with pytest.raises(NothingDue):
        destruction_approve(body=world.root, series="proofs", record_number="1", by=world.ppid)


def test_proofs_go_with_their_bytes_and_the_rest_stays(world, case, time_machine, django_capture_on_commit_callbacks):
    close_clocks(case)
    stored = CaseFile.objects.get(purpose="identity").stored
    time_machine.move_to("2028-01-10 02:00:00+07:00")

    assert destroy(world, "proofs", django_capture_on_commit_callbacks).done == 1
    with pytest.raises(FileNotFoundError):
        private_store.read(stored)
    assert [file.purpose for file in CaseFile.objects.all()] == ["handed"]
    assert Applicant.objects.get().name == "Pemohon Satu"


def test_after_its_time_nothing_leads_to_the_person_and_the_public_register_reads_as_before(
    world, case, time_machine, django_capture_on_commit_callbacks
):
    close_clocks(case)
    before = (public_register(world), [(one.label, one.value) for one in figures_of(world.root, 2026)])
    old_code = case.code
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    destroy(world, "applicants", django_capture_on_commit_callbacks)

    assert before == (public_register(world), [(one.label, one.value) for one in figures_of(world.root, 2026)])
    kept = [
        list(model.objects.values_list())
        for model in (Applicant, InformationRequest, Assignment, Answer, Letter, CaseNote, EventValue)
    ]
    for told in ("Pemohon Satu", "pemohon@warga.example", "Jalan Fajar", "0000-1234", old_code, NIK[-4:] + "'"):
        assert told not in str(kept)
    assert not CaseFile.objects.exclude(purpose="decree").exists()
    assert not LetterPrint.objects.exists()
    assert Client().get(reverse("disclosure:track", args=[old_code])).status_code == 404


def test_the_trail_tells_of_the_destruction_without_the_data_and_its_chain_stays_valid(
    world, case, time_machine, django_capture_on_commit_callbacks
):
    close_clocks(case)
    while seal_pending():
        pass
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    destroy(world, "applicants", django_capture_on_commit_callbacks)
    while seal_pending():
        pass

    assert Event.objects.filter(code="retention.destroyed", subject=case.subject).count() == 1
    assert Event.objects.filter(code="retention.approved", person=world.ppid).count() == 1
    report = chain_verify()
    assert (report.forks, report.gaps) == (0, 0)


def test_a_hold_keeps_everything_until_it_is_lifted(world, case, time_machine, django_capture_on_commit_callbacks):
    close_clocks(case)
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    hold = hold_place(applicant=case.applicant, reason="Pemeriksaan BPK", by=world.superior)

    for series in SERIES:
        with pytest.raises(NothingDue):
            destruction_approve(body=world.root, series=series, record_number="1", by=world.ppid)
    page = retention_page(world.root, world.ppid, timezone.localdate())
    assert [(one.number, one.why) for one in page.held] == [(case.number, "Pemeriksaan BPK")]
    with pytest.raises(AlreadyRecorded):
        hold_place(applicant=case.applicant, reason="Lagi", by=world.ppid)

    hold_lift(hold=hold, by=world.ppid)
    assert destroy(world, "applicants", django_capture_on_commit_callbacks).done == 1


def test_a_hold_that_comes_after_the_approval_still_holds(world, case, time_machine):
    close_clocks(case)
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    run = destruction_approve(body=world.root, series="applicants", record_number="1", by=world.ppid)
    hold_place(applicant=case.applicant, reason="Gugatan", by=world.superior)

    assert destruction_carry_out(run_id=run.pk) == 0
    assert Applicant.objects.get().name == "Pemohon Satu"


def test_an_open_clock_or_objection_holds_by_itself(world, case, time_machine):
    time_machine.move_to("2026-03-17 02:00:00+00:00")
    objection_file(request=case, grounds=["d"], position="Tidak sesuai", by=None)
    assert Clock.objects.filter(ended_on__isnull=True).exists()
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    assert (lines_of(world)["applicants"].due, lines_of(world)["applicants"].held) == (0, 1)


def test_an_open_request_is_never_due(world, time_machine):
    asked(world.root)
    time_machine.move_to("2036-01-14 02:00:00+07:00")

    assert all(line.due == 0 for line in lines_of(world).values())


def test_a_body_sets_the_years_of_its_own_schedule(world, case, time_machine):
    close_clocks(case)
    term_set(body=world.root, series="applicants", years=2, decree="Perbup 3/2025", by=world.ppid)
    time_machine.move_to("2028-06-12 02:00:00+07:00")

    assert (lines_of(world)["applicants"].years, lines_of(world)["applicants"].due) == (2, 1)


def test_carried_out_twice_nothing_is_done_twice(world, case, time_machine, django_capture_on_commit_callbacks):
    close_clocks(case)
    time_machine.move_to("2032-01-12 02:00:00+07:00")
    run = destroy(world, "applicants", django_capture_on_commit_callbacks)

    assert destruction_carry_out(run_id=run.pk) == 1
    assert Event.objects.filter(code="retention.destroyed").count() == 1


@pytest.mark.parametrize("person", ["service", "superior", "officer", "coordinator", "admin"])
def test_the_ppid_alone_approves(world, case, person):
    with pytest.raises(NotAllowed):
        destruction_approve(body=world.root, series="proofs", record_number="1", by=getattr(world, person))


def test_a_village_destroys_its_own_alone(world, case, time_machine, django_capture_on_commit_callbacks):
    close_clocks(case)
    time_machine.move_to("2032-01-12 02:00:00+07:00")

    assert all(line.due == 0 for line in retention_page(world.village, world.ppid, timezone.localdate()).lines)


def test_a_leap_day_has_passed_on_the_first_of_march():
    assert ended_until(1, date(2028, 2, 29)) == date(2027, 3, 1)


def test_files_of_a_broken_off_deed_are_removed_after_a_day(world, case, time_machine):
    left = private_store.keep(PDF)
    assert leftovers_remove() == 0
    time_machine.move_to(timezone.now() + timedelta(days=25_000))

    assert leftovers_remove() == 1
    assert CaseFile.objects.count() == 2
    assert private_store.read(CaseFile.objects.first().stored) == PDF
    with pytest.raises(FileNotFoundError):
        private_store.read(left)
