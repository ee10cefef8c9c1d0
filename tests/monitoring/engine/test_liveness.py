"""Names that nobody uses any more and servers that nobody set up are told from sites of units."""

from datetime import UTC, datetime

import pytest

from suluh.kernel.http.answer import Answer, Reason
from suluh.monitoring.engine.liveness import judged


def reason_of(title: str, text: str) -> Reason:
    html = f"<html><head><title>{title}</title></head><body><p>{text}</p></body></html>"
    url = "http://contoh.desa.id/"
    kind = {"content-type": "text/html"}
    answer = Answer(url, url, Reason.OK, datetime(2026, 5, 1, tzinfo=UTC), status=200, headers=kind, body=html.encode())
    return judged(answer, html).reason


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("contoh.desa.id", "Domain contoh.desa.id telah kedaluwarsa. Hubungi penyedia untuk memperpanjang."),
        ("contoh.desa.id", "Nama domain contoh.desa.id sudah tidak aktif."),
        ("contoh.desa.id", "Masa aktif domain Anda sudah berakhir."),
        ("contoh.desa.id", "contoh.desa.id may be for sale"),
        ("Domain dijual", "Domain ini dijual, hubungi pemiliknya."),
        ("Akun ditangguhkan", "Akun hosting ini telah ditangguhkan."),
        ("Situs", "Website ini telah dinonaktifkan oleh penyedia."),
        ("Suspended", "This website has been suspended."),
        ("Welcome", "Welcome to OpenResty! If you see this page, it works."),
        ("Selamat", "Selamat, website Anda telah aktif! Silakan unggah berkas Anda."),
        ("HTTP Server Test Page", "This page is used to test the proper operation of the server."),
    ],
)
def test_parked_suspended_and_default_pages_are_no_site(title, text):
    assert reason_of(title, text) is Reason.PARKED


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kelurahan Contoh", "Pelayanan akta di loket ditangguhkan sampai Senin karena pemeliharaan jaringan."),
        ("Desa Contoh", "Desa kami kini memakai domain desa.id untuk situs resmi."),
        ("Kecamatan Contoh", "Masa berlaku KTP elektronik tidak habis, berlaku seumur hidup."),
        ("Dinas Contoh", "Situs ini sedang dalam pemeliharaan, layanan tetap buka."),
    ],
)
def test_a_unit_that_speaks_of_closing_or_domains_is_a_site(title, text):
    assert reason_of(title, text) is Reason.OK
