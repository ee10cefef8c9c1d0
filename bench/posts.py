"""Headlines and openings of local-government posts by what they are for, drawn from a grammar of our own."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# One production a line reads better than wrapped ones.

KINDS = ("kegiatan", "layanan", "kebijakan", "data", "pengumuman", "ajakan")
KEYWORDS = {
    "kegiatan": ("kegiatan", "rapat", "kunjungan", "acara", "hadir", "upacara"),
    "layanan": ("layanan", "pelayanan", "syarat", "cara", "loket", "formulir"),
    "kebijakan": ("peraturan", "kebijakan", "keputusan", "edaran", "perda", "aturan"),
    "data": ("data", "jumlah", "statistik", "persen", "laporan", "capaian"),
    "pengumuman": ("pengumuman", "hasil", "jadwal", "seleksi", "undangan", "libur"),
    "ajakan": ("ayo", "mari", "jangan", "waspada", "imbau", "cegah"),
}
"""The peer: six words a kind, counted."""

_POOLS = {
    "o": ("Bupati", "Camat Wanasari", "Kepala Dinas", "Sekda", "Ketua PKK", "Lurah", "Kades Rejosari", "Wakil Bupati"),
    "p": ("Wanasari", "Tirtajaya", "Rejosari", "Sagara Wetan", "Kertabumi", "Lembah Pandan"),
    "d": (
        "KTP Elektronik",
        "Akta Kelahiran",
        "Kartu Keluarga",
        "Izin Usaha",
        "Surat Pindah",
        "Rujukan RSUD",
        "Kartu Kuning",
        "Izin Praktik",
    ),
    "t": (
        "Sampah",
        "Pajak Daerah",
        "Perlindungan Anak",
        "Air Tanah",
        "Ketertiban Umum",
        "Tata Ruang",
        "Retribusi Pasar",
    ),
    "h": ("DBD", "Stunting", "Banjir", "Hoaks", "Kebakaran Lahan", "Narkoba", "Penipuan Daring", "Rabies"),
    "m": ("Padi", "Kunjungan Wisata", "Penduduk Miskin", "Kasus DBD", "Pemohon KTP", "UMKM", "Angka Putus Sekolah"),
    "s": ("CPNS", "Perangkat Desa", "Direksi BUMD", "Tenaga Kontrak", "Paskibraka", "Pendamping Desa"),
}
_SHAPES: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "{o} Hadiri Pisah Sambut di {p}",
        "{o} Tinjau Banjir di {p}",
        "Semarak Jalan Sehat HUT Kabupaten di {p}",
        "{o} Serahkan Bantuan Benih kepada Petani {p}",
        "Rakor Penanganan {h} Digelar di Aula {p}",
        "{o} Terima Kunjungan Pelajar",
        "Panen Raya Bersama Kelompok Tani {p}",
        "Pelatihan Batik bagi Ibu-ibu {p}",
        "{o} Lantik Pejabat Baru",
        "Khidmat, Upacara Hari Pahlawan di {p}",
        "Tim {p} Juara Lomba Voli",
        "{o} Buka Turnamen Bola",
        "Mahasiswa KKN Pamit dari {p}",
    ),
    "layanan": (
        "Begini Cara Mengurus {d}",
        "Syarat Membuat {d} Terbaru",
        "{d} Kini Bisa Diurus dari Rumah",
        "Jam Buka Loket {d} di {p}",
        "Layanan Keliling {d} Sambangi {p}",
        "Formulir {d} Dapat Diunduh di Sini",
        "Urus {d} Tanpa Biaya, Ini Alurnya",
        "Antrean {d} Lewat Aplikasi",
        "Pengaduan {d}: Nomor dan Jam Tanggap",
        "Tarif dan Lama Proses {d}",
    ),
    "kebijakan": (
        "Perbup Nomor {n} Tahun 2026 tentang {t}",
        "Raperda {t} Disahkan DPRD",
        "Surat Edaran Jam Kerja Ramadan",
        "Aturan Baru {t} Berlaku Juli",
        "Pemkab Tetapkan Status Siaga {h}",
        "Rencana Kerja Tahun {n} Ditetapkan",
        "Kebijakan {t}: Apa yang Berubah",
        "Keputusan Bupati tentang Tim {t}",
        "Pemkab Wajibkan Laporan {t} Tiap Bulan",
        "RPJMD Arahkan {t} Lebih Terpadu",
    ),
    "data": (
        "Jumlah {m} Naik {n} Persen",
        "{m} Turun pada Triwulan II",
        "Infografis {m} per Kecamatan",
        "Capaian {m} Tahun 2025",
        "Realisasi Anggaran Semester I",
        "Indeks Kepuasan Masyarakat {d} 2026",
        "Statistik {m} {p}",
        "{n}.000 Ton {m} Dihasilkan {p}",
        "{m} dalam Angka",
        "Tren {m} Lima Tahun Terakhir",
        "Laporan Kinerja Triwulan III",
    ),
    "pengumuman": (
        "Hasil Akhir Seleksi {s}",
        "Pendaftaran {s} Dibuka Sampai Jumat",
        "Penutupan Jalan {p} Mulai Senin",
        "Pengumuman Lelang Kendaraan Dinas",
        "Jadwal Tes Tertulis {s}",
        "Pelayanan Libur Selama Cuti Bersama",
        "Pemadaman Listrik Bergilir di {p}",
        "Lowongan {s}",
        "Nama Peserta Lulus {s}",
        "Perubahan Lokasi Ujian {s}",
        "Musrenbang {p} Ditunda",
        "Peringatan Dini Cuaca untuk {p}",
    ),
    "ajakan": (
        "Ayo Cegah {h} dari Rumah",
        "Yuk Pilah {t} Sejak Dini",
        "Jangan Sebar {h}, Cek Dulu",
        "Waspada {h} Musim Hujan",
        "Kenali Tanda {h} pada Anak",
        "Lindungi Keluarga dari {h}",
        "Bayar {t} Tepat Waktu, Bangun Daerah",
        "Tips Aman dari {h}",
        "Sudahkah Anda Lapor {t}?",
        "Mari Bersama Jaga Sungai {p}",
        "Stop {h}!",
        "Bijak Bermedia Sosial, Hindari {h}",
    ),
}
_OPENINGS: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "{o} bersama jajaran hadir di {p}. Acara berlangsung lancar.",
        "Kegiatan diikuti puluhan peserta di balai {p}.",
        "Dalam sambutannya, {o} berterima kasih.",
        "",
    ),
    "layanan": (
        "Warga cukup membawa KTP dan mengisi permohonan di loket.",
        "Proses selesai dalam tiga hari kerja.",
        "Petugas melayani Senin sampai Jumat.",
        "",
    ),
    "kebijakan": (
        "Ketentuan ini mengatur kewajiban setiap pelaku usaha.",
        "Pemerintah daerah menetapkan aturan tersebut setelah pembahasan.",
        "Dokumen lengkap tersedia di JDIH.",
        "",
    ),
    "data": (
        "Tercatat {n} ribu pada akhir bulan, dibandingkan tahun lalu.",
        "Angka ini berasal dari pendataan petugas.",
        "Grafik memperlihatkan kenaikan di lima kecamatan.",
        "",
    ),
    "pengumuman": (
        "Peserta wajib hadir pukul 08.00 WIB.",
        "Daftar nama terlampir.",
        "Batas akhir berkas tanggal {n}.",
        "",
    ),
    "ajakan": (
        "Langkah kecil kita berarti bagi lingkungan.",
        "Segera periksa ke puskesmas bila demam.",
        "Bersama kita bisa menjaga {p}.",
        "",
    ),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A headline, its opening, and what it is for."""

    title: str
    text: str
    kind: str


def posts(chance: Random, each: int) -> list[Post]:
    """`each` posts of every kind."""
    return [
        Post(_fill(chance, _SHAPES[kind]), _fill(chance, _OPENINGS[kind]), kind) for kind in KINDS for _ in range(each)
    ]


def _fill(chance: Random, shapes: tuple[str, ...]) -> str:
    return chance.choice(shapes).format(
        n=chance.randint(2, 40), **{name: chance.choice(pool) for name, pool in _POOLS.items()}
    )
