"""Papers of exclusions, decrees and payments: what each says, and who never reads it."""

import threading
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from suluh.disclosure.errors import DayNotPossible, ExclusionState, MovedOn, NotInThisState
from suluh.disclosure.models import Answer, Decree, DecreePrint, Exclusion, InformationRequest, Letter, NumberSeries
from suluh.disclosure.papers.contents import amount_words
from suluh.disclosure.services.decree_print import decree_print
from suluh.disclosure.services.exclusion_papers import exclusion_paper
from suluh.disclosure.services.exclusions import exclusion_draft
from suluh.disclosure.services.reports import report_finish
from suluh.disclosure.services.requests_answer import answer_pay, answer_sign
from suluh.disclosure.services.service_desk import service_change
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import drafted, running
from tests.disclosure.excluding import excluded, sheet
from tests.disclosure.making import fix, published
from tests.support.pdf_ua import ua_faults
from tests.world import build_world

EXACT = "Nama dan diagnosis 12 pasien KLB"
MONDAY = "2026-03-16 03:00:00+00:00"


@pytest.fixture(autouse=True)
def on_a_monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def costly(world, **more) -> Answer:
    request = running(world.root, OPERATOR)
    answer = drafted(
        request, OPERATOR, sheets=25, sheet_price=500, sending_cost=9000, payment="Tunai di loket", available="Besok"
    )
    answer_sign(answer=answer, seen=request.version + 1, by=world.ppid)
    return Answer.objects.select_related("request__applicant").get(pk=answer.pk)


def paid(answer: Answer, by, on: date = date(2026, 3, 16)) -> Letter:
    seen = InformationRequest.objects.get(pk=answer.request_id).version
    return answer_pay(answer=answer, seen=seen, on=on, by=by)


def changed(world) -> Exclusion:
    old = excluded(world.health)
    more = {"harm": "Privasi keluarga pasien terbuka.", "ends_on": date(2027, 1, 1), "number": "06/UK/2026"}
    return excluded(world.health, replaces=old, **more)


def test_the_sheet_of_the_test_names_information_consequences_and_testers(world):
    text = text_of(exclusion_paper(exclusion=excluded(world.health), name="uji", by=world.ppid))

    assert all(part in text for part in (EXACT, "Riwayat kesehatan", "Rahasia pribadi", "Dr. Contoh", "Tanda tangan"))


def test_the_determination_has_every_part_of_the_annex(world):
    text = text_of(exclusion_paper(exclusion=excluded(world.health), name="penetapan", by=world.ppid))

    assert all(part in text for part in ("77/2026", EXACT, "Jenis klasifikasi", "Pasal 17 huruf h", "Pimpinan Badan"))


def test_the_sheet_of_a_change_sets_what_was_beside_what_is_to_be(world):
    text = text_of(exclusion_paper(exclusion=changed(world), name="pengubahan", by=world.ppid))

    assert all(part in text for part in ("Semula", "Pengubahan", "Riwayat kesehatan", "Privasi keluarga", "1 Januari"))


def test_the_decision_on_a_change_names_the_test_and_what_it_replaces(world):
    text = text_of(exclusion_paper(exclusion=changed(world), name="penetapan", by=world.ppid))

    assert all(part in text for part in ("Keputusan pengubahan klasifikasi", "06/UK/2026", "Penetapan yang diganti"))


def test_what_is_not_approved_has_no_determination(world):
    draft = exclusion_draft(unit=world.health, number="9/2026", sheet=sheet(), by=OPERATOR)

    with pytest.raises(ExclusionState):
        exclusion_paper(exclusion=draft, name="penetapan", by=world.ppid)
    assert "Belum diputuskan" in text_of(exclusion_paper(exclusion=draft, name="uji", by=world.ppid))


@pytest.mark.parametrize(
    "address",
    ["/informasi/daftar.pdf", "/register/permohonan.pdf", "/register/keberatan.pdf", "/laporan-layanan/2025.pdf"],
)
def test_open_papers_are_read_aloud_well(world, address):
    published(world.health, world.root, "Jadwal imunisasi 2026")
    running(world.root, OPERATOR)
    report_finish(body=world.root, year=2025, by=OPERATOR)

    assert ua_faults(Client().get(address).getvalue()) == []


@pytest.mark.parametrize("name", ["uji", "penetapan"])
def test_papers_of_exclusions_are_read_aloud_well(world, name):
    assert ua_faults(exclusion_paper(exclusion=excluded(world.health), name=name, by=world.ppid)) == []


def test_whoever_may_not_see_the_test_gets_no_paper_of_it(world):
    test = excluded(world.health)

    with pytest.raises(NotAllowed):
        exclusion_paper(exclusion=test, name="uji", by=world.sibling)
    page = signed_in(world.sibling).get(reverse("disclosure:exclusion-paper", args=[test.pk, "uji"]))
    assert page.status_code == 404


def test_taking_a_paper_is_told_in_the_trail(world):
    exclusion_paper(exclusion=excluded(world.health), name="uji", by=world.ppid)

    assert Event.objects.filter(code="exclusion.printed", person=world.ppid).exists()


def test_the_public_extract_never_names_the_exact_information(world):
    test = excluded(world.health)

    page = Client().get(reverse("disclosure:exclusion-extract", args=[test.pk]))

    text = text_of(page.content)
    assert test.label in text
    assert "Kutipan penetapan" in text
    assert "diagnosis" not in text


@pytest.mark.parametrize("state", ["draft", "sent", "replaced", "opened"])
def test_only_an_exclusion_in_force_has_a_public_extract(world, state):
    test = excluded(world.health)
    Exclusion.objects.filter(pk=test.pk).update(state=state)

    assert Client().get(reverse("disclosure:exclusion-extract", args=[test.pk])).status_code == 404


def test_the_decree_carries_the_list_as_its_annex_for_everybody(world):
    published(world.health, world.root, "Jadwal imunisasi 2026")
    fix(world.root, "04/PPID/2026")
    decree = Decree.objects.get(number="04/PPID/2026")

    pdf = Client().get(reverse("disclosure:decree-paper", args=[decree.pk])).content

    text = text_of(pdf)
    assert all(
        part in text for part in ("04/PPID/2026", "MEMUTUSKAN", "Jadwal imunisasi 2026", "dinyatakan tidak berlaku")
    )
    assert ua_faults(pdf) == []


def test_what_was_excluded_since_leaves_the_decree_without_its_name(world):
    published(world.health, world.root, "Jadwal imunisasi 2026")
    item = published(world.health, world.root, "Rekam medis contoh")
    excluded(world.health, item=item)

    for client in (Client(), signed_in(world.ppid)):
        text = text_of(client.get(reverse("disclosure:decree-paper", args=[Decree.objects.latest("pk").pk])).content)
        assert "Rekam medis" not in text
        assert "1 butir tidak dicetak" in text


def test_a_kept_paper_of_a_decree_goes_with_what_is_excluded_later(world):
    open_one = published(world.health, world.root, "Jadwal imunisasi 2026")
    published(world.health, world.root, "Daftar puskesmas 2026")
    decree = Decree.objects.latest("pk")
    first = decree_print(decree)
    assert decree_print(decree) == first

    excluded(world.health, item=open_one)

    assert "Jadwal imunisasi" in text_of(first)
    assert "Jadwal imunisasi" not in text_of(decree_print(decree))
    assert "imunisasi" not in text_of(bytes(DecreePrint.objects.get(decree=decree).pdf))


def test_a_draft_of_a_decree_has_no_paper(world):
    published(world.health, world.root)
    Decree.objects.update(state=Decree.State.DRAFT)

    address = reverse("disclosure:decree-paper", args=[Decree.objects.latest("pk").pk])
    assert [client.get(address).status_code for client in (Client(), signed_in(world.ppid))] == [404, 404]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1000, "seribu rupiah"),
        (11500, "sebelas ribu lima ratus rupiah"),
        (21500, "dua puluh satu ribu lima ratus rupiah"),
        (100_000, "seratus ribu rupiah"),
        (1_250_750, "satu juta dua ratus lima puluh ribu tujuh ratus lima puluh rupiah"),
    ],
)
def test_an_amount_is_written_in_words(amount, words):
    assert amount_words(amount) == words


def test_a_payment_writes_its_receipt_with_the_amount_in_words(world):
    answer = costly(world)

    receipt = paid(answer, world.service)

    text = text_of(bytes(receipt.print.pdf))
    assert receipt.number == "001/KW-PPID/III/2026"
    assert all(
        part in text for part in ("Rp21.500", "dua puluh satu ribu lima ratus rupiah", "25 lembar", receipt.number)
    )
    assert ua_faults(bytes(receipt.print.pdf)) == []


def test_receipts_are_numbered_apart_from_letters_and_without_a_gap(world):
    numbers = [paid(costly(world), world.service).number for _ in range(3)]

    assert [number.partition("/")[0] for number in numbers] == ["001", "002", "003"]
    assert NumberSeries.objects.get(kind="letter").last == 3


def test_a_payment_is_noted_once(world):
    answer = costly(world)
    paid(answer, world.service)

    with pytest.raises(NotInThisState):
        paid(answer, world.service)
    assert NumberSeries.objects.get(kind="receipt").last == 1


@pytest.mark.parametrize("day", [date(2026, 3, 15), date(2026, 3, 17)])
def test_a_payment_lies_between_the_answer_and_today(world, day):
    answer = costly(world)

    with pytest.raises(DayNotPossible):
        paid(answer, world.service, on=day)


def test_letters_and_receipts_cannot_share_one_pattern(world):
    with pytest.raises(Refused, match="berbeda"):
        service_change(
            body=world.root, by=world.ppid, letter_pattern="{nomor}/{tahun}", receipt_pattern="{nomor}/{tahun}"
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_a_payment_at_once_one_writes_the_receipt():
    world = build_world()
    answer = costly(world)
    start, outcomes = threading.Barrier(2), []

    def pay() -> None:
        seen = InformationRequest.objects.get(pk=answer.request_id).version
        try:
            start.wait(timeout=30)
            outcomes.append(answer_pay(answer=answer, seen=seen, on=date(2026, 3, 16), by=world.service).number)
        except MovedOn:
            outcomes.append("")
        finally:
            connection.close()

    people = [threading.Thread(target=pay) for _ in range(2)]
    for one in people:
        one.start()
    for one in people:
        one.join()

    assert sorted(outcomes) == ["", "001/KW-PPID/III/2026"]
