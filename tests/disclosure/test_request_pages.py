"""Public and officers' pages of requests."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from suluh.disclosure.forms_public import new_token
from suluh.disclosure.models import InformationRequest, SuggestionUse
from suluh.disclosure.selectors.requests import requests_visible_to
from suluh.disclosure.services.requests_answer import answer_sign
from suluh.disclosure.services.requests_limits import CODES_PER_ADDRESS
from suluh.disclosure.services.suggesting import suggestions_saved
from suluh.organization.models import Role
from tests.disclosure.asking import NIK, asked, drafted, running
from tests.disclosure.making import published
from tests.world import appointed

FORM = {
    "details": "Anggaran pengangkutan sampah tahun 2025", "purpose": "Penelitian", "kind": "person", "situs": "",
    "name": "Pemohon Satu", "identity": NIK, "address": "Jalan Fajar 1", "email": "pemohon@warga.example",
    "ways": ["wants_softcopy"], "delivery": "mail",
}  # fmt: skip


@pytest.fixture
def citizen() -> Client:
    return Client()


@pytest.fixture
def token(time_machine) -> str:
    """A token that was handed out a minute ago."""
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    made = new_token()
    time_machine.move_to("2026-03-16 03:01:00+00:00", tick=False)
    return made


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def send(citizen, token, **changed):
    return citizen.post(reverse("disclosure:ask"), {**FORM, "token": token, **changed})


def test_a_citizen_asks_without_an_account_and_reads_number_and_code(world, citizen, token):
    answer = send(citizen, token)
    made = InformationRequest.objects.get()

    page = citizen.get(answer["Location"])
    assert made.number in words(page)
    assert made.code in words(page)


@pytest.mark.parametrize("named", ["", "health", "village"])
def test_a_request_goes_where_somebody_serves_never_to_a_unit_that_nobody_reads_for(world, citizen, token, named):
    there = f"?badan={getattr(world, named).slug}" if named else ""
    citizen.post(reverse("disclosure:ask") + there, {**FORM, "token": token})

    assert requests_visible_to(world.ppid).get().body == world.root


def test_a_village_with_a_ppid_of_its_own_gets_its_requests(world, citizen, token):
    villages = appointed("ppid.embun@arunika.example", Role.PPID, world.village)
    citizen.post(f"{reverse('disclosure:ask')}?badan={world.village.slug}", {**FORM, "token": token})

    assert requests_visible_to(villages).get().body == world.village


def test_an_officer_records_for_a_public_body_alone(world):
    client = Client()
    client.force_login(world.ppid)

    for name in ("request-record", "objection-unasked"):
        assert client.get(reverse(f"disclosure:{name}", args=[world.root.slug])).status_code == 200
        assert client.get(reverse(f"disclosure:{name}", args=[world.health.slug])).status_code == 404


@pytest.mark.parametrize("name", ["ask", "object-unasked", "statistics"])
def test_a_body_that_is_none_is_not_found(world, citizen, name):
    for named in ("tidak-ada", "%00", "a%00b"):
        assert citizen.get(f"{reverse(f'disclosure:{name}')}?badan={named}").status_code == 404


def test_a_double_click_gives_one_request_and_the_same_page(world, citizen, token):
    pages = [send(citizen, token)["Location"] for _ in range(2)]

    assert pages[0] == pages[1]
    assert InformationRequest.objects.count() == 1


def test_what_is_wrong_keeps_what_was_typed(world, citizen, token):
    answer = send(citizen, token, identity="123", purpose="Tugas akhir tentang sampah")

    assert answer.status_code == 422
    assert "Tugas akhir tentang sampah" in answer.content.decode()
    assert "16 angka" in words(answer)


def test_the_trap_for_machines_refuses(world, citizen, token):
    assert send(citizen, token, situs="http://spam.example").status_code == 422
    assert not InformationRequest.objects.exists()


def test_a_form_that_comes_back_at_once_is_asked_for_again(world, citizen, token):
    quick = new_token()

    assert send(citizen, quick).status_code == 422
    assert not InformationRequest.objects.exists()


def test_a_forged_token_is_replaced_and_the_form_can_be_sent_again(world, citizen, token, time_machine):
    answer = send(citizen, "palsu")
    fresh = re.search(r'name="token" value="([^"]+)"', answer.content.decode())
    time_machine.shift(60)

    assert fresh is not None
    assert send(citizen, fresh[1]).status_code == 302


def test_one_identity_sends_five_forms_a_day(world, citizen, time_machine, token):
    made = []
    for _ in range(6):
        one = new_token()
        time_machine.shift(30)
        made.append(send(citizen, one).status_code)

    assert made == [302] * 5 + [422]


@pytest.mark.parametrize("identity", ["3303049901900042", "1111111111111111", "33030442019000421"])
def test_an_impossible_nik_is_told(world, citizen, token, identity):
    assert "NIK" in words(send(citizen, token, identity=identity))


def test_a_legal_body_gives_its_decree_and_its_name(world, citizen, token):
    assert send(citizen, token, kind="body", identity="AHU-12.AH.01.04 Tahun 2020").status_code == 422
    told = {"kind": "body", "identity": "AHU-12.AH.01.04 Tahun 2020", "represents": "Yayasan Fajar"}
    assert send(citizen, token, **told).status_code == 302


def test_what_is_public_is_shown_before_sending_and_what_it_saved_is_counted(world, citizen, token):
    item = published(world.health, world.root)
    page = citizen.post(reverse("disclosure:ask"), {"details": "jadwal angkut sampah"})
    link = re.search(r'href="(/permohonan/saran/[^"]+)"', page.content.decode())

    assert link is not None
    assert citizen.get(link[1])["Location"] == item.get_absolute_url()
    day = SuggestionUse.objects.get().at.date()
    assert suggestions_saved(first=day, last=day).saved == 1


def test_an_unknown_code_is_404_and_after_many_a_network_is_told_so_and_learns_nothing(world, citizen):
    track, find = reverse("disclosure:track", args=[asked(world.root).code]), reverse("disclosure:track-find")
    for number in range(CODES_PER_ADDRESS):
        wrong = reverse("disclosure:track", args=[f"AAAA-BBBB-CCCC-{number:04d}"])
        assert citizen.get(wrong).status_code == 404

    right, other = citizen.get(track), citizen.get(wrong)
    assert (right.status_code, words(right)) == (409, words(other))
    assert "jaringan Anda" in words(citizen.post(find, {"kode": track.split("/")[2]}))
    assert citizen.get(track, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_the_requester_reads_the_letter_and_rates_the_service(world, citizen):
    request = running(world.root, world.service)
    letter = answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)

    assert letter.number in words(citizen.get(reverse("disclosure:track", args=[request.code])))
    paper = citizen.get(reverse("disclosure:track-letter", args=[request.code, letter.pk]))
    assert paper.content.startswith(b"%PDF")
    citizen.post(reverse("disclosure:track-rate", args=[request.code]), {"rating": "4"})
    assert InformationRequest.objects.get().rating == 4


def test_another_s_code_does_not_open_the_letter(world, citizen):
    request = running(world.root, world.service)
    letter = answer_sign(answer=drafted(request, world.service), seen=2, by=world.ppid)
    other = asked(world.root)

    assert citizen.get(reverse("disclosure:track-letter", args=[other.code, letter.pk])).status_code == 404


def test_the_number_of_an_identity_is_masked_on_every_page_but_the_one_that_tells(world):
    request = asked(world.root)
    officer = Client()
    officer.force_login(world.service)

    for page in (reverse("disclosure:requests"), reverse("disclosure:request", args=[request.pk])):
        assert NIK not in officer.get(page).content.decode()
    assert NIK in officer.post(reverse("disclosure:request-identity", args=[request.pk])).content.decode()


def test_people_outside_the_service_see_no_request_in_the_list(world):
    request = asked(world.root)
    coordinator = Client()
    coordinator.force_login(world.coordinator)

    assert request.number not in coordinator.get(reverse("disclosure:requests")).content.decode()


def test_a_browser_that_opened_its_case_is_not_shut_out_by_those_who_try_codes_next_door(world, citizen):
    made, other = asked(world.root), asked(world.root)
    citizen.get(reverse("disclosure:track", args=[made.code]))
    for number in range(60):
        Client().get(reverse("disclosure:track", args=[f"AAAA-BBBB-CCCC-{number:04d}"]))

    assert citizen.get(reverse("disclosure:track", args=[made.code])).status_code == 200
    assert citizen.get(reverse("disclosure:track", args=[other.code])).status_code == 409
    assert Client().get(reverse("disclosure:track", args=[made.code])).status_code == 409


def test_somebody_else_who_knows_a_number_cannot_use_up_its_forms(world, citizen, time_machine, token):
    for _ in range(6):
        one = new_token()
        time_machine.shift(30)
        citizen.post(reverse("disclosure:ask"), {**FORM, "token": one}, REMOTE_ADDR="203.0.113.7")

    assert send(citizen, token).status_code == 302


def test_addresses_of_one_household_count_as_one(world, citizen, time_machine, token):
    made = []
    for number in range(6):
        one = new_token()
        time_machine.shift(30)
        told = {**FORM, "token": one}
        made.append(citizen.post(reverse("disclosure:ask"), told, REMOTE_ADDR=f"2001:db8::{number}").status_code)

    assert made == [302] * 5 + [422]


def test_behind_a_proxy_visitors_are_told_apart_by_the_address_that_it_saw(
    world, citizen, time_machine, token, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    made = []
    for number in range(12):
        one = new_token()
        time_machine.shift(30)
        forged_first = f"198.51.100.{number}, 203.0.113.{number % 2}"
        answer = citizen.post(
            reverse("disclosure:ask"), {**FORM, "token": one}, headers={"X-Forwarded-For": forged_first}
        )
        made.append(answer.status_code)

    assert made == [302] * 10 + [422] * 2


def test_pages_of_a_case_tell_no_other_site_their_address(world, citizen):
    page = citizen.get(reverse("disclosure:track", args=[asked(world.root).code]))

    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
