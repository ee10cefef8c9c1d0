"""Letters and proofs reach the requester by mail; a mail that fails takes nothing with it."""

import socket
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from suluh.deadlines.models import Clock
from suluh.disclosure.duties import notices_in_trouble
from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.models import Applicant, InformationRequest, Letter, Notice
from suluh.disclosure.services.notices import (
    TRIES,
    NotSentYet,
    notice_again,
    notice_bounced,
    notice_deliver,
    notices_remind,
)
from suluh.disclosure.services.objections import objection_file
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.disclosure.services.requests_check import request_incomplete
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import NIK, asked, drafted, running

MONDAY = "2026-03-02 03:00:00+00:00"


@pytest.fixture(autouse=True)
def on_a_monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def no_server(settings):
    """A mail server that is down: a port of this machine on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", taken.getsockname()[1]
        yield


def signed(world) -> Letter:
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR)
    return answer_sign(answer=answer, seen=request.version + 1, by=world.ppid)


def notice_of(letter: Letter) -> Notice:
    return Notice.objects.get(letter=letter)


def text_of(pdf: bytes) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_signed_letter_goes_out_as_it_was_stored(world):
    letter = signed(world)

    assert notice_deliver(notice_id=notice_of(letter).pk) == "sent"

    (sent,) = mail.outbox
    assert sent.to == ["pemohon@warga.example"]
    assert letter.number in sent.body
    assert sent.attachments[0][1] == bytes(letter.print.pdf)


def test_a_mail_names_no_identity_number(world):
    letter = signed(world)
    for notice in Notice.objects.all():
        notice_deliver(notice_id=notice.pk)

    texts = [part for sent in mail.outbox for part in (sent.subject, sent.body, text_of(sent.attachments[0][1]))]
    assert len(mail.outbox) == 2
    assert not any(NIK in text or NIK[-4:] in text for text in texts), letter


def test_registration_is_proven_by_mail_with_rights_and_clocks(world):
    request = asked(world.root)
    notice_deliver(notice_id=Notice.objects.get(request=request).pk)

    text = text_of(mail.outbox[0].attachments[0][1])
    assert request.number in text
    assert request.code in text
    assert "Hak Anda sebagai pemohon" in text
    assert "paling lama 30 hari kerja" in text


def test_without_an_address_nothing_is_queued_and_the_case_says_so(world):
    request = asked(world.root, email="")
    client = Client()
    client.force_login(world.service)

    page = client.get(reverse("disclosure:request", args=[request.pk])).content.decode()

    assert Notice.objects.count() == 0
    assert "Tidak ada alamat surel" in page


def test_a_server_that_is_down_is_tried_again_and_the_decision_stands(world, no_server):
    letter = signed(world)
    notice = notice_of(letter)

    with pytest.raises(NotSentYet):
        notice_deliver(notice_id=notice.pk)

    notice.refresh_from_db()
    assert (notice.state, notice.tries) == ("waiting", 1)
    assert InformationRequest.objects.get(pk=letter.request_id).state == "answered"


def test_after_the_last_try_the_case_and_the_desk_know(world, no_server):
    notice = notice_of(signed(world))
    Notice.objects.filter(pk=notice.pk).update(tries=TRIES - 1)

    assert notice_deliver(notice_id=notice.pk) == "failed"

    assert [duty.reason for duty in notices_in_trouble(world.service)]
    assert list(notices_in_trouble(world.officer)) == []
    page = Client().get(reverse("disclosure:track", args=[notice.case.code])).content.decode()
    assert "tidak sampai" in page


def test_a_mail_that_was_sent_is_not_sent_twice(world):
    notice = notice_of(signed(world))
    for _ in range(2):
        notice_deliver(notice_id=notice.pk)

    assert len(mail.outbox) == 1


def test_what_came_back_is_sent_again_to_the_corrected_address(world):
    notice = notice_of(signed(world))
    notice_deliver(notice_id=notice.pk)
    notice_bounced(notice=notice, reason="Mailbox unavailable", by=world.service)

    notice_again(notice=notice, email="benar@warga.example", by=world.service)
    notice_deliver(notice_id=notice.pk)

    assert [sent.to for sent in mail.outbox] == [["pemohon@warga.example"], ["benar@warga.example"]]
    assert len({sent.extra_headers["Message-ID"] for sent in mail.outbox}) == 1


def test_only_what_did_not_arrive_is_sent_again(world):
    notice = notice_of(signed(world))

    with pytest.raises(NotInThisState):
        notice_again(notice=notice, email="lain@warga.example", by=world.service)
    assert Applicant.objects.get().email == "pemohon@warga.example"


def test_only_the_service_sends_again(world):
    notice = notice_of(signed(world))
    Notice.objects.filter(pk=notice.pk).update(state="failed")

    with pytest.raises(NotAllowed):
        notice_again(notice=notice, email="lain@warga.example", by=world.officer)


def test_a_request_to_be_completed_is_remembered_once_on_its_last_days(world, time_machine):
    letter = request_incomplete(request=asked(world.root), seen=0, missing="Salinan KTP", by=world.service)
    assert notices_remind() == 0
    assert Clock.objects.get(code="FIX").due.isoformat() == "2026-03-05"

    time_machine.move_to("2026-03-04 03:00:00+00:00", tick=False)
    assert [notices_remind(), notices_remind()] == [1, 0]

    reminder = Notice.objects.get(kind="mend")
    notice_deliver(notice_id=reminder.pk)
    assert "Kami ingatkan dengan hormat" in mail.outbox[0].body
    assert mail.outbox[0].attachments[0][1] == bytes(letter.print.pdf)


def test_an_objection_is_proven_too(world):
    letter = signed(world)
    objection = objection_file(request=letter.request, grounds=["d"], position="Tidak sesuai", by=OPERATOR)

    notice_deliver(notice_id=Notice.objects.get(objection=objection).pk)

    assert "Permohonan ditanggapi tidak sebagaimana yang diminta" in text_of(mail.outbox[0].attachments[0][1])


@pytest.mark.parametrize("stranger", ["sibling", "officer", "leader"])
def test_the_proof_is_for_the_code_and_the_office_alone(world, stranger):
    request = asked(world.root)
    client = Client()
    public = client.get(reverse("disclosure:track-proof", args=[request.code]))
    client.force_login(getattr(world, stranger))

    assert public["Content-Type"] == "application/pdf"
    assert NIK[-4:] not in text_of(public.content)
    assert client.get(reverse("disclosure:request-proof", args=[request.pk])).status_code == 404
