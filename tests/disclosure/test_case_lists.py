"""Officers' lists of requests and objections: in order of the date due, whole at any length, found by words."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suluh.deadlines.models import Clock
from suluh.disclosure.models import Dispute, InformationRequest
from suluh.disclosure.selectors.case_lists import ENDED, CaseQuery, objection_list, request_list
from suluh.disclosure.selectors.lists import work_page
from suluh.disclosure.services.assignments import request_assign
from suluh.disclosure.services.items import item_propose
from suluh.disclosure.services.objections import objection_file
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.disclosure.services.requests_check import request_withdraw
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked, drafted, running
from tests.disclosure.making import content


def walked(turn, person, **asks) -> list:
    """Every row of a list, page by page."""
    seen, after = [], ""
    while True:
        page = turn(person, CaseQuery(after=after, size=2, **asks))
        seen += [line.row for line in page.lines]
        after = page.after
        if not after:
            return seen


def queries_of(client, address: str) -> int:
    """Queries of a page once the number of waiting duties in its frame is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def due_on(case: InformationRequest, day: date | None) -> InformationRequest:
    Clock.objects.filter(pk=case.clock_id).update(due=day)
    return case


@pytest.fixture
def five(world) -> list[InformationRequest]:
    """Open requests: two of one day, one without a date."""
    made = [asked(world.root, details=f"Informasi nomor {n} tentang jalan", name=f"Pemohon {n}") for n in range(5)]
    days = [date(2027, 3, 4), date(2027, 3, 1), None, date(2027, 3, 1), date(2027, 3, 2)]
    return [due_on(case, day) for case, day in zip(made, days, strict=True)]


def test_open_requests_stand_by_date_and_every_page_goes_on_where_the_last_one_ended(world, five):
    assert walked(request_list, world.service) == [five[n] for n in (1, 3, 4, 0, 2)]


def test_ended_requests_stand_newest_first(world, five):
    for case in five[:3]:
        request_withdraw(request=case, seen=case.version, reason="Sudah dapat", by=OPERATOR)

    assert walked(request_list, world.service, tab=ENDED) == five[2::-1]


@pytest.mark.parametrize("words", ["NOMOR 3", "pemohon 3", "{number}", "{code}"])
def test_a_request_is_found_by_its_words_its_number_its_code_and_who_asks(world, five, words):
    asks = words.format(number=five[3].number, code=five[3].code.replace("-", " ").lower())

    assert walked(request_list, world.service, words=asks) == [five[3]]


def test_a_filter_leaves_what_waits_for_a_unit_and_its_count_says_so(world, five):
    case = running(world.root, OPERATOR)
    request_assign(
        request=case, seen=case.version, units=[world.health], asks="Rincian", due=date(2027, 1, 4), by=OPERATOR
    )
    page = request_list(world.service, CaseQuery(only="unit"))

    assert [line.row for line in page.lines] == [case]
    assert {choice.words: choice.count for choice in page.choices}["Menunggu bahan dari unit"] == 1


def test_an_unknown_filter_and_a_broken_key_show_the_first_page(world, five):
    page = request_list(world.service, CaseQuery.from_address({"hanya": "x", "setelah": "2027-13-99|7", "tab": "?"}))

    assert len(page.lines) == 5


def test_an_objection_moves_from_open_to_ended(world):
    case = running(world.root, OPERATOR)
    answer_sign(answer=drafted(case, OPERATOR), seen=case.version + 1, by=OPERATOR)
    objection = objection_file(request=case, grounds=["d"], position="Jawaban tidak sesuai.", by=None)

    assert walked(objection_list, world.superior) == [objection]
    assert walked(objection_list, world.superior, words=case.number) == [objection]
    assert walked(objection_list, world.superior, tab=ENDED) == []


@pytest.mark.parametrize(
    ("state", "stage", "open_now"),
    [
        ("running", None, True), ("lapsed", None, True), ("disputed", "court", True), ("disputed", "closed", False),
        ("answered", None, False), ("withdrawn", None, False),
    ],
)  # fmt: skip
def test_an_objection_is_open_until_nobody_has_to_decide_any_more(world, state, stage, open_now):
    case = running(world.root, OPERATOR)
    answer_sign(answer=drafted(case, OPERATOR), seen=case.version + 1, by=OPERATOR)
    objection = objection_file(request=case, grounds=["d"], position="Jawaban tidak sesuai.", by=None)
    type(objection).objects.update(state=state)
    if stage:
        Dispute.objects.create(objection=objection, stage=stage, filed_on=date(2026, 3, 16))

    assert (walked(objection_list, world.superior) == [objection]) is open_now
    assert (walked(objection_list, world.superior, tab=ENDED) == [objection]) is not open_now


def test_a_case_counts_as_late_only_while_its_clock_runs(world, five):
    for case in five[:2]:
        due_on(case, date(2026, 1, 5))
    Clock.objects.filter(pk=five[1].clock_id).update(state=Clock.State.MET, ended_on=date(2026, 1, 6))
    page = request_list(world.service, CaseQuery(only="lewat"))

    assert [line.row for line in page.lines] == [five[0]]
    assert page.counts["lewat"] == 1


def test_who_does_not_serve_the_body_finds_nothing(world, five):
    assert walked(request_list, world.officer) == []


@pytest.mark.parametrize(
    "address", ["/layanan/?baris=500", "/layanan/keberatan/", "/layanan/?tab=selesai", "/layanan/?q=jalan"]
)
def test_a_longer_list_asks_no_more_queries(client, world, five, address):
    client.force_login(world.service)
    few = queries_of(client, address)
    for n in range(5):
        asked(world.root, details=f"Lagi {n} tentang jalan")

    assert queries_of(client, address) == few <= 12


@pytest.mark.parametrize("address", ["/layanan/", "/layanan/register/{slug}/permohonan/", "/register/permohonan/"])
def test_what_a_citizen_wrote_is_text_in_every_list(client, world, address):
    asked(world.root, details="Anggaran <script>alert(1)</script> & taman")
    client.force_login(world.service)
    page = client.get(address.format(slug=world.root.slug)).content.decode()

    assert "Anggaran &lt;script&gt;alert(1)&lt;/script&gt; &amp; taman" in page
    assert "<script>alert" not in page


def test_proposals_of_a_long_sheet_are_turned_page_by_page(client, world):
    made = [item_propose(unit=world.health, content=content(f"Laporan {n}"), by=OPERATOR) for n in range(53)]
    first = work_page(world.ppid, tab="telaah")
    second = work_page(world.ppid, tab="telaah", after=first.after)

    assert [*first.proposals, *second.proposals] == made
    assert second.after == ""
