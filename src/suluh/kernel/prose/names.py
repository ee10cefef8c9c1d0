"""People and offices as news names them: positions, speakers, names of persons."""

from __future__ import annotations

import re

from suluh.kernel.lexicon.words import word_set
from suluh.kernel.prose.spans import Folded

POSITIONS = (
    "Bupati|Wakil Bupati|Wali Kota|Walikota|Wakil Wali Kota|Gubernur|Wakil Gubernur|Sekretaris|Sekda|Kepala|"
    "Plt|Plh|Pj|"
    "Camat|Lurah|Kades|Kadus|Kadinas|Kadis|Kadinkes|Kabid|Kasi|Kabag|Kasubag|Kapolres|Kapolsek|Dandim|Danramil|Ketua|"
    "Wakil Ketua|Anggota|Direktur|Manajer|Koordinator|Asisten|Staf Ahli|Inspektur|Rektor|Dekan|Dosen|Guru|"
    "Dokter|Bidan|"
    "Perawat|Penyuluh|Petugas|Juru Bicara|Humas|Kasat|Komandan|Menteri|Dirjen|Hakim|Jaksa|Warga|Petani|"
    "Nelayan|Pedagang|"
    "Pelaku|Peserta|Pengurus|Pembina|Penggerak|Relawan|Pemilik|Pengelola|Pegiat|Perwakilan|Panitia|Narasumber|"
    "Pengawas|"
    "Fasilitator|Mahasiswa|Siswa|Siswi|Kader|Bendahara|Analis|Pranata|Operator|Admin|Ustaz|Kiai"
)
POSITION = Folded(rf"\b(?:{POSITIONS.lower()})\b\.?")
OFFICES = (
    "Pemerintah|Pemkab|Pemkot|Pemprov|Pemdes|Dinas|Din[a-z]{3,12}|Disdukcapil|Badan|Bappeda|Bapperida|Bapenda|"
    "BPBD|BPS|"
    "Bagian|Bidang|Inspektorat|Sekretariat|Satpol|Polres|Polsek|Kodim|Koramil|Kecamatan|Kelurahan|Desa|"
    "Puskesmas|RSUD|"
    "Rumah|Sekolah|SD|SDN|SMP|SMPN|SMA|SMAN|SMK|SMKN|MI|MTs|MA|TK|PAUD|DPRD|Kementerian|Kantor|Balai|Unit|"
    "UPTD|Posyandu|"
    "PKK|Karang|Tim|Forum|Komisi|Lembaga|Universitas|Perpustakaan|Pasar|Terminal|Polri|TNI|PMI|Baznas|KPU|"
    "Bawaslu|Kejaksaan"
)
OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
ACTORS = Folded(
    r"\b(?:warga|masyarakat|petani|nelayan|pedagang|siswa|pelajar|murid|guru|peserta|kader|ibu hamil|lansia|pegawai|"
    r"aparatur|pelaku usaha|relawan|pemuda|penyandang disabilitas|perangkat desa|pemohon|petugas|tim)\b"
)
SAYS = (
    r"(?:kata|ujar|ucap|tutur|jelas|terang|ungkap|papar|tegas|imbuh|tambah|pesan|harap|sebut|beber|urai|"
    r"pungkas|tandas|"
    r"cetus|seru|ajak|himbau|imbau|jawab|cerita|kenang|lanjut)"
)
SPOKEN = Folded(rf"\b{SAYS}(?:nya)?\b")
TELLS = Folded(
    r"\b(?:menurut|mengatakan|menjelaskan|menyampaikan|menuturkan|mengungkapkan|menegaskan|menyebutkan|menambahkan|"
    r"memaparkan|menerangkan|berpesan|berharap|mengajak|mengimbau|menyebut|berkata|mengaku|menceritakan|bercerita|"
    r"menilai|menyatakan|memastikan|melanjutkan|meminta|dalam sambutannya|sambutan)\b"
)
_CAP = r"[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
NAME = rf"(?:(?:[Hh]j?|KH|dr|drg|Dr|Drs|Dra|Ir|Prof)\.? )*{_CAP}(?: (?:{_CAP}|bin|binti|[A-Z]\.)){{0,4}}"
PERSON = rf"{_CAP}(?: (?:{_CAP}|bin|binti|[A-Z]\.)){{1,4}}"
"""A name of at least two words."""
_OTHERS = word_set("""
Senin Selasa Rabu Kamis Jumat Sabtu Minggu Ahad Januari Februari Maret April Mei Juni Juli Agustus September
Oktober November Desember Kabupaten Kota Provinsi Jalan Jl Gedung Aula Pendopo Alun Alun-Alun Lapangan Stadion
Masjid Gereja Pura Indonesia Jawa Sumatra Sumatera Sulawesi Kalimantan Bali Papua Ia Dia Mereka Kami Kita Para
Pada Hari Dalam Untuk Dengan Selain Setelah Sebelum Saat Menurut Sementara Kegiatan Acara Program Bantuan Juara
Lomba Festival Kejuaraan Olimpiade Undang-Undang Peraturan Perda Nomor Tahun Negeri Swasta Idul Idulfitri
Idulaidha Natal Ramadan Republik Nasional Daerah Internasional Tingkat Kelas Dusun Dukuh Gang Blok Komunitas
Anak Balita Bayi Dokumen Kartu
""")


def is_person(words: str) -> bool:
    """True for capitalised words that are neither an office, a place kind, a day nor a usual begin of a sentence."""
    first = words.split()[0]
    if any(word.rstrip(".") in _OTHERS for word in words.split()):
        return False
    return not OFFICE.match(first) and not POSITION.fullmatch(first)
