"""What a notice lacks, in sentences for the officer."""

from __future__ import annotations

from collections.abc import Iterable

from suluh.newsroom.notices.words import Lack

SENTENCES = {
    Lack.TITLE: "tulis judulnya dan ganti tanda titik-titik",
    Lack.HAZARD: "tulis apa yang terjadi",
    Lack.AREA: "pilih wilayah yang terkena",
    Lack.ACTION: "tulis apa yang harus dilakukan warga",
    Lack.CONTACT: "tulis nomor bantuan",
    Lack.END: "isi sampai kapan berlaku",
}


def told_lacks(lacks: Iterable[Lack]) -> str:
    """The lacks as one sentence."""
    return "; ".join(SENTENCES[lack] for lack in lacks) + "."
