"""Pages of deadlines: what they say, to whom, and within which budget of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suluh.deadlines.forms import TOPICS
from suluh.deadlines.models import CalendarDay, CalendarVersion
from suluh.deadlines.services.clocks import extend_clock, finish_clock, pause_clock
from suluh.law.clocks import Counts, clocks


def text(client, address, data=None):
    return client.get(address, data).content.decode()


@pytest.fixture
def signed(world):
    client = Client()
    client.force_login(world.coordinator)
    return client


ASK = {"tenggat": "ANS", "mulai": "2026-03-16"}


def test_the_calculator_answers_a_stranger_with_date_days_and_article(db):
    page = text(Client(), "/kalkulator/", ASK)

    assert "Selasa, 7\u00a0April\u00a02026" in page
    assert "Cuti Bersama Hari Suci Nyepi" in page
    assert "Perki 1/2021 Pasal 31 ayat (3)" in page


def test_the_calculator_takes_further_free_days_and_the_extension(db):
    page = text(Client(), "/kalkulator/", ASK | {"libur": "2026-03-30, 31/3/2026", "perpanjangan": "on"})

    assert "Senin, 20\u00a0April\u00a02026" in page


@pytest.mark.parametrize("wrong", [{"mulai": "besok"}, {"mulai": "9999-12-31"}, {"tenggat": "XX"}, {"libur": "<b>x"}])
def test_the_calculator_keeps_what_was_typed_and_says_what_to_mend(db, wrong):
    answer = Client().get("/kalkulator/", ASK | wrong)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert "<b>x" not in page


def test_a_link_with_words_of_others_opens_the_calculator_without_a_complaint(db):
    answer = Client().get("/kalkulator/", {"utm_source": "wa", "fbclid": "x"})

    assert answer.status_code == 200
    assert 'role="alert"' not in answer.content.decode()


def test_the_calculator_marks_an_estimate(db):
    assert "Perkiraan" in text(Client(), "/kalkulator/", ASK | {"mulai": "2030-03-01"})
    assert "Perkiraan" not in text(Client(), "/kalkulator/", ASK)


def test_every_clock_with_a_date_can_be_asked_for():
    asked = {code for _topic, codes in TOPICS for code in codes}
    dated = {code for code, rule in clocks().items() if rule.counts is not Counts.NONE}

    assert asked == dated - {"EXT"}


def test_every_clock_gets_an_answer(db):
    codes = [code for _topic, codes in TOPICS for code in codes]
    answers = {code: Client().get("/kalkulator/", ASK | {"tenggat": code}).status_code for code in codes}

    assert answers == dict.fromkeys(codes, 200)


def test_the_page_of_a_clock_tells_both_dates_pauses_and_grounds(begin, signed, time_machine):
    time_machine.move_to("2026-07-09 03:00Z")
    clock = begin(start=date(2026, 7, 2), earlier_start=date(2026, 6, 30))
    clock = extend_clock(clock=clock, ground="not-held", on=date(2026, 7, 8), by=None)
    pause_clock(clock=clock, on=date(2026, 7, 8), reason="Menunggu kejelasan", by=None)
    page = text(signed, f"/tenggat/{clock.pk}/")

    assert "Menunggu kejelasan" in page
    assert "belum dikuasai" in page
    assert "UU 14/2008 Pasal 22 ayat (7)" in page


def test_an_ended_clock_shows_the_days_as_they_were_counted(begin, signed):
    clock = finish_clock(clock=begin(), on=date(2026, 4, 6), by=None)
    CalendarDay.objects.all().delete()
    page = text(signed, f"/tenggat/{clock.pk}/")

    assert "Cuti Bersama Hari Suci Nyepi" in page
    assert "selesai tepat waktu" in page


@pytest.mark.parametrize(
    ("code", "said"),
    [("KI2", "giliran Komisi Informasi"), ("CRT", "giliran pemohon"), ("LPR", "giliran penyelenggara SP4N-LAPOR!")],
)
def test_a_date_that_others_let_pass_is_told_without_alarm_and_named_as_theirs(begin, signed, code, said):
    begin(code, start=date(2024, 1, 2))
    page = text(signed, "/tenggat/")

    assert said in page
    assert 'class="clock late"' not in page
    assert "sudah lewat" not in page.partition("</h1>")[0]


def test_a_date_that_the_office_let_pass_alarms(begin, signed):
    begin("ANS", start=date(2024, 1, 2))
    page = text(signed, "/tenggat/")

    assert 'class="clock late"' in page
    assert "giliran" not in page


def test_every_kind_of_clock_has_a_page(begin, signed):
    answers = {code: signed.get(f"/tenggat/{begin(code).pk}/").status_code for code in clocks()}

    assert answers == dict.fromkeys(clocks(), 200)


def test_the_list_costs_the_same_queries_for_few_and_for_many(begin, signed):
    for case in range(3):
        begin(case=case)
    signed.get("/tenggat/")
    with CaptureQueriesContext(connection) as few:
        signed.get("/tenggat/")
    for case in range(3, 40):
        begin(case=case)
    signed.get("/tenggat/")
    with CaptureQueriesContext(connection) as many:
        signed.get("/tenggat/")

    assert len(many) == len(few) <= 14


def test_the_list_is_paged_by_date_without_losing_any(begin, signed):
    wanted = {begin(case=case, start=date(2026, 3, 2 + case % 20)).pk for case in range(60)}
    wanted |= {begin("SM", case=case).pk for case in range(100, 150)}
    seen, after = [], ""
    while True:
        page = signed.get("/tenggat/", {"setelah": after}).context["page"]
        seen += [clock.pk for clock, _how in page.lines]
        after = page.after
        if not after:
            break

    assert len(seen) == len(set(seen))
    assert set(seen) == wanted


NEW = {"day": "2026-03-30", "name": "Cuti bersama tambahan", "kind": "joint", "decree": "SKB 1/2026"}


def test_a_change_is_previewed_before_it_is_saved(begin, signed):
    begin()
    page = signed.post("/kalender/2026/tambah/", NEW).content.decode()

    assert "1 batas yang berjalan akan bergeser." in page
    assert "Rabu, 8 April 2026" in page
    assert CalendarVersion.objects.count() == 1


def test_a_confirmed_change_is_saved_once(begin, signed):
    begin()
    answer = signed.post("/kalender/2026/tambah/", NEW | {"yakin": "1"}, follow=True)
    again = signed.post("/kalender/2026/tambah/", NEW | {"yakin": "1"})

    assert "1 batas bergeser" in answer.content.decode()
    assert again.status_code == 422
    assert CalendarVersion.objects.count() == 2


def test_a_day_of_one_unit_is_a_local_one(signed, world):
    answer = signed.post("/kalender/2026/tambah/", NEW | {"unit": world.district.pk})

    assert answer.status_code == 422


@pytest.mark.parametrize("year", [2007, 2101])
def test_a_year_out_of_reach_is_not_found(signed, year):
    assert signed.get(f"/kalender/{year}/").status_code == 404
