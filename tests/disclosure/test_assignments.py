"""Collecting material from units, files of cases, settings of the service."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.models import Assignment, CaseFile, CaseNote
from suluh.disclosure.services.assignments import assignment_bring, note_write, request_assign
from suluh.disclosure.services.case_files import case_file_add, case_file_open, file_link, file_of_link
from suluh.disclosure.services.requests_answer import answer_approve, answer_send, answer_sign
from suluh.disclosure.services.service_desk import service_change
from suluh.organization.errors import AlreadyRecorded, NotAllowed, Refused
from suluh.organization.models import Event
from suluh.organization.sockets.duties import duties_of
from tests.disclosure.asking import asked, drafted, running, withheld
from tests.support.pdf import PDF


@pytest.fixture(autouse=True)
def on_a_monday(time_machine, settings, tmp_path):
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def request_in_work(world):
    return running(world.root, world.service)


@pytest.fixture
def assignment(world, request_in_work) -> Assignment:
    (made,) = request_assign(
        request=request_in_work, seen=1, units=[world.health], asks="Rincian anggaran", due=date(2026, 3, 30),
        by=world.service,
    )  # fmt: skip
    return made


def test_the_unit_has_it_on_its_table_and_never_reads_who_asks(world, assignment):
    (duty,) = [one for one in duties_of(world.officer) if "001/PPID/2026" in one.title]
    officer = Client()
    officer.force_login(world.officer)
    page = officer.get(duty.url).content.decode()

    assert "Rincian anggaran" in page
    assert "Pemohon Satu" not in page


def test_a_unit_brings_material_once(world, assignment):
    assignment_bring(assignment=assignment, reply="Terlampir", held=True, files=[("a.pdf", PDF)], by=world.officer)

    assert CaseFile.objects.get().purpose == "material"
    with pytest.raises(NotInThisState):
        assignment_bring(assignment=assignment, reply="Lagi", held=True, by=world.officer)


def test_another_unit_brings_nothing(world, assignment):
    with pytest.raises(NotAllowed):
        assignment_bring(assignment=assignment, reply="Ini", held=True, by=world.sibling)


def test_a_unit_is_asked_once_at_a_time(world, assignment, request_in_work):
    with pytest.raises(AlreadyRecorded):
        request_assign(
            request=request_in_work, seen=2, units=[world.social, world.health], asks="Lagi", due=date(2026, 3, 30),
            by=world.service,
        )  # fmt: skip
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", b"%PDF-1.7 /JavaScript (x) %%EOF", b"\x89PNG broken"])
def test_what_could_hurt_is_refused_with_a_reason(world, request_in_work, content):
    with pytest.raises(Refused) as told:
        case_file_add(request=request_in_work, purpose="handed", content=content, name="a.pdf", by=world.service)
    assert len(told.value.message) > 20
    assert not CaseFile.objects.exists()


def test_a_proof_of_identity_is_opened_by_the_service_alone_and_each_look_is_told(world):
    request = asked(world.root)
    file = case_file_add(request=request, purpose="identity", content=PDF, name="ktp.pdf", by=None)

    for person in (world.superior, world.officer, world.coordinator, world.admin):
        with pytest.raises(NotAllowed):
            case_file_open(file=file, by=person)
    assert case_file_open(file=file, by=world.service) == PDF
    assert Event.objects.filter(code="case-file.opened").count() == 1


def test_a_link_works_for_its_person_and_five_minutes(world, time_machine):
    file = case_file_add(request=asked(world.root), purpose="identity", content=PDF, name="ktp.pdf", by=None)
    word = file_link(file, world.service)

    assert file_of_link(word, world.service) == file.pk
    assert file_of_link(word, world.ppid) is None
    time_machine.shift(301)
    assert file_of_link(word, world.service) is None


def test_a_refusal_is_signed_with_approval_and_decree(world, request_in_work):
    answer = drafted(request_in_work, world.ppid, **withheld(world.health))
    answer_send(answer=answer, seen=2, by=world.ppid)
    answer_approve(answer=answer, seen=3, by=world.superior)
    letter = answer_sign(answer=answer, seen=4, by=world.ppid)

    assert letter.kind == "refusal"
    told = {code: text for code, _label, text in letter.parts}
    assert world.superior.name in told["approval"]
    assert told["decree"].startswith("Nomor 77/2026")


def test_what_was_approved_is_approved_again_after_a_change(world, request_in_work):
    answer = drafted(request_in_work, world.ppid, **withheld(world.health))
    answer_send(answer=answer, seen=2, by=world.ppid)
    answer_approve(answer=answer, seen=3, by=world.superior)
    request_in_work.version = 4

    assert drafted(request_in_work, world.ppid, **withheld(world.health), words="Lain").approved_at is None


def test_the_requester_gets_the_files_once_the_answer_is_signed(world, request_in_work):
    file = case_file_add(request=request_in_work, purpose="handed", content=PDF, name="data.pdf", by=world.service)
    address = reverse("disclosure:track-file", args=[request_in_work.code, file.pk])
    assert Client().get(address).status_code == 404

    answer_sign(answer=drafted(request_in_work, world.service), seen=2, by=world.ppid)
    assert Client().get(address).content == PDF


def test_the_requester_never_gets_what_a_unit_brought(world, assignment, request_in_work):
    assignment_bring(assignment=assignment, reply="Ini", held=True, files=[("a.pdf", PDF)], by=world.officer)
    request_in_work.version = 2
    answer_sign(answer=drafted(request_in_work, world.service), seen=3, by=world.ppid)
    address = reverse("disclosure:track-file", args=[request_in_work.code, CaseFile.objects.get().pk])

    assert Client().get(address).status_code == 404


def test_the_words_of_a_note_stay_out_of_the_trail(world, request_in_work):
    note_write(request=request_in_work, text="Hubungi pemohon", by=world.superior)

    assert CaseNote.objects.get().text == "Hubungi pemohon"
    assert "Hubungi" not in str(Event.objects.filter(code="request.noted").values("value__data"))
    with pytest.raises(NotAllowed):
        note_write(request=request_in_work, text="Saya", by=world.officer)


def test_numbers_follow_the_pattern_that_the_ppid_sets(world):
    service_change(body=world.root, by=world.ppid, request_pattern="PPID-{tahun}-{nomor}")
    assert asked(world.root).number == "PPID-2026-001"

    with pytest.raises(Refused):
        service_change(body=world.root, by=world.ppid, request_pattern="{nomor}")
    with pytest.raises(NotAllowed):
        service_change(body=world.root, by=world.service, request_pattern="{nomor}/{tahun}")
