"""Papers: one page, tagged, readable as text, and silent about accused units."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from suluh.monitoring.reports.papers import regency_paper, unit_paper
from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.selectors.peers import peer_values
from suluh.monitoring.selectors.unit_file import unit_file
from tests.support.regency import Regency, regency_make


@pytest.fixture
def regency(db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


def read(content: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(content))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_unit_s_paper_is_one_tagged_page(regency):
    file = unit_file(regency.coordinator, regency.units[0].slug)
    reader, text = read(unit_paper(file, peer_values(regency.coordinator, "opd"), address="http://papan.example/"))

    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert regency.units[0].name in text
    assert "Laporan akses informasi tidak ditemukan" in text


def test_every_unit_s_paper_fits_one_page(regency):
    for unit in regency.units:
        file = unit_file(regency.coordinator, unit.slug)
        reader, _text = read(unit_paper(file, peer_values(regency.coordinator, unit.kind), address="http://p.example/"))
        assert len(reader.pages) == 1, unit


def test_the_government_s_paper_names_no_accused_unit(regency):
    board = overview(regency.coordinator)
    assert board is not None
    reader, text = read(regency_paper(board, address="http://papan.example/"))

    assert len(reader.pages) == 1
    assert regency.infected.unit.name not in text
    assert "Bersihkan 1 situs" in text
