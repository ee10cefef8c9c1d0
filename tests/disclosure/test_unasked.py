"""Objections on ground b: periodic information is not provided, and no request has to go before."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from suluh.deadlines.selectors import open_clock
from suluh.disclosure.forms_public import new_token
from suluh.disclosure.models import InformationRequest, Notice, Objection
from suluh.disclosure.reports.cells import objection_cells
from suluh.disclosure.services.objections import objection_answer, objection_file, objection_file_unasked
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import NIK, applicant, drafted, running

FORM = {
    "details": "Laporan keuangan tahun 2025 tidak ada di situs", "position": "Dicari pada 2 Maret 2026 di menu laporan",
    "purpose": "Penelitian", "kind": "person", "name": "Pemohon Satu", "identity": NIK, "address": "Jalan Fajar 1",
    "email": "pemohon@warga.example", "situs": "",
}  # fmt: skip


@pytest.fixture
def token(time_machine) -> str:
    """A token that was handed out a minute ago."""
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    made = new_token()
    time_machine.move_to("2026-03-16 03:01:00+00:00", tick=False)
    return made


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def send(token, **changed):
    return Client().post(reverse("disclosure:object-unasked"), {**FORM, "token": token, **changed})


def filed(world, **more) -> Objection:
    return objection_file_unasked(
        body=world.root, applicant=applicant(), details=FORM["details"], position=FORM["position"], by=OPERATOR, **more
    )


def test_anybody_objects_that_something_is_not_published_and_follows_it(world, token):
    answer = send(token)

    objection = Objection.objects.get()
    assert (objection.grounds, objection.request, InformationRequest.objects.count()) == (["b"], None, 0)
    page = words(Client().get(answer["Location"]))
    assert objection.number in page
    assert objection.code in page
    assert FORM["details"] in page


def test_the_thirty_days_of_the_superior_begin_with_it(world, token):
    send(token)

    clock = open_clock("objection", Objection.objects.get().pk, "SUP")
    assert clock.due.isoformat() == "2026-05-06"


def test_a_double_click_files_one_objection(world, token):
    pages = [send(token)["Location"] for _ in range(2)]

    assert pages[0] == pages[1]
    assert Objection.objects.count() == 1


def test_a_machine_files_nothing(world, token):
    assert send(token, situs="http://spam.example").status_code == 422
    assert send(new_token()).status_code == 422
    assert Objection.objects.count() == 0


def test_what_was_typed_stays_when_something_is_missing(world, token):
    page = send(token, identity="123")

    assert page.status_code == 422
    assert FORM["position"] in html.unescape(page.content.decode())


def test_the_identity_is_sealed_and_stands_nowhere(world, token):
    send(token)
    objection = Objection.objects.select_related("applicant").get()
    office = Client()
    office.force_login(world.service)

    assert NIK not in objection.applicant.identity_sealed
    for client, name, key in ((Client(), "track", objection.code), (office, "objection", objection.pk)):
        assert NIK not in client.get(reverse(f"disclosure:{name}", args=[key])).content.decode()


def test_the_register_leaves_the_number_of_the_request_blank(world):
    assert objection_cells(filed(world), ["request", "b"], public=False) == ["", "ya"]


def test_its_sender_reads_the_answer_and_the_letter_under_its_code(world):
    objection = filed(world)
    letter = objection_answer(
        objection=objection,
        seen=0,
        result="upheld",
        argument="Laporan dimuat.",
        order="Muat laporan.",
        by=world.superior,
    )

    page = words(Client().get(reverse("disclosure:track", args=[objection.code])))
    paper = Client().get(reverse("disclosure:track-letter", args=[objection.code, letter.pk]))

    assert "Laporan dimuat." in page
    assert paper.content == bytes(letter.print.pdf)
    assert Notice.objects.filter(letter=letter).exists()


def test_the_code_of_an_objection_to_a_request_leads_to_the_request(world):
    request = running(world.root, OPERATOR)
    answer_sign(answer=drafted(request, OPERATOR), seen=2, by=world.ppid)
    objection = objection_file(request=request, grounds=["d"], position="Tidak sesuai", by=OPERATOR)

    page = words(Client().get(reverse("disclosure:track", args=[objection.code])))

    assert request.number in page


@pytest.mark.parametrize("name", ["track-file", "track-object"])
def test_pages_of_requests_do_not_open_for_the_code_of_an_objection(world, name):
    args = [filed(world).code] + ([1] if name == "track-file" else [])

    assert Client().get(reverse(f"disclosure:{name}", args=args)).status_code == 404


def test_only_the_service_writes_one_down(world):
    with pytest.raises(NotAllowed):
        objection_file_unasked(
            body=world.root, applicant=applicant(), details="Laporan", position="Tidak ada", by=world.officer
        )


def test_an_officer_reads_who_objects(world):
    office = Client()
    office.force_login(world.service)

    page = words(office.get(reverse("disclosure:objection", args=[filed(world).pk])))

    assert "Pemohon Satu" in page
    assert "•••• •••• 0042" in page
