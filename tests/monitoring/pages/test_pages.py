"""Every page of the board answers, to those who may see it, within its budget of queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from suluh.monitoring.models import Evidence
from tests.support.regency import Regency, regency_make


def addresses(regency: Regency) -> dict[str, str]:
    unit = regency.units[0]
    proof = Evidence.objects.filter(findings=regency.infected).first()
    assert proof is not None
    return {
        "overview": "/",
        "waiting": reverse("monitoring:waiting"),
        "digest": reverse("monitoring:digest"),
        "units": reverse("monitoring:units"),
        "kind": reverse("monitoring:units") + "?jenis=opd&urut=terbit&jangka=52",
        "nothing": reverse("monitoring:units") + "?q=tidakada",
        "compare": reverse("monitoring:compare") + f"?u={regency.units[0].pk}&u={regency.units[1].pk}",
        "unit": reverse("monitoring:unit", args=[unit.slug]),
        "item": reverse("monitoring:item", args=[unit.slug, "B-a1"]),
        "findings": reverse("monitoring:findings"),
        "closed": reverse("monitoring:findings") + "?tab=selesai",
        "finding": reverse("monitoring:finding", args=[regency.infected.pk]),
        "evidence": reverse("monitoring:evidence", args=[proof.pk]),
        "recap": reverse("monitoring:recap", args=["2026-01"]),
        "ranking": reverse("evaluation:ranking"),
        "sweeps": reverse("monitoring:sweeps"),
        "sweep": reverse("monitoring:sweep", args=[regency.sweep.pk]),
    }


def test_every_page_answers_the_coordinator(regency, board):
    answers = {name: board.get(address).status_code for name, address in addresses(regency).items()}

    assert set(answers.values()) == {200}, answers


def test_nobody_reads_a_page_without_signing_in(regency):
    stranger = Client()

    assert {stranger.get(address).status_code for address in addresses(regency).values()} == {302}


def test_pages_carry_no_inline_script_or_style(regency, board):
    for name, address in addresses(regency).items():
        page = board.get(address).content.decode()
        assert "<script>" not in page, name
        assert " style=" not in page, name
        assert " onclick=" not in page, name


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("address", ["/", "/unit/?jenis=desa&n=50", "/unit/?jenis=desa&n=500"])
def test_overview_and_list_need_at_most_twelve_queries_once_duties_are_known(board, address):
    board.get("/menunggu/")

    assert queries_of(board, address) <= 12


def test_a_longer_list_needs_no_more_queries(db, signed_in):
    regency = regency_make(offices=3, districts=2, villages=20)
    client = signed_in(regency.coordinator)

    assert queries_of(client, "/unit/?jenis=desa&n=10") >= queries_of(client, "/unit/?jenis=desa&n=500")


def test_a_page_that_is_not_there_says_so_in_a_sentence(board):
    answer = board.get("/unit/tidak-ada/")

    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


def test_a_citizen_at_the_front_door_is_led_to_the_citizens_page_where_officers_sign_in(db):
    answer = Client().get("/", follow=True)
    page = answer.content.decode()

    assert answer.redirect_chain == [("/beranda/", 302)]
    assert 'href="/accounts/login/"' in page
