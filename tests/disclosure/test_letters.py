"""Letters are read before they are signed, and signed as they were read."""

import html
import re
import threading
from io import BytesIO

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from suluh.disclosure.errors import LetterChanged, MovedOn
from suluh.disclosure.models import InformationRequest, Letter, LetterPrint, NumberSeries
from suluh.disclosure.papers.printing import BLANK
from suluh.disclosure.papers.proof import proof_of
from suluh.disclosure.services.letters import letter_rehearsed
from suluh.disclosure.services.objections import objection_answer, objection_file
from suluh.disclosure.services.requests_answer import answer_send, answer_sign
from suluh.disclosure.services.requests_check import request_incomplete
from suluh.organization.models import EventValue
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import asked, drafted, running, withheld
from tests.support.pdf_ua import ua_faults
from tests.world import build_world

MONDAY = "2026-03-16 03:00:00+00:00"


@pytest.fixture(autouse=True)
def on_a_monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def desk(world) -> Client:
    client = Client()
    client.force_login(world.service)
    return client


@pytest.fixture
def office(world) -> Client:
    client = Client()
    client.force_login(world.ppid)
    return client


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def read_of(answer) -> str:
    found = re.search(r'name="read" value="([0-9a-f]{64})"', answer.content.decode())
    assert found, words(answer)
    return found[1]


def text_of(letter: Letter) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(bytes(letter.print.pdf))).pages)


def numbers_used() -> int:
    row = NumberSeries.objects.filter(kind=NumberSeries.Kind.LETTER).first()
    return row.last if row else 0


def signable(world) -> InformationRequest:
    request = running(world.root, OPERATOR)
    drafted(request, OPERATOR)
    return InformationRequest.objects.get(pk=request.pk)


def test_reading_a_letter_decides_nothing_and_uses_no_number(world, desk):
    request = asked(world.root)

    page = desk.post(reverse("disclosure:request-incomplete", args=[request.pk]), {"seen": 0, "missing": "Salinan KTP"})

    assert BLANK in words(page)
    assert "Salinan KTP" in words(page)
    assert page.content.decode().count("data:image/png;base64,") == 1
    request.refresh_from_db()
    assert (request.state, request.version, Letter.objects.count(), numbers_used()) == ("received", 0, 0, 0)


def test_what_was_read_is_what_is_signed(world, desk):
    request = asked(world.root)
    address = reverse("disclosure:request-incomplete", args=[request.pk])
    typed = {"seen": 0, "missing": "Salinan KTP", "opening": "Selamat pagi.", "closing": "Salam hormat."}
    read = read_of(desk.post(address, typed))

    assert desk.post(address, {**typed, "read": read}).status_code == 302

    letter = Letter.objects.get()
    assert letter.digest == read
    assert all(part in text_of(letter) for part in ("Selamat pagi.", "Salam hormat.", "Salinan KTP", "Kamis, 26 Maret"))


def test_a_letter_read_before_midnight_is_not_signed_after_it_but_shown_again(world, office, time_machine):
    time_machine.move_to("2026-03-16 16:58:00+00:00", tick=False)
    office.force_login(world.ppid)
    request = signable(world)
    address = reverse("disclosure:answer-sign", args=[request.pk])
    read = read_of(office.get(address))
    time_machine.move_to("2026-03-16 17:01:00+00:00", tick=False)

    page = office.post(address, {"seen": request.version, "read": read})

    assert "bukan lagi yang Anda baca" in words(page)
    assert Letter.objects.count() == 0
    assert office.post(address, {"seen": request.version, "read": read_of(page)}).status_code == 302


def test_going_back_to_the_words_keeps_what_was_typed(world, desk):
    request = asked(world.root)
    typed = {"seen": 0, "missing": "Salinan KTP", "opening": "Selamat pagi.", "ubah": "1"}

    page = desk.post(reverse("disclosure:request-incomplete", args=[request.pk]), typed)

    assert page.status_code == 200
    assert "Selamat pagi." in page.content.decode()
    assert "Salinan KTP" in page.content.decode()


def test_empty_paragraphs_are_the_usual_ones(world):
    letter = request_incomplete(request=asked(world.root), seen=0, missing="KTP", by=world.service)

    assert "Terima kasih atas permohonan Anda." in text_of(letter)
    assert "Demikian kami sampaikan." in text_of(letter)


def test_the_superior_reads_the_refusal_before_approving(world):
    request = running(world.root, OPERATOR)
    answer = drafted(request, OPERATOR, **withheld(world.health))
    answer_send(answer=answer, seen=request.version + 1, by=OPERATOR)
    client = Client()
    client.force_login(world.superior)

    page = words(client.get(reverse("disclosure:answer-approve", args=[request.pk])))

    assert "Mengungkap rahasia pribadi (UU 14/2008 Pasal 17 huruf h)" in page
    assert "Menunggu persetujuan Atasan PPID" in page


def test_the_objection_letter_names_its_own_number_only_once_signed(world):
    request = signable(world)
    answer_sign(answer=request.answer, seen=request.version, by=world.ppid)
    objection = objection_file(request=request, grounds=["d"], position="Tidak sesuai", by=OPERATOR)
    deed = {"objection": objection, "seen": 0, "result": "rejected", "argument": "Sesuai", "by": world.superior}

    read = letter_rehearsed(lambda: objection_answer(**deed)).digest
    letter = objection_answer(**deed, read=read)

    assert letter.digest == read
    assert text_of(letter).count(letter.number) >= 2


def test_a_digest_of_another_letter_signs_nothing(world):
    request = signable(world)

    with pytest.raises(LetterChanged):
        answer_sign(answer=request.answer, seen=request.version, by=world.ppid, read="0" * 64)

    assert (Letter.objects.count(), numbers_used()) == (0, 0)


def test_the_trail_keeps_the_digest_of_the_paper(world):
    request = signable(world)
    letter = answer_sign(answer=request.answer, seen=request.version, by=world.ppid)

    assert EventValue.objects.filter(data__paper=letter.print.sha256, event__code="answer.signed").exists()


def test_a_paper_whose_bytes_changed_is_not_shown(world, desk):
    request = signable(world)
    letter = answer_sign(answer=request.answer, seen=request.version, by=world.ppid)
    LetterPrint.objects.filter(letter=letter).update(pdf=b"%PDF-1.7 lain")

    page = desk.get(reverse("disclosure:request-letter", args=[request.pk, letter.pk]))

    assert page.status_code == 409
    assert "bukan yang ditandatangani" in words(page)


def test_a_letter_is_read_aloud_well(world):
    request = signable(world)
    letter = answer_sign(answer=request.answer, seen=request.version, by=world.ppid)

    assert ua_faults(bytes(letter.print.pdf)) == []


@pytest.mark.django_db(transaction=True)
def test_of_two_who_sign_at_once_one_wins_and_one_number_is_used():
    world = build_world()
    request = signable(world)
    start, outcomes = threading.Barrier(2), []

    def sign() -> None:
        try:
            start.wait(timeout=30)
            outcomes.append(answer_sign(answer=request.answer, seen=request.version, by=world.ppid).number)
        except MovedOn as moved:
            outcomes.append(moved.message)
        finally:
            connection.close()

    people = [threading.Thread(target=sign) for _ in range(2)]
    for one in people:
        one.start()
    for one in people:
        one.join()

    letter = Letter.objects.get()
    assert letter.number in outcomes
    assert any("menandatangani jawaban" in told for told in outcomes)
    assert numbers_used() == 1


@pytest.mark.django_db(transaction=True)
def test_a_signature_cut_off_before_its_letter_leaves_nothing_and_can_be_given_again():
    world = build_world()
    request = signable(world)
    NumberSeries.objects.create(body=world.root, kind=NumberSeries.Kind.LETTER, year=2026, last=7)
    cut: list[Exception] = []

    def sign() -> None:
        try:
            answer_sign(answer=request.answer, seen=request.version, by=world.ppid)
        except OperationalError as lost:
            cut.append(lost)
        finally:
            connection.close()

    with transaction.atomic():
        NumberSeries.objects.select_for_update().get(kind=NumberSeries.Kind.LETTER)
        signing = threading.Thread(target=sign)
        signing.start()
        cut_off_whoever_waits()
        signing.join()

    assert len(cut) == 1
    assert (InformationRequest.objects.get(pk=request.pk).state, Letter.objects.count()) == ("running", 0)
    assert answer_sign(answer=request.answer, seen=request.version, by=world.ppid).number.startswith("008/")


def cut_off_whoever_waits() -> None:
    """End the server's process that waits for a lock, as a power cut would: decided, not yet numbered."""
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                "AND datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE '%numberseries%'"
            )
            if cursor.fetchall():
                return


def test_a_citizen_who_writes_in_other_signs_gets_letter_and_proof(world):
    request = asked(world.root, name="王小明", details="Daftar penerima bantuan 😀 tahun 2025\x07 di ꦗꦮ")

    letter = request_incomplete(request=request, seen=request.version, missing="Salinan KTP 🪪", by=OPERATOR)

    assert "WangXiaoMing" in text_of(letter)
    assert proof_of(request, follow="").startswith(b"%PDF")
