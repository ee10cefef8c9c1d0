"""A requester completes a request by its code, from the telephone, without an account."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from suluh.disclosure.models import CaseFile, InformationRequest
from suluh.disclosure.services.requests_check import request_complete, request_incomplete
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked
from tests.support.pdf import PDF

MONDAY = "2026-03-16 03:00:00+00:00"
State = InformationRequest.State


@pytest.fixture
def incomplete(world, time_machine, settings, tmp_path) -> InformationRequest:
    settings.MEDIA_ROOT = tmp_path
    time_machine.move_to(MONDAY, tick=False)
    request_incomplete(request=asked(world.root), seen=0, missing="Salinan KTP", by=world.service)
    return InformationRequest.objects.get()


def send(request: InformationRequest, **given: object):
    return Client().post(reverse("disclosure:track-mend", args=[request.code]), given)


def paper(content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("ktp.pdf", content, content_type="application/pdf")


def again(request: InformationRequest) -> InformationRequest:
    return InformationRequest.objects.select_related("clock").get(pk=request.pk)


def test_what_the_requester_sends_brings_the_case_back_to_the_check(world, incomplete):
    assert (
        reverse("disclosure:track-mend", args=[incomplete.code])
        in Client().get(reverse("disclosure:track", args=[incomplete.code])).content.decode()
    )

    answer = send(incomplete, words="KTP saya lampirkan.", papers=paper())

    assert answer["Location"] == reverse("disclosure:track", args=[incomplete.code])
    found = again(incomplete)
    assert (found.state, found.clock.code, found.details) == (State.RECEIVED, "CHK", incomplete.details)
    assert CaseFile.objects.get().purpose == CaseFile.Purpose.IDENTITY
    assert found.notes.get().author is None


def test_the_office_reads_it_and_declares_the_request_complete(world, incomplete):
    send(incomplete, words="KTP saya lampirkan.")
    office = Client()
    office.force_login(world.service)

    page = office.get(reverse("disclosure:request", args=[incomplete.pk])).content.decode()
    assert re.search(r"KTP saya lampirkan\..*Dari pemohon", page, re.DOTALL)
    assert request_complete(request=again(incomplete), seen=again(incomplete).version, by=OPERATOR).state == "running"


def test_a_double_click_is_taken_once(incomplete):
    assert [send(incomplete, words="Ini").status_code for _ in range(2)] == [302, 302]
    assert again(incomplete).notes.count() == 1


def test_nothing_is_no_completion_and_what_was_typed_stays(incomplete):
    assert send(incomplete, words="  ").status_code == 422
    kept = send(incomplete, words="Kalimat saya", papers=paper(b"MZ"))

    assert kept.status_code == 422
    assert "Kalimat saya" in kept.content.decode()
    assert again(incomplete).state == State.INCOMPLETE


@pytest.mark.parametrize("state", [State.RECEIVED, State.RUNNING, State.LAPSED, State.WITHDRAWN])
def test_where_nothing_is_missing_nothing_is_taken(incomplete, state):
    InformationRequest.objects.update(state=state)

    assert send(incomplete, words="Terlambat").status_code == 302
    assert not again(incomplete).notes.exists()
