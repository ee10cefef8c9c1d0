"""Mails of a real mailbox become drafts once, and requests when an officer says so."""

import base64
import imaplib
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.mail.mailbox import MailboxFault
from suluh.disclosure.models import CaseFile, InformationRequest, MailDraft, MailFile, Notice
from suluh.disclosure.services.mail_intake import (
    PER_SENDER,
    TERM,
    mail_aside,
    mail_register,
    mailbox_visit,
    mails_forget,
)
from suluh.disclosure.services.requests_intake import RequestDraft
from suluh.organization.errors import NotAllowed
from tests.disclosure.asking import NIK, applicant
from tests.disclosure.mailbox_server import SECRET, USER, mailbox_served
from tests.disclosure.test_mail_reading import HEAD, mail
from tests.disclosure.test_proofs import PLACE, photo


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A real mailbox, spoken to in the clear."""
    with mailbox_served("--no-tls") as port:
        yield port


@pytest.fixture
def box(port, settings, tmp_path) -> Iterator[imaplib.IMAP4]:
    """The mailbox as its owner sees it, with nothing unread in it."""
    settings.MEDIA_ROOT = tmp_path
    client = imaplib.IMAP4("127.0.0.1", port)
    client.login(USER, SECRET)
    client.select("INBOX")
    for uid in client.uid("SEARCH", "UNSEEN")[1][0].split():
        client.uid("STORE", uid.decode(), "+FLAGS", "(\\Seen)")
    yield client
    client.logout()


def put(box, raw: bytes) -> None:
    assert box.append("INBOX", "", imaplib.Time2Internaldate(time.time()), raw)[0] == "OK"


def visit(world, port: int, secret: str = SECRET) -> int:
    return mailbox_visit(url=f"imap+plain://{USER}:{secret}@127.0.0.1:{port}/INBOX", body=world.root)


def unread(box) -> int:
    box.noop()
    return len(box.uid("SEARCH", "UNSEEN")[1][0].split())


def with_files() -> bytes:
    out = b"--b\r\nContent-Type: text/plain\r\n\r\nMohon data jalan.\r\n"
    for name, content in (("ktp.jpg", photo()), ("jahat.exe", b"MZ\x90\x00")):
        out += f"--b\r\nContent-Disposition: attachment; filename={name}\r\n".encode()
        out += b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(content) + b"\r\n"
    return (HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n").encode() + out + b"--b--\r\n"


def registered(world, by=None) -> InformationRequest:
    asks = RequestDraft(details="Data jalan tahun 2025", purpose="Penelitian")
    return mail_register(draft=MailDraft.objects.get(), applicant=applicant(), asks=asks, by=by or world.service)


def test_a_mail_that_cannot_be_kept_does_not_hold_up_those_behind_it(world, box, port, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "taken"
    settings.MEDIA_ROOT.write_text("where a folder should be")
    put(box, with_files())
    put(box, mail("Mohon data pasar.", head=HEAD.replace("<1@", "<2@")))

    assert visit(world, port) == 2
    assert [draft.text for draft in MailDraft.objects.all()] == [
        "Surel ini tidak dapat dibaca Suluh. Buka di kotak surat.", "Mohon data pasar.",
    ]  # fmt: skip
    assert unread(box) == 0


def test_a_mail_becomes_a_draft_once_and_is_marked_as_read(world, box, port):
    put(box, mail())

    assert (visit(world, port), visit(world, port), unread(box)) == (1, 0, 0)
    draft = MailDraft.objects.get()
    assert (draft.state, draft.sender, draft.text) == ("waiting", "warga@desa.example", "Mohon data anggaran.")
    assert not InformationRequest.objects.exists()


def test_the_same_mail_in_the_box_twice_is_one_draft(world, box, port):
    put(box, mail())
    put(box, mail())

    assert (visit(world, port), MailDraft.objects.count(), unread(box)) == (1, 1, 0)


def test_nothing_is_moved_or_deleted_in_the_box(world, box, port):
    before = int(box.select("INBOX")[1][0])
    put(box, mail())
    visit(world, port)

    assert int(box.select("INBOX")[1][0]) == before + 1


def test_what_a_machine_sent_is_set_aside_and_nothing_of_it_kept(world, box, port):
    put(box, mail(more="Auto-Submitted: auto-replied\r\n"))
    visit(world, port)

    draft = MailDraft.objects.get()
    assert (draft.state, draft.sender, draft.text) == ("aside", "", "")
    assert not outbox.outbox


def test_a_flood_of_one_sender_stops_becoming_drafts(world, box, port):
    for number in range(PER_SENDER + 3):
        put(box, mail(head=HEAD.replace("<1@", f"<{number}@")))
    visit(world, port)

    assert MailDraft.objects.filter(state="waiting").count() == PER_SENDER


def test_pictures_are_drawn_anew_and_what_could_hurt_is_refused_with_a_reason(world, box, port):
    put(box, with_files())
    visit(world, port)

    good, bad = MailFile.objects.all()
    assert (good.refused, bad.stored) == ("", "")
    assert "tidak diterima" in bad.refused


def test_a_registered_mail_is_a_request_with_its_proofs_and_the_draft_is_forgotten(world, box, port):
    put(box, with_files())
    visit(world, port)
    made = registered(world)

    assert (made.channel, made.number) == ("mail", InformationRequest.objects.get().number)
    assert CaseFile.objects.get().purpose == "identity"
    assert PLACE not in str(CaseFile.objects.values_list())
    draft = MailDraft.objects.get()
    assert (draft.state, draft.sender, draft.text, draft.request_id) == ("registered", "", "", made.pk)
    assert not MailFile.objects.exists()
    assert Notice.objects.get(request=made).kind == "registered"
    with pytest.raises(NotInThisState):
        registered(world)


def test_a_forgotten_mail_does_not_come_back(world, box, port):
    put(box, mail())
    visit(world, port)
    mail_aside(draft=MailDraft.objects.get(), why="Bukan permohonan", by=world.service)
    put(box, mail())

    assert (visit(world, port), MailDraft.objects.count()) == (0, 1)


def test_the_service_alone_registers(world, box, port):
    put(box, mail())
    visit(world, port)

    for person in (world.superior, world.officer, world.coordinator, world.admin):
        with pytest.raises(NotAllowed):
            registered(world, person)


def test_a_wrong_password_is_told_without_the_password(world, box, port):
    with pytest.raises(MailboxFault) as told:
        visit(world, port, "salah-sandi")
    assert "salah-sandi" not in str(told.value)


def test_a_server_that_is_away_is_told(world):
    with pytest.raises(MailboxFault):
        visit(world, 9)


def test_an_officer_reads_registers_and_sets_aside_on_the_pages(world, box, port):
    put(box, with_files())
    visit(world, port)
    draft = MailDraft.objects.get()
    officer = Client()
    officer.force_login(world.service)

    assert "Mohon informasi" in officer.get(reverse("disclosure:mails")).content.decode()
    page = officer.get(reverse("disclosure:mail-register", args=[draft.pk])).content.decode()
    assert "belum dapat membuktikan" in page
    file = officer.get(reverse("disclosure:mail-file", args=[MailFile.objects.first().pk]))
    assert file["Content-Disposition"].startswith("attachment")
    form = {
        "details": "Mohon data jalan.", "purpose": "Penelitian", "kind": "person", "name": "Warga Satu",
        "identity": NIK, "address": "Jalan 1", "email": "warga@desa.example", "ways": ["wants_softcopy"],
        "delivery": "mail",
    }  # fmt: skip
    assert officer.post(reverse("disclosure:mail-register", args=[draft.pk]), form).status_code == 302
    assert InformationRequest.objects.get().channel == "mail"


def test_a_mail_that_nobody_settles_is_forgotten_after_its_term(world, box, port):
    put(box, mail())
    visit(world, port)
    MailDraft.objects.update(came_at=timezone.now() - TERM + timedelta(hours=1))
    kept = mails_forget()
    MailDraft.objects.update(came_at=timezone.now() - TERM - timedelta(hours=1))

    assert (kept, mails_forget(), mails_forget()) == (0, 1, 0)
    draft = MailDraft.objects.get()
    assert (draft.state, draft.sender, draft.text, draft.settled_by) == ("aside", "", "", None)
    assert "90 hari" in draft.why_aside
