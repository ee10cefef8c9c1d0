"""Drafts for tests: a story to which nothing is to be said, and the same with one thing changed."""

from dataclasses import replace
from datetime import date

from suluh.kernel.prose import Advice, Draft, advise

TODAY = date(2026, 4, 2)
LEAD = (
    "Dinas Kesehatan Kabupaten Arunika membuka layanan gigi malam di Puskesmas Karangjati mulai Senin, 6 April "
    "2026. Warga "
    "yang bekerja pada siang hari kini dapat berobat tanpa meninggalkan pekerjaan, cukup mendaftar lewat loket."
)
BODY = "“Kami menyiapkan dua dokter setiap malam,” kata Kepala Puskesmas Karangjati, Sri Handayani."
CLEAN = Draft("Puskesmas Karangjati Buka Layanan Malam", f"{LEAD}\n\n{BODY}", TODAY)


def told(**changes) -> dict[str, Advice]:
    """What is said of the clean story with these parts changed, by code."""
    return {one.code: one for one in advise(replace(CLEAN, **changes)).advice}


def told_with(sentence: str, **changes) -> dict[str, Advice]:
    """What is said when a sentence follows the clean story."""
    return told(text=f"{CLEAN.text}\n\n{sentence}", **changes)
