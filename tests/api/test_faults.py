"""What is wrong with a row is said by row and column, and nothing of the call is kept."""

import pytest

from suluh.disclosure.models import Item
from tests.api.calling import address, call, key_of, push, row


def faults(answer) -> list[tuple]:
    assert answer.status_code == 422
    return [(one["row"], one["field"], one["message"]) for one in answer.json()["faults"]]


CASES = [
    ({"title": ""}, "title", "Wajib diisi."),
    ({"title": "   "}, "title", "Wajib diisi."),
    ({"title": "a" * 301}, "title", "Terlalu panjang: paling banyak 300 huruf."),
    ({"title": 7}, "title", "Tulis sebagai teks di antara tanda petik."),
    ({"title": "a\x00b"}, "title", "Memuat huruf yang tidak dapat disimpan. Tulis ulang teksnya."),
    ({"summary": "\ud83d"}, "summary", "Memuat huruf yang tidak dapat disimpan. Tulis ulang teksnya."),
    ({"category": "rahasia"}, "category", "Tidak dikenal. Tulis berkala, serta-merta, setiap-saat, atau kosongkan."),
    ({"law_code": "Z-9"}, "law_code", "Kode butir wajib desa tidak dikenal. Tulis misalnya D-1, atau kosongkan."),
    ({"made_on": "32-01-2026"}, "made_on", "Tanggal tidak dapat dibaca. Tulis tahun-bulan-hari, misalnya 2026-04-06."),
    ({"link": "javascript:alert(1)"}, "link", "Alamat tidak dapat dibaca. Tulis seperti https://desa.example/berkas."),
    ({"softcopy": "mungkin"}, "softcopy", "Tulis true atau false."),
    ({"softcopy": False}, None, "Isi softcopy atau hardcopy dengan true: butir harus ada dalam salah satu bentuk."),
    ({"judul": "x"}, "judul", "Kolom ini tidak dikenal. Periksa ejaannya menurut dokumentasi."),
]


@pytest.mark.parametrize(("wrong", "field", "sentence"), CASES, ids=[str(case[0])[:24] for case in CASES])
def test_each_fault_has_its_row_its_column_and_a_sentence(world, wrong, field, sentence):
    answer = push(world.village, key_of(world.village), row(), {**row("A-2"), **wrong})

    assert faults(answer) == [(2, field, sentence)]
    assert not Item.objects.exists()


def test_all_faults_are_told_at_once(world):
    bare = {"id": "A-1"}
    answer = push(world.village, key_of(world.village), bare, row("A-2", link="x"))

    assert {(place, field) for place, field, _said in faults(answer)} == {
        (1, "title"), (1, "summary"), (1, "holder"), (1, "responsible"), (1, "retention"), (2, "link"),
    }  # fmt: skip


def test_a_code_that_stands_twice_names_both_rows(world):
    answer = push(world.village, key_of(world.village), row(), row("A-2"), row("A-1"))

    assert faults(answer) == [(3, None, "Kode A-1 sudah dipakai baris 1. Satu butir satu baris.")]


def test_more_than_five_thousand_rows_are_refused(world):
    rows = [row(f"A-{number}") for number in range(5001)]
    answer = push(world.village, key_of(world.village), *rows)

    assert faults(answer)[0][2].startswith("Paling banyak 5000 butir")
    assert not Item.objects.exists()


@pytest.mark.parametrize("body", [[], {"items": 3}, {"items": {}}, {}, "x", {"items": [3]}])
def test_another_shape_is_told(world, body):
    assert faults(call("PUT", address(world.village), key_of(world.village), body))
