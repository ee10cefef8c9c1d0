"""A unit answers, another officer decides; both stand beside the finding."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import pytest
from django.urls import reverse

from suluh.monitoring.duties import MOST, findings_waiting
from suluh.monitoring.models import Finding
from suluh.monitoring.probes.injection.verdict import Signal
from suluh.monitoring.selectors.findings import FindingQuery, finding_list


@pytest.fixture
def own(regency):
    """An open finding of the officer's unit."""
    return Finding.objects.get(unit=regency.units[0], state="open")


def test_the_unit_contests_with_words_and_a_link(officer, own):
    address = reverse("monitoring:finding_contest", args=[own.pk])
    officer.post(address, {"text": "Ada di menu Unduhan.", "link": "https://contoh.example/lap"})
    page = officer.get(reverse("monitoring:finding", args=[own.pk])).content.decode()

    own.refresh_from_db()
    assert own.state == "contested"
    assert "Ada di menu Unduhan." in page
    assert "https://contoh.example/lap" in page


def test_an_empty_reply_keeps_what_was_typed_and_says_what_to_do(officer, own):
    address = reverse("monitoring:finding_contest", args=[own.pk])
    answer = officer.post(address, {"text": "", "link": "bukan alamat"})
    page = answer.content.decode()

    own.refresh_from_db()
    assert answer.status_code == 422
    assert own.state == "open"
    assert "Tulis mengapa temuan itu tidak tepat." in page
    assert 'value="bukan alamat"' in page


def test_a_unit_says_that_it_works_on_it(officer, own):
    officer.post(reverse("monitoring:finding_acknowledge", args=[own.pk]))

    own.refresh_from_db()
    assert own.state == "acknowledged"


def test_a_note_that_no_database_can_hold_is_kept_without_what_it_cannot(officer, own):
    officer.post(reverse("monitoring:finding_acknowledge", args=[own.pk]), {"note": "Sedang\x00 diperbaiki"})

    assert own.replies.get().text == "Sedang diperbaiki"


def test_a_coordinator_withdraws_what_the_unit_contested(board, regency):
    address = reverse("monitoring:finding_settle", args=[regency.contested.pk])
    board.post(address, {"decision": "withdraw", "text": "Tautan sudah hidup."})

    regency.contested.refresh_from_db()
    assert regency.contested.state == "withdrawn"
    assert regency.contested.replies.filter(kind="decision", text="Tautan sudah hidup.").exists()


def test_a_decision_needs_a_reason(board, regency):
    answer = board.post(reverse("monitoring:finding_settle", args=[regency.contested.pk]), {"decision": "uphold"})

    regency.contested.refresh_from_db()
    assert answer.status_code == 422
    assert regency.contested.state == "contested"


def test_the_unit_does_not_decide_about_itself(signed_in, regency):
    from tests.support.regency import Role, person_make

    accused = person_make("b@arunika.example", "Admin B", Role.UNIT_OFFICER, regency.contested.unit, subtree=False)
    address = reverse("monitoring:finding_settle", args=[regency.contested.pk])
    answer = signed_in(accused).post(address, {"decision": "withdraw", "text": "Benar."})

    regency.contested.refresh_from_db()
    assert answer.status_code == 403
    assert regency.contested.state == "contested"


def test_a_unit_does_not_see_the_findings_of_another(officer, regency):
    assert officer.get(reverse("monitoring:finding", args=[regency.contested.pk])).status_code == 404


def test_what_was_seen_once_is_shown_to_nobody(board, own):
    own.state = "seen"
    own.save(update_fields=["state"])

    assert board.get(reverse("monitoring:finding", args=[own.pk])).status_code == 404


def test_what_two_visitors_got_stands_side_by_side_and_what_only_one_got_is_marked(board, regency):
    page = board.get(reverse("monitoring:finding", args=[regency.infected.pk])).content.decode()

    assert "<figcaption>Pengunjung</figcaption>" in page
    assert "<figcaption>Mesin pencari</figcaption>" in page
    assert "<mark>slot gacor maxwin</mark>" in page
    assert "<mark>Layanan warga</mark>" not in page


def test_addresses_on_the_second_side_are_masked_for_those_without_the_original(regency, signed_in):
    page = signed_in(regency.leader).get(reverse("monitoring:finding", args=[regency.infected.pk])).content.decode()

    assert "daftar ▒" in page
    assert "judigacor.example" not in page


def test_the_probe_s_own_words_can_be_read_on_the_page(board, regency):
    regency.infected.data = {"signals": [asdict(Signal("hidden-css", "hidden", 3.0, "slot gacor"))], "pair": []}
    regency.infected.save()
    page = board.get(reverse("monitoring:finding", args=[regency.infected.pk])).content.decode()

    assert "Tautan yang disembunyikan dari pengunjung" in page


def test_signs_of_one_kind_are_told_once(board, regency):
    seen = ("slot gacor", "maxwin")
    regency.infected.data = {"signals": [asdict(Signal("term", "lexicon", 3.0, words)) for words in seen], "pair": []}
    regency.infected.save()
    page = board.get(reverse("monitoring:finding", args=[regency.infected.pk])).content.decode()

    assert page.count("Istilah judi di judul") == 1
    assert "slot gacor · maxwin" in page


def test_a_missing_item_has_no_page_to_show_and_leads_to_where_it_was_looked_for(board, own):
    Finding.objects.filter(pk=own.pk).update(code="no-B-d")
    own.proofs.clear()
    page = board.get(reverse("monitoring:finding", args=[own.pk])).content.decode()

    assert reverse("monitoring:item", args=[own.unit.slug, "B-d"]) in page
    assert "sudah tidak disimpan" not in page


def test_what_cannot_wait_stands_above_what_is_as_grave(board, regency, own):
    later = regency.infected.opened_at + timedelta(hours=1)
    Finding.objects.filter(pk=own.pk).update(code="silent", severity="high", opened_at=later)
    lines, _more = finding_list(regency.coordinator, FindingQuery(), after=0)
    codes = [line.row.code for line in lines]

    assert codes.index("infected") < codes.index("dead") < codes.index("silent")


def test_further_findings_of_a_unit_are_folded_away(board, regency, own):
    for number in range(6):
        own.pk, own.code = None, f"no-T-{'abcdef'[number]}"
        own.save()
    page = board.get(reverse("monitoring:unit", args=[own.unit.slug])).content.decode()

    assert "temuan lain" in page.split('<details class="fold">')[-1]


def test_many_newer_findings_of_others_hide_no_answer_that_is_owed_and_no_decision_that_waits(regency, own):
    contested = Finding.objects.get(state="contested")
    other = regency.infected
    Finding.objects.bulk_create(
        Finding(
            site=other.site, unit=other.unit, code=f"lain-{number}", severity="low", message="Lain", state="open",
            first_seen=other.first_seen, last_seen=other.last_seen, opened_at=other.last_seen + timedelta(days=1),
        )
        for number in range(MOST + 5)
    )  # fmt: skip

    assert [duty.url for duty in findings_waiting(regency.officer)] == [reverse("monitoring:finding", args=[own.pk])]
    decisions = [reverse("monitoring:finding", args=[contested.pk])]
    assert [duty.url for duty in findings_waiting(regency.coordinator)] == decisions
