"""What is withheld on an exemption rests on a determination in force, and goes out with its extract."""

from datetime import date
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from suluh.disclosure import private_store
from suluh.disclosure.errors import ExclusionNotFitting, ExclusionOver, NeedsExclusion, OnlyAPart
from suluh.disclosure.forms_cases import AnswerForm
from suluh.disclosure.models import Answer, CaseFile, Exclusion, Notice
from suluh.disclosure.services.exclusions import exclusion_open
from suluh.disclosure.services.notices import notice_deliver
from suluh.disclosure.services.objections import objection_answer, objection_file
from suluh.disclosure.services.requests_answer import answer_approve, answer_send, answer_sign
from suluh.disclosure.services.withholding import require_grounded
from suluh.organization.rights import OPERATOR
from tests.disclosure.asking import drafted, running, withheld
from tests.disclosure.excluding import excluded
from tests.disclosure.making import published

FORM = {
    "seen": 1, "result": "refused", "words": "Isi", "softcopy": "on", "sheets": 0, "sheet_price": 0, "sending_cost": 0,
    "ground": "17h", "reason": "Data pribadi",
}  # fmt: skip


@pytest.fixture(autouse=True)
def on_a_monday(time_machine, settings, tmp_path):
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    settings.MEDIA_ROOT = tmp_path
    settings.SEALED_ROOT = tmp_path / "sealed"


def approved(world, **more) -> Answer:
    request = running(world.root, world.service)
    answer = drafted(request, world.service, **withheld(world.health, **more))
    answer_send(answer=answer, seen=2, by=world.service)
    return answer_approve(answer=answer, seen=3, by=world.superior)


def filled(world, **changed) -> AnswerForm:
    return AnswerForm({**FORM, **changed}, body=world.root)


def in_part(world) -> Exclusion:
    item = published(world.health, world.root)
    return excluded(world.health, item=item, scope=Exclusion.Scope.PART)


def test_the_form_says_that_a_determination_is_missing(world):
    form = filled(world)

    assert not form.is_valid()
    assert "uji konsekuensi" in form.errors["exclusion"][0]


def test_the_form_offers_only_what_is_in_force_and_never_the_exact_information(world):
    held = excluded(world.health)
    excluded(world.social, number="06/UK/2026", label="Sudah dibuka")
    Exclusion.objects.filter(number="06/UK/2026").update(state="opened")

    shown = str(filled(world)["exclusion"])

    assert held.label in shown
    assert "Sudah dibuka" not in shown
    assert "diagnosis" not in shown


def test_a_refusal_on_a_determination_is_complete(world):
    assert filled(world, exclusion=excluded(world.health).pk).is_valid()


def test_an_excluded_part_never_closes_the_whole(world):
    part = in_part(world).pk

    assert "sebagian" in filled(world, exclusion=part).errors["exclusion"][0]
    assert filled(world, exclusion=part, result="partial").is_valid()


def test_a_ground_that_was_not_tested_is_not_withheld_on(world):
    assert filled(world, exclusion=excluded(world.health).pk, ground="17b").errors["exclusion"]


def test_a_ground_outside_article_17_needs_no_determination(world):
    assert filled(world, ground="6-3-e").is_valid()


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"exclusion": None}, NeedsExclusion),
        ({"ground": "17a"}, ExclusionNotFitting),
        ({"ground": "6-3-d"}, ExclusionNotFitting),
        ({"body": "village"}, ExclusionNotFitting),
        ({"state": "opened"}, ExclusionOver),
        ({"scope": "part"}, OnlyAPart),
    ],
)
def test_what_does_not_rest_on_a_fitting_determination_is_refused(world, more, error):
    exclusion = excluded(world.health)
    exclusion.state, exclusion.scope = more.get("state", "force"), more.get("scope", "whole")
    given = {"result": "refused", "ground": more.get("ground", "17h"), "exclusion": more.get("exclusion", exclusion)}

    with pytest.raises(error):
        require_grounded(body=getattr(world, more.get("body", "root")), **given)


def test_the_extract_is_attached_when_the_superior_is_asked(world):
    answer = approved(world)

    file = CaseFile.objects.get(request=answer.request, purpose="decree")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(private_store.read(file.stored))).pages)
    assert "77/2026" in text
    assert "diagnosis" not in text


def test_a_decree_that_was_attached_by_hand_is_kept_alone(world):
    request = running(world.root, world.service)
    answer = drafted(request, world.service, **withheld(world.health))
    CaseFile.objects.create(
        request=request, purpose="decree", name="sk.pdf", stored="x", media_type="application/pdf", size=1, sha256="0"
    )
    answer_send(answer=answer, seen=2, by=world.service)

    assert CaseFile.objects.get(request=request).name == "sk.pdf"


def test_what_was_opened_before_the_signature_is_not_withheld_any_more(world):
    answer = approved(world)
    exclusion_open(exclusion=answer.exclusion, reason="Kepentingan umum", by=OPERATOR)

    with pytest.raises(ExclusionOver):
        answer_sign(answer=answer, seen=4, by=world.ppid)


def test_the_refusal_goes_out_with_its_decree(world):
    letter = answer_sign(answer=approved(world), seen=4, by=world.ppid)

    notice_deliver(notice_id=Notice.objects.get(letter=letter).pk)

    assert [name for name, _content, _type in mail.outbox[0].attachments][1].startswith("kutipan-penetapan-05-UK-2026")
    page = Client().get(reverse("disclosure:track", args=[letter.request.code])).content.decode()
    assert "kutipan-penetapan-05-UK-2026" in page


def test_a_partial_answer_explains_what_is_blackened_and_why(world):
    part = in_part(world)
    answer = approved(world, result="partial", reason="Nama pasien dihitamkan.", exclusion=part)
    letter = answer_sign(answer=answer, seen=4, by=world.ppid)

    told = {code: text for code, _label, text in letter.parts}
    assert "Nama pasien dihitamkan." in told["blackened"]
    assert part.decree_number in told["blackened"]
    assert told["extent"] == "Sebagian"


def test_a_confirmed_refusal_names_its_determination(world):
    answer = approved(world)
    answer_sign(answer=answer, seen=4, by=world.ppid)
    objection = objection_file(request=answer.request, grounds=["a"], position="Kami keberatan", by=OPERATOR)

    letter = objection_answer(objection=objection, seen=0, result="rejected", argument="Sesuai", by=OPERATOR)

    assert "77/2026" in {code: text for code, _label, text in letter.parts}["decree"]


def test_a_draft_keeps_the_number_of_its_decree(world):
    answer = drafted(running(world.root, world.service), world.service, **withheld(world.health))

    assert (answer.decree_number, answer.exclusion.decree_day) == ("77/2026", date(2026, 4, 2))
    assert answer.exclusion.starts_on == timezone.localdate()
