"""From a citizen's question to a signed letter."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of
from suluh.disclosure.errors import DayNotPossible, MovedOn, NeedsApproval, NeedsExclusion, NotInThisState
from suluh.disclosure.models import Answer, InformationRequest, Letter, NumberSeries
from suluh.disclosure.services.case_numbers import code_as_kept, new_code, number_by, pattern_fault
from suluh.disclosure.services.requests_answer import (
    answer_approve,
    answer_draft,
    answer_return,
    answer_send,
    answer_sign,
    request_extend,
    request_given,
)
from suluh.disclosure.services.requests_check import (
    request_complete,
    request_incomplete,
    request_lapse,
    request_mended,
    request_withdraw,
)
from suluh.disclosure.services.requests_identity import identity_open
from suluh.disclosure.services.requests_intake import RequestDraft, request_record, request_submit
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, EventValue
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import NIK, applicant, asked, drafted, running

MONDAY = "2026-03-16 03:00:00+00:00"


@pytest.fixture(autouse=True)
def on_a_monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


def open_codes(request: InformationRequest) -> dict[str, date | None]:
    return {clock.code: clock.due for clock in clocks_of("request", request.pk) if clock.is_open}


def fresh(request: InformationRequest) -> InformationRequest:
    return InformationRequest.objects.select_related("clock").get(pk=request.pk)


def test_a_request_has_its_number_at_once_and_the_check_begins(world):
    request = asked(world.root)

    assert request.number == "001/PPID/2026"
    assert open_codes(request) == {"CHK": date(2026, 3, 26)}


def test_the_same_form_sent_twice_is_one_request(world):
    token = uuid4()
    made = [
        request_submit(
            body=world.root, applicant=applicant(), asks=RequestDraft(details="Isi", purpose="Tahu"), form_token=token
        )
        for _ in range(2)
    ]

    assert made[0].pk == made[1].pk
    assert NumberSeries.objects.get().last == 1


def test_numbers_have_no_gap_after_a_rollback(world):
    asked(world.root)
    with pytest.raises(DayNotPossible):
        request_record(
            body=world.root, applicant=applicant(), asks=RequestDraft(details="Isi", purpose="Tahu"), channel="post",
            received_on=date(2026, 4, 1), by=world.service,
        )  # fmt: skip

    assert asked(world.root).number == "002/PPID/2026"


def test_a_village_counts_its_own_requests(world):
    asked(world.root)

    assert asked(world.village).number == "001/PPID/2026"


def test_complete_starts_the_answer_with_both_starting_points(world, time_machine):
    request = asked(world.root)
    time_machine.move_to("2026-03-17 03:00:00+00:00", tick=False)
    request = request_complete(request=request, seen=0, by=world.service)

    assert open_codes(request) == {"ANS": date(2026, 4, 8)}
    assert request.clock.earlier_due == date(2026, 4, 7)


def test_what_is_missing_goes_into_a_letter_and_three_days_begin(world):
    request = asked(world.root)
    letter = request_incomplete(request=request, seen=0, missing="Salinan KTP", by=world.service)

    assert open_codes(request) == {"FIX": date(2026, 3, 26)}
    assert "Salinan KTP" in text_of(letter)
    assert letter.kind == "incomplete"


def test_a_mended_request_is_complete_on_that_day(world):
    request = asked(world.root)
    request_incomplete(request=request, seen=0, missing="Salinan KTP", by=world.service)
    request = request_mended(request=request, seen=1, on=date(2026, 3, 16), details="Lebih rinci", by=world.service)

    assert (request.state, request.details) == ("running", "Lebih rinci")
    assert open_codes(request) == {"ANS": date(2026, 4, 7)}


def test_what_is_not_mended_in_time_lapses(world, time_machine):
    request = asked(world.root)
    request_incomplete(request=request, seen=0, missing="Salinan KTP", by=world.service)
    time_machine.move_to("2026-03-27 03:00:00+00:00", tick=False)
    request_lapse(clock=Clock.objects.get(code="FIX"))

    assert fresh(request).state == "lapsed"
    assert open_codes(request) == {}


def test_an_extension_is_given_once_and_in_writing(world):
    request = running(world.root, world.service)
    letter = request_extend(request=request, seen=1, ground="not-held", by=world.ppid)

    assert open_codes(request) == {"ANS": date(2026, 4, 16)}
    assert "16 April 2026" in text_of(letter)


def test_signing_ends_the_clock_writes_the_letter_and_opens_the_objection_window(world):
    request = running(world.root, world.service)
    answer = drafted(request, world.service)
    letter = answer_sign(answer=answer, seen=2, by=world.ppid)

    assert fresh(request).state == "answered"
    assert list(open_codes(request)) == ["OBJ"]
    assert Clock.objects.get(code="ANS").state == "met"
    assert letter.number == "001/PT-PPID/III/2026"
    assert "Informasi kami lampirkan." in text_of(letter)


@pytest.mark.parametrize("day", [date(2026, 3, 15), date(2026, 3, 17)])
def test_nothing_was_handed_over_before_the_answer_or_tomorrow(world, day):
    request = running(world.root, world.service)
    answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)

    with pytest.raises(DayNotPossible):
        request_given(request=request, seen=3, on=day, by=world.service)


def test_a_letter_that_cannot_be_set_leaves_no_decision(world, monkeypatch):
    request = running(world.root, world.service)
    answer = drafted(request, world.service)
    monkeypatch.setattr("suluh.disclosure.papers.printing.TEMPLATE", "/nowhere/letter.typ")

    with pytest.raises((ValueError, AttributeError)):
        answer_sign(answer=answer, seen=2, by=world.ppid)

    assert fresh(request).state == "running"
    assert not Letter.objects.exists()
    assert Answer.objects.get().state == "draft"


def test_of_two_officers_the_first_wins_and_the_second_reads_why(world):
    request = running(world.root, world.service)
    drafted(request, world.service)

    with pytest.raises(MovedOn) as told:
        answer_draft(request=request, seen=1, by=world.ppid, result="granted", words="Lain")

    assert world.service.name in told.value.message
    assert Answer.objects.get().words == "Informasi kami lampirkan."


def test_a_refusal_needs_the_superior_and_a_determination(world):
    request = running(world.root, world.service)
    answer = drafted(request, world.ppid, result="refused", ground="17h", reason="Data pribadi")

    with pytest.raises(NeedsApproval):
        answer_sign(answer=answer, seen=2, by=world.ppid)
    with pytest.raises(NeedsExclusion):
        answer_send(answer=answer, seen=2, by=world.ppid)


def test_a_draft_of_a_refusal_starts_its_own_clock_from_the_day_it_came_in(world):
    request = running(world.root, world.service)
    drafted(request, world.ppid, result="refused", ground="17h", reason="Data pribadi")
    assert open_codes(request)["REJ"] == date(2026, 4, 7)

    drafted(fresh(request), world.ppid)
    assert "REJ" not in open_codes(request)


def test_the_ppid_does_not_approve_the_own_refusal(world):
    request = running(world.root, world.service)
    answer = drafted(request, world.ppid, result="refused", ground="17h", reason="Data pribadi")

    with pytest.raises(NotAllowed):
        answer_approve(answer=answer, seen=2, by=world.ppid)
    with pytest.raises(NotInThisState):
        answer_return(answer=answer, seen=2, note="Belum", by=world.superior)


@pytest.mark.parametrize("person", ["coordinator", "leader", "officer", "admin", "sibling"])
def test_nobody_outside_the_service_works_on_requests(world, person):
    request = asked(world.root)

    with pytest.raises(NotAllowed):
        request_complete(request=request, seen=0, by=getattr(world, person))
    with pytest.raises(NotAllowed):
        identity_open(request=request, by=getattr(world, person))


def test_the_service_officer_does_not_sign(world):
    answer = drafted(running(world.root, world.service), world.service)

    with pytest.raises(NotAllowed):
        answer_sign(answer=answer, seen=2, by=world.service)


def test_a_withdrawn_request_keeps_no_clock(world):
    request = running(world.root, world.service)
    request_withdraw(request=request, seen=1, reason="", by=world.service)

    assert open_codes(request) == {}
    assert fresh(request).state == "withdrawn"


def test_the_identity_is_sealed_and_each_look_is_an_event(world):
    request = asked(world.root)
    assert NIK not in request.applicant.identity_sealed
    assert request.applicant.masked_identity == "•••• •••• 0042"

    assert identity_open(request=request, by=world.service) == NIK
    assert Event.objects.filter(code="request.identity-seen", person=world.service).count() == 1


def test_a_sealed_identity_does_not_open_in_another_row(world):
    first, second = asked(world.root), asked(world.root)
    second.applicant.identity_sealed = first.applicant.identity_sealed

    assert identity_open(request=second, by=OPERATOR) == ""


def test_no_event_names_the_requester(world):
    request = running(world.root, world.service)
    answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)

    told = str(list(EventValue.objects.values_list("data", flat=True)))
    for secret in ("Pemohon Satu", NIK, "0042", "pemohon@warga.example", "Jalan Fajar"):
        assert secret not in told


def test_codes_are_read_however_they_are_typed():
    code = new_code()

    assert code_as_kept(f" {code.lower().replace('-', ' ')} ") == code


@pytest.mark.parametrize(
    "pattern", ["{nomor}", "{tahun}", "{nomor}/{tahun}/{0}", "{nomor}/{tahun}/{x}", "{nomor/{tahun}"]
)
def test_a_pattern_names_number_and_year_and_nothing_unknown(pattern):
    assert pattern_fault(pattern)


def test_a_number_is_written_by_its_pattern():
    assert number_by("{nomor}/{jenis}/{bulan}/{tahun}", 7, date(2026, 11, 2), "PT") == "007/PT/XI/2026"


def text_of(letter: Letter) -> str:
    """Every word of a letter's PDF, on one line."""
    pages = PdfReader(BytesIO(bytes(letter.print.pdf))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
