"""The yearly report counts from the registers, each figure leads to its rows, and once finished it is frozen."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from suluh.deadlines.edits import DayAdd
from suluh.deadlines.services.changes import calendar_change
from suluh.disclosure.errors import ReportFinished, ReportYearRuns
from suluh.disclosure.models import Answer, InformationRequest, ServiceReport
from suluh.disclosure.selectors.figures import figures_of, report_year
from suluh.disclosure.selectors.registers import RegisterQuery, register_lines
from suluh.disclosure.services.disputes import dispute_move, dispute_record
from suluh.disclosure.services.objections import objection_answer, objection_file
from suluh.disclosure.services.reports import report_finish, report_write
from suluh.disclosure.services.requests_answer import answer_approve, answer_send, answer_sign
from suluh.law.service import report_parts
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked, drafted, running, withheld
from tests.support.pdf_ua import ua_faults


@pytest.fixture
def year(world) -> int:
    """One request that was given, one that is held elsewhere, one that is open."""
    for result in (Answer.Result.GRANTED, Answer.Result.ELSEWHERE):
        request = running(world.root, OPERATOR)
        answer = drafted(request, OPERATOR, result=result)
        request.refresh_from_db()
        answer_sign(answer=answer, seen=request.version, by=OPERATOR)
    asked(world.root)
    return timezone.localdate().year


@pytest.fixture
def ended(year, time_machine) -> int:
    """That year, seen from the January that follows it."""
    time_machine.move_to(f"{year + 1}-01-11 03:00:00+00:00")
    return year


def refused(world, ground: str, **more: object) -> None:
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR, **withheld(world.health, ground=ground, **more))
    for deed in (answer_send, answer_approve, answer_sign):
        request.refresh_from_db()
        answer.refresh_from_db()
        deed(answer=answer, seen=request.version, by=OPERATOR)


def test_every_counted_figure_is_the_number_of_rows_it_leads_to(world, year):
    for _ in range(2):
        refused(world, "17h")
    refused(world, "6-3-e", exclusion=None)
    disputed(world, "begun", "ruled", outcome="open")
    counted = [figure for figure in figures_of(world.root, year) if figure.value.isdigit()]
    for figure in counted:
        given = {"tahun": str(year), "hanya": figure.only}
        query = RegisterQuery.from_address(figure.register, world.root, given, public=True)
        assert len(list(register_lines(query))) == int(figure.value), figure.label
    assert {figure.label: figure.value for figure in counted}["Jumlah permohonan"] == "7"
    assert sorted(figure.value for figure in counted if figure.label.startswith("Alasan")) == ["1", "3"]


def disputed(world, *stages: str, outcome: str) -> None:
    """A refusal that went to the Komisi Informasi, through some stages, and ended."""
    refused(world, "17h")
    request = InformationRequest.objects.latest("pk")
    objection = objection_file(request=request, grounds=["a"], position="Data anak-anak.", by=None)
    deed = {"result": "rejected", "argument": "Uji berlaku.", "by": world.superior}
    objection_answer(objection=objection, seen=objection.version, **deed)
    objection.refresh_from_db()
    today = timezone.localdate()
    dispute = dispute_record(objection=objection, seen=objection.version, filed_on=today, by=OPERATOR)
    for stage in (*stages, "closed"):
        dispute = dispute_move(
            dispute=dispute, seen=dispute.version, stage=stage, on=today, outcome=outcome, by=OPERATOR
        )


def test_disputes_are_told_with_their_results_also_once_they_are_closed(world):
    disputed(world, "ruled", "court", "judged", outcome="closed")
    disputed(world, outcome="settled")
    year = timezone.localdate().year
    figures = {figure.label: figure.value for figure in figures_of(world.root, year) if figure.part == "d"}
    assert figures["Sengketa yang sudah diputus atau selesai"] == "2"
    assert figures["Gugatan ke pengadilan"] == figures["Gugatan yang sudah diputus pengadilan"] == "1"
    assert figures["Hasil sengketa: penolakan dikuatkan"] == "1"
    assert figures["Hasil sengketa: selesai dengan kesepakatan mediasi"] == "1"


def test_the_time_to_the_answer_is_told_in_working_days(world, year):
    times = [figure.value for figure in figures_of(world.root, year) if "Rata-rata" in figure.label]
    assert times == ["0,0 hari kerja"]


def test_a_finished_report_keeps_its_figures_and_refuses_texts(client, world, ended):
    report_write(body=world.root, year=ended, texts={"a": "Kebijakan kami"}, by=world.ppid)
    report_finish(body=world.root, year=ended, by=world.ppid)
    asked(world.root)
    page = client.get(f"/laporan-layanan/{ended}/").content.decode()
    assert "Kebijakan kami" in page
    assert re.search(r"Jumlah permohonan</th><td><a [^>]*>3</a>", page)
    with pytest.raises(ReportFinished):
        report_write(body=world.root, year=ended, texts={"a": "Lain"}, by=world.ppid)


def test_the_paper_of_a_finished_report_is_the_one_that_was_frozen(client, world, ended):
    report = report_finish(body=world.root, year=ended, by=world.ppid)
    content = client.get(f"/laporan-layanan/{ended}.pdf").content
    assert content == bytes(report.pdf)
    assert content.startswith(b"%PDF")


def links_in(pdf: bytes) -> list[str]:
    notes = [note for page in PdfReader(BytesIO(pdf)).pages for note in page.get("/Annots", [])]
    return [note.get_object()["/A"]["/URI"] for note in notes]


def test_each_figure_of_the_paper_leads_to_its_rows(world, ended, settings):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://ppid.example"})
    report = report_finish(body=world.root, year=ended, by=world.ppid)

    links = links_in(bytes(report.pdf))
    assert len(links) == len(report.figures)
    assert ua_faults(bytes(report.pdf)) == []
    assert f"https://ppid.example/register/permohonan/?tahun={ended}&hanya=seluruhnya" in links


def test_the_time_to_the_answer_leaves_out_days_that_are_free_here(world):
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR)
    request.refresh_from_db()
    answer_sign(answer=answer, seen=request.version, by=OPERATOR)
    monday, free, tuesday_week = date(2026, 6, 1), date(2026, 6, 3), date(2026, 6, 9)
    InformationRequest.objects.update(complete_on=monday, answered_on=tuesday_week, year=2026)
    calendar_change(edits=[DayAdd(free, "Hari jadi kabupaten", "local", world.root)], decree="SK 1", by=OPERATOR)

    times = [figure.value for figure in figures_of(world.root, 2026) if "Rata-rata" in figure.label]
    assert times == ["5,0 hari kerja"]


def test_a_villages_figures_lead_to_its_own_register(client, world, year):
    asked(world.village)
    page = client.get(f"/statistik/?badan={world.village.slug}").content.decode()
    found = re.findall(r'href="(/register/[^"]*)">1</a>', page)

    assert found
    assert all(f"badan={world.village.slug}" in link for link in found)


def test_a_year_that_runs_is_not_finished(world, year):
    with pytest.raises(ReportYearRuns):
        report_finish(body=world.root, year=year, by=world.ppid)
    assert not ServiceReport.objects.exists()


@pytest.mark.parametrize(("day", "year"), [(date(2027, 3, 31), 2026), (date(2027, 4, 1), 2027)])
def test_until_its_date_the_report_of_the_last_year_is_in_work(day, year):
    assert report_year(day) == year


def test_a_draft_is_read_by_the_office_alone(client, world, year):
    report_write(body=world.root, year=year, texts={"e": "Kendala kami"}, by=world.ppid)
    assert client.get(f"/laporan-layanan/{year}/").status_code == 404
    client.force_login(world.service)
    page = client.get(f"/layanan/laporan/{world.root.slug}/{year}/").content.decode()
    assert all(part.label in page for part in report_parts())
    assert "Kendala kami" in page
    assert "<textarea" not in page


def test_only_the_ppid_writes_the_report(world, year):
    with pytest.raises(NotAllowed):
        report_write(body=world.root, year=year, texts={}, by=world.service)
    assert not ServiceReport.objects.exists()


def test_the_open_statistics_lead_to_the_public_registers(client, world, year):
    page = client.get("/statistik/").content.decode()
    assert f"/register/permohonan/?tahun={year}&amp;hanya=seluruhnya" in page
