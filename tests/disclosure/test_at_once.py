"""Both halves of a double click arrive while neither has been answered: one case, one set of papers, no complaint."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from suluh.disclosure.forms_public import new_token
from suluh.disclosure.models import CaseFile, InformationRequest, Objection
from suluh.disclosure.services.requests_answer import answer_sign
from tests.disclosure.asking import drafted, running
from tests.disclosure.test_request_pages import FORM
from tests.support.pdf import PDF
from tests.world import build_world

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def token(time_machine, settings, tmp_path) -> str:
    """A token that was handed out a minute ago."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=True)
    made = new_token()
    time_machine.move_to("2026-03-16 03:01:00+00:00", tick=True)
    return made


def twice(click) -> list[str]:
    """Two clicks that begin together: where each of them led, or its status where it led nowhere."""
    start, led = threading.Barrier(2), []

    def half() -> None:
        try:
            start.wait(timeout=30)
            answer = click()
            led.append(answer.headers.get("Location", str(answer.status_code)))
        finally:
            connection.close()

    halves = [threading.Thread(target=half) for _ in range(2)]
    for one in halves:
        one.start()
    for one in halves:
        one.join()
    return led


def test_a_request_with_a_paper_is_registered_once_with_one_paper(token):
    build_world()
    address = reverse("disclosure:ask")

    def click():
        paper = SimpleUploadedFile("ktp.pdf", PDF, "application/pdf")
        return Client().post(address, {**FORM, "token": token, "papers": paper})

    led = twice(click)

    code = InformationRequest.objects.get().code
    assert led == [f"{reverse('disclosure:track', args=[code])}?baru=1"] * 2
    assert CaseFile.objects.count() == 1


def test_an_objection_is_filed_once_and_both_halves_are_led_to_it(token):
    world = build_world()
    request = running(world.root, world.service)
    answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)
    address = reverse("disclosure:track-object", args=[request.code])

    led = twice(
        lambda: Client().post(
            address, {"token": token, "situs": "", "grounds": ["d"], "position": "Yang diberikan tahun lain"}
        )
    )

    assert led == [reverse("disclosure:track", args=[request.code])] * 2
    assert Objection.objects.count() == 1
