"""A person gets everything that is kept of them, and has it corrected."""

import io
import json
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from suluh.disclosure.models import Applicant, InformationRequest
from suluh.disclosure.services.case_files import case_file_add
from suluh.disclosure.services.objections import objection_file
from suluh.disclosure.services.persons import person_correct, person_seek, person_take
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.disclosure.services.requests_identity import identity_open
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, EventValue
from tests.disclosure.asking import NIK, applicant, asked, drafted, running
from tests.support.pdf import PDF

OTHER = "3303044201900077"


@pytest.fixture(autouse=True)
def on_a_monday(time_machine, settings, tmp_path):
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    settings.MEDIA_ROOT = tmp_path


def found(world, typed) -> set[str]:
    return {case.number for case in person_seek(body=world.root, typed=typed, by=world.service)}


def taken(world, typed) -> zipfile.ZipFile:
    cases = person_seek(body=world.root, typed=typed, by=world.service)
    content = person_take(body=world.root, keys=[case.applicant.pk for case in cases], by=world.service)
    return zipfile.ZipFile(io.BytesIO(content))


def test_one_person_is_found_by_number_mail_code_and_case_and_by_each_of_them_whole(world):
    first, second = asked(world.root), asked(world.root, email="lain@warga.example")
    asked(world.root, identity=OTHER, email="orang.lain@warga.example")

    both = {first.number, second.number}
    for typed in (NIK, "3303 0442 0190 0042", "PEMOHON@warga.example", first.code, second.number):
        assert found(world, typed) == both, typed
    assert found(world, "") == found(world, "tidak ada") == set()


@pytest.mark.parametrize("typed", ["@", "-", "•••• ••••", "%", "_"])
def test_signs_without_a_letter_find_nobody_who_gave_no_number(world, typed):
    asked(world.root, identity="", email="")

    assert found(world, typed) == set()


def test_a_village_s_cases_are_not_found_by_the_regency(world):
    asked(world.village)

    assert found(world, NIK) == set()


def test_the_archive_holds_data_letters_and_files(world):
    case = running(world.root, world.service)
    case_file_add(request=case, purpose="identity", content=PDF, name="ktp.pdf", by=None)
    answer_sign(answer=drafted(case, world.service), seen=InformationRequest.objects.get().version, by=world.ppid)
    objection_file(request=InformationRequest.objects.get(), grounds=["d"], position="Tahun lain", by=None)
    archive = taken(world, NIK)

    told = json.loads(archive.read("data.json"))["perkara"][0]
    assert (told["nama"], told["nomor_identitas"], told["surel"]) == ("Pemohon Satu", NIK, "pemohon@warga.example")
    assert told["keberatan"][0]["kedudukan_perkara"] == "Tahun lain"
    assert "Pemohon Satu" in archive.read("data.html").decode()
    names = archive.namelist()
    assert any(name.endswith("ktp.pdf") for name in names)
    assert any("/surat/" in name for name in names)


def test_seeking_and_taking_are_events_that_hold_nothing_of_the_person(world):
    asked(world.root)
    taken(world, NIK)

    assert set(Event.objects.filter(code__startswith="person.").values_list("code", flat=True)) == {
        "person.sought", "person.taken",
    }  # fmt: skip
    told = str(list(EventValue.objects.values_list("data", flat=True)))
    assert NIK not in told
    assert "Pemohon Satu" not in told


def test_a_correction_forgets_the_earlier_value_and_tells_why(world):
    case = asked(world.root)
    told = applicant(name="Pemohon Benar", identity=OTHER)
    changed = person_correct(applicant=case.applicant, told=told, reason="KTP ditunjukkan", by=world.service)
    case = InformationRequest.objects.get()

    assert changed == ["name", "identity"]
    assert identity_open(request=case, by=world.service) == OTHER
    assert found(world, OTHER) == {case.number}
    assert found(world, NIK) == set()
    assert "Pemohon Satu" not in str(list(EventValue.objects.values_list("data", flat=True)))
    assert "KTP ditunjukkan" in str(Event.objects.get(code="person.corrected").value.data)


def test_an_empty_number_leaves_the_number_as_it_is(world):
    case = asked(world.root)
    person_correct(applicant=case.applicant, told=applicant(identity="", name="A B C"), reason="x", by=world.ppid)

    assert identity_open(request=InformationRequest.objects.get(), by=world.service) == NIK
    assert Applicant.objects.get().name == "A B C"


@pytest.mark.parametrize("person", ["superior", "officer", "leader", "coordinator", "admin"])
def test_the_service_alone_seeks_takes_and_corrects(world, person):
    case, by = asked(world.root), getattr(world, person)
    for deed in (
        lambda: person_seek(body=world.root, typed=NIK, by=by),
        lambda: person_take(body=world.root, keys=[case.applicant.pk], by=by),
        lambda: person_correct(applicant=case.applicant, told=applicant(), reason="x", by=by),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_keys_of_another_body_take_nothing(world):
    village = asked(world.village)
    content = person_take(body=world.root, keys=[village.applicant.pk], by=world.service)

    assert json.loads(zipfile.ZipFile(io.BytesIO(content)).read("data.json"))["perkara"] == []


def test_an_officer_seeks_takes_and_corrects_on_the_pages(world):
    case = asked(world.root)
    officer = Client()
    officer.force_login(world.service)
    seek = reverse("disclosure:person-seek", args=[world.root.slug])
    page = officer.post(seek, {"typed": NIK})
    word = page.context["word"]

    assert case.number in page.content.decode()
    assert NIK not in page.content.decode().replace(f'value="{NIK}"', "")
    take = reverse("disclosure:person-take", args=[world.root.slug])
    assert officer.post(take, {"word": word})["Content-Type"] == "application/zip"
    other = Client()
    other.force_login(world.ppid)
    assert other.post(take, {"word": word}).status_code == 302
    correct = reverse("disclosure:person-correct", args=[case.pk])
    form = {"kind": "person", "name": "Nama Benar", "address": "Jalan 2", "phone": "0000-2", "reason": "KTP"}
    assert officer.post(correct, form).status_code == 302
    assert Applicant.objects.get().name == "Nama Benar"
