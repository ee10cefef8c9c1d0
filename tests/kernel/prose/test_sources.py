"""Whose word a statement or a figure is."""

from datetime import date

import pytest

from suluh.kernel.prose import Draft, unsourced


def left_open(text: str) -> str:
    return unsourced(Draft("Judul", text, date(2026, 4, 2)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kasus demam berdarah turun 40 persen sejak Januari.", "turun 40 persen"),
        ("Dana perbaikan Rp1,5 juta per rumah.", "Rp1"),
        (
            "“Air sudah surut sejak pagi tadi sekali.” Warga kembali ke rumah.",
            "“Air sudah surut sejak pagi tadi sekali.”",
        ),
    ],
)
def test_a_figure_or_a_quote_without_a_source_is_found(text, found):
    assert left_open(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kasus demam berdarah turun 40 persen menurut catatan Dinas Kesehatan.",
        "“Air sudah surut sejak pagi tadi sekali,” kata Camat Fajar, Rina Wulandari.",
        "Imunisasi campak Senin 6 April 2026 pukul 08.00 WIB di puskesmas.",
    ],
)
def test_a_named_source_and_plain_dates_leave_nothing_open(text):
    assert left_open(text) == ""
