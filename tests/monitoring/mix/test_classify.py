"""A headline says what a post is for."""

import pytest

from suluh.monitoring.mix import Content, classify


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Camat Hadiri Rapat Koordinasi di Pendopo", Content.ACTIVITY),
        ("Kerja Bakti Warga Dusun Krajan", Content.ACTIVITY),
        ("BKPSDM Gelar Pembekalan Calon Pegawai", Content.ACTIVITY),
        ("Camat Hadiri Manasik Calon Jemaah Haji", Content.ACTIVITY),
        ("Syarat dan Alur Mengurus Akta Kelahiran", Content.SERVICE),
        ("Jam Layanan Loket Selama Ramadan", Content.SERVICE),
        ("Peraturan Bupati Nomor 12 Tahun 2026 tentang Kawasan Tanpa Rokok", Content.POLICY),
        ("Jumlah Penduduk Miskin Turun 1,2 Persen pada Triwulan III", Content.FIGURES),
        ("Pengumuman Hasil Seleksi Administrasi PPPK", Content.ANNOUNCEMENT),
        ("Daftar Bakal Calon Kepala Desa", Content.ANNOUNCEMENT),
        ("Penutupan Jalan Sementara Mulai 12 Mei", Content.ANNOUNCEMENT),
        ("Yuk, Pilah Sampah dari Rumah!", Content.CALL),
        ("Waspada Demam Berdarah di Musim Hujan", Content.CALL),
    ],
)
def test_a_headline_is_put_into_its_kind(title, content):
    assert classify(title).content is content


def test_a_headline_without_a_cue_is_an_activity_with_little_lead():
    judged = classify("Senja di Lapangan")
    assert (judged.content, judged.cues) == (Content.ACTIVITY, ())


def test_the_cues_that_decided_are_named():
    assert "hadiri" in classify("Lurah Hadiri Musyawarah").cues
