"""Proofs are text: hostile pages are never served, and addresses are masked for those who need not see them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from suluh.monitoring.models import Evidence
from suluh.monitoring.selectors.proofs import masked, runs


@pytest.fixture
def proof(regency):
    return Evidence.objects.filter(findings=regency.infected).first()


def test_markup_in_an_excerpt_stays_text(board, proof):
    proof.excerpt = '<img src=x onerror="alert(1)"> slot gacor'
    proof.save(update_fields=["excerpt"])
    page = board.get(reverse("monitoring:evidence", args=[proof.pk])).content.decode()

    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_the_received_page_is_a_file_that_no_browser_runs(board, proof):
    answer = board.get(reverse("monitoring:evidence_body", args=[proof.pk]))

    assert answer.content.startswith(b"<script>")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_leader_reads_masked_addresses_and_downloads_nothing(signed_in, regency, proof):
    leader = signed_in(regency.leader)

    assert "judigacor" not in leader.get(reverse("monitoring:evidence", args=[proof.pk])).content.decode()
    assert "judigacor" not in leader.get(reverse("monitoring:finding", args=[regency.infected.pk])).content.decode()
    assert leader.get(reverse("monitoring:evidence_body", args=[proof.pk])).status_code == 403


def test_another_unit_s_proof_is_not_there(officer, proof):
    assert officer.get(reverse("monitoring:evidence", args=[proof.pk])).status_code == 404


def test_the_site_s_own_address_is_not_masked():
    text = masked("dlh.arunika.example memuat judi.example/promo", "dlh.arunika.example")

    assert "dlh.arunika.example" in text
    assert "judi.example" not in text


def test_marked_words_are_found_in_any_case():
    assert [run.words for run in runs("Main SLOT di sini", ["slot"]) if run.marked] == ["SLOT"]
