"""The standing pages a government site may have: what they prove, how they are called, what they hold."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.law.kinds import UnitKind

PROFILE, NOTICE, SERVICE, DISCLOSURE = "Profil", "Informasi", "Layanan", "PPID"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One standing page. `share` is how often a complete site has it as a page of its own."""

    key: str
    menu: str
    codes: tuple[str, ...]
    titles: tuple[str, ...]
    holds: str  # text | documents | table | form
    about: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


SHELVES: tuple[Shelf, ...] = (
    Shelf("profil", PROFILE, ("B-a1",), ("Profil", "Tentang Kami", "Sekilas Profil", "Selayang Pandang",
          "Gambaran Umum", "Mengenal Kami Lebih Dekat"), "text",
          ("{unit} berkedudukan di {tempat} dan bertanggung jawab kepada bupati melalui sekretaris daerah.",
           "Lingkup kerja {unit} meliputi seluruh wilayah kabupaten dengan dukungan unit pelaksana di kecamatan.")),
    Shelf("tupoksi", PROFILE, ("B-a1",), ("Tugas dan Fungsi", "Tugas Pokok dan Fungsi", "Tupoksi",
          "Kedudukan, Tugas dan Fungsi", "Uraian Tugas"), "text",
          ("{unit} mempunyai tugas membantu bupati melaksanakan urusan pemerintahan yang menjadi kewenangan daerah.",
           "Fungsinya ialah perumusan kebijakan, pelaksanaan kebijakan, evaluasi dan pelaporan, serta administrasi.")),
    Shelf("visi", PROFILE, ("I-visi",), ("Visi dan Misi", "Visi & Misi", "Visi Misi", "Visi, Misi dan Motto"),
          "text",
          ("Visi: terwujudnya Arunika yang terang, tertib, dan sejahtera bagi semua.",
           "Misi: meningkatkan mutu pelayanan, menguatkan keterbukaan, serta membangun dari desa.")),
    Shelf("struktur", PROFILE, ("I-struktur", "B-a3"), ("Struktur Organisasi", "Bagan Organisasi",
          "Susunan Organisasi", "SOTK", "Bagan Struktur Organisasi"), "table",
          ("Susunan organisasi {unit} terdiri atas pimpinan, sekretariat, bidang, dan kelompok jabatan fungsional.",)),
    Shelf("pejabat", PROFILE, ("B-a3",), ("Profil Pejabat", "Profil Pimpinan", "Pejabat Struktural", "Jajaran Pimpinan",
          "Daftar Nama Pejabat"), "table",
          ("Berikut profil singkat pejabat di lingkungan {unit} beserta riwayat pendidikannya.",)),
    Shelf("lhkpn", DISCLOSURE, ("B-a4",), ("LHKPN", "Laporan Harta Kekayaan Pejabat", "Laporan LHKPN"), "documents",
          ("Laporan harta kekayaan pejabat yang telah diverifikasi.",), ("LHKPN Pimpinan {tahun}",)),
    Shelf("program", NOTICE, ("B-b",), ("Program dan Kegiatan", "Program Kegiatan", "Daftar Program Kegiatan"), "table",
          ("Daftar program dan kegiatan {unit} beserta penanggung jawab, jadwal, dan sumber anggarannya.",)),
    Shelf("kinerja", NOTICE, ("B-c",), ("Laporan Kinerja", "LKjIP", "LAKIP", "SAKIP", "Laporan Akuntabilitas Kinerja"),
          "documents",
          ("Laporan kinerja memuat realisasi kegiatan dan capaian indikator kinerja utama.",),
          ("Laporan Kinerja {tahun_lalu}", "Perjanjian Kinerja {tahun}")),
    Shelf("keuangan", NOTICE, ("B-d",), ("Laporan Keuangan", "Laporan Realisasi Anggaran", "Transparansi Anggaran"),
          "documents",
          ("Ringkasan laporan realisasi anggaran, neraca, dan catatan atas laporan keuangan.",),
          ("Laporan Realisasi Anggaran {tahun_lalu}", "Neraca {tahun_lalu}", "CALK {tahun_lalu}")),
    Shelf("akses", DISCLOSURE, ("B-e",), ("Laporan Akses Informasi Publik", "Rekap Permohonan Informasi",
          "Laporan PPID"), "table",
          ("Jumlah permohonan informasi yang diterima, waktu penyelesaian, serta yang dikabulkan dan ditolak.",)),
    Shelf("regulasi", NOTICE, ("B-f",), ("Regulasi", "Produk Hukum", "Peraturan", "Dasar Hukum dan Peraturan"), "documents",
          ("Daftar peraturan yang berlaku dan rancangan yang sedang dibahas.",),
          ("Peraturan Daerah Nomor 4 Tahun {tahun_lalu}", "Peraturan Bupati Nomor 17 Tahun {tahun}")),
    Shelf("prosedur", DISCLOSURE, ("B-g",), ("Tata Cara Memperoleh Informasi", "Prosedur Permohonan Informasi",
          "Alur Permohonan Informasi dan Keberatan"), "text",
          ("Pemohon mengisi formulir, melampirkan identitas, dan menerima tanda bukti permohonan.",
           "Tanggapan diberikan paling lambat sepuluh hari kerja. Keberatan diajukan kepada atasan PPID.")),
    Shelf("aduan", SERVICE, ("B-h",), ("Pengaduan Penyalahgunaan Wewenang", "Whistleblowing System",
          "Pengaduan Masyarakat dan WBS"), "text",
          ("Laporkan dugaan penyalahgunaan wewenang oleh pejabat maupun pemegang izin melalui saluran berikut.",
           "Identitas pelapor dilindungi. Laporan ditelaah inspektorat dalam lima hari kerja.")),
    Shelf("rup", NOTICE, ("B-i1",), ("Rencana Umum Pengadaan", "RUP", "Rencana Umum Pengadaan (SiRUP)"), "table",
          ("Daftar paket rencana umum pengadaan beserta pagu dan jadwal pemilihan.",)),
    Shelf("pemilihan", NOTICE, ("B-i2",), ("Pemilihan Penyedia", "Tender dan Pemenang Lelang", "Informasi Tender"),
          "table", ("Paket tender yang berjalan, kerangka acuan kerja, HPS, dan penetapan pemenang.",)),
    Shelf("kontrak", NOTICE, ("B-i3",), ("Pelaksanaan Kontrak", "Ringkasan Kontrak", "Kontrak dan Serah Terima"),
          "table", ("Ringkasan kontrak, surat perintah mulai kerja, dan berita acara serah terima.",)),
    Shelf("pegawai", NOTICE, ("B-j",), ("Data Kepegawaian", "Jumlah Pegawai", "Daftar Urut Kepangkatan"), "table",
          ("Jumlah pegawai menurut golongan, jenis kelamin, dan tingkat pendidikan.",)),
    Shelf("evakuasi", NOTICE, ("B-k",), ("Prosedur Evakuasi", "Jalur Evakuasi Kantor", "Peringatan Dini dan Evakuasi"),
          "text", ("Bila terjadi keadaan darurat, keluarlah melalui jalur evakuasi menuju titik kumpul di halaman depan.",
                   "Petugas tanggap darurat setiap lantai memandu penghuni dan tamu, dan memeriksa ruangan.")),
    Shelf("serta-merta", DISCLOSURE, ("S",), ("Informasi Serta Merta", "Informasi Serta-Merta",
          "Informasi Publik Serta Merta"), "text",
          ("Informasi serta merta diumumkan tanpa penundaan bila menyangkut hajat hidup orang banyak.",
           "Saat ini tidak ada peristiwa yang perlu diumumkan. Nomor siaga dapat dihubungi sepanjang hari.")),
    Shelf("dip", DISCLOSURE, ("T-a",), ("Daftar Informasi Publik", "DIP", "Daftar Informasi Publik (DIP)"), "documents",
          ("Daftar informasi publik ditetapkan dengan keputusan dan dimutakhirkan setiap enam bulan.",),
          ("Daftar Informasi Publik {tahun}",)),
    Shelf("kebijakan", DISCLOSURE, ("T-b",), ("Dokumen Pendukung Kebijakan", "Risalah dan Naskah Akademik",
          "Rancangan dan Konsultasi Publik"), "documents",
          ("Risalah rapat, naskah akademik, dan masukan konsultasi publik atas rancangan peraturan.",),
          ("Naskah Akademik Rancangan Peraturan Daerah", "Risalah Konsultasi Publik")),
    Shelf("sop", DISCLOSURE, ("T-c",), ("Standar Operasional Prosedur", "SOP", "Pedoman dan SOP"), "documents",
          ("Pedoman organisasi, administrasi, kepegawaian, dan keuangan.",), ("SOP Pelayanan", "SOP Surat Menyurat")),
    Shelf("kerja-sama", DISCLOSURE, ("T-d",), ("Perjanjian Kerja Sama", "MoU dan Perjanjian Kerja Sama",
          "Perjanjian dengan Pihak Ketiga"), "documents",
          ("Perjanjian dengan pihak ketiga beserta dokumen pendukungnya.",), ("Perjanjian Kerja Sama {tahun}",)),
    Shelf("surat", DISCLOSURE, ("T-e",), ("Surat Edaran", "Surat Menyurat Pimpinan", "Surat Keluar Pimpinan"),
          "documents", ("Surat pimpinan dalam rangka pelaksanaan tugas.",), ("Surat Edaran Nomor 3 Tahun {tahun}",)),
    Shelf("izin", SERVICE, ("T-f",), ("Perizinan", "Syarat Perizinan", "Izin yang Diterbitkan"), "table",
          ("Syarat perizinan, izin yang telah terbit, dan laporan penaatan pemegang izin.",)),
    Shelf("aset", DISCLOSURE, ("T-g",), ("Inventaris Aset", "Daftar Aset", "Daftar Barang Milik Daerah"), "table",
          ("Daftar barang inventaris menurut kartu inventaris barang.",)),
    Shelf("renstra", NOTICE, ("T-h",), ("Renstra dan Renja", "Rencana Strategis", "Rencana Strategis dan Rencana Kerja"),
          "documents", ("Rencana strategis lima tahunan dan rencana kerja tahunan.",), ("Renstra", "Renja {tahun}")),
    Shelf("agenda-pimpinan", NOTICE, ("T-i",), ("Agenda Pimpinan", "Jadwal Pimpinan", "Agenda Kerja Pimpinan"), "table",
          ("Agenda kerja pimpinan satuan kerja selama satu pekan.",)),
    Shelf("layanan-informasi", DISCLOSURE, ("T-j",), ("Laporan Layanan Informasi", "Laporan Layanan Informasi Publik"),
          "documents", ("Sarana, petugas, anggaran, dan laporan layanan informasi publik.",),
          ("Laporan Layanan Informasi {tahun_lalu}",)),
    Shelf("pengawasan", DISCLOSURE, ("T-k",), ("Tindak Lanjut Hasil Pengawasan", "Hasil Pengawasan Internal"), "table",
          ("Pelanggaran yang ditemukan dalam pengawasan internal dan tindakan yang diambil.",)),
    Shelf("rekap-aduan", DISCLOSURE, ("T-l",), ("Rekap Pengaduan", "Rekapitulasi Pengaduan Masyarakat"), "table",
          ("Pelanggaran yang dilaporkan masyarakat beserta tindak lanjutnya.",)),
    Shelf("kajian", DISCLOSURE, ("T-m",), ("Hasil Kajian dan Penelitian", "Daftar Penelitian", "Kajian dan Litbang"),
          "documents", ("Daftar dan hasil penelitian yang dilakukan.",), ("Kajian Potensi Daerah {tahun_lalu}",)),
    Shelf("jdih", NOTICE, ("T-n", "B-f"), ("JDIH", "Jaringan Dokumentasi dan Informasi Hukum"), "documents",
          ("Peraturan yang telah disahkan beserta kajian akademiknya.",), ("Peraturan Daerah Nomor 9 Tahun {tahun}",)),
    Shelf("sambutan", NOTICE, ("T-o",), ("Sambutan Pimpinan", "Naskah Sambutan", "Notulen dan Sambutan"), "documents",
          ("Naskah yang disampaikan pejabat dalam pertemuan terbuka untuk umum.",), ("Naskah Sambutan Hari Jadi",)),
    Shelf("putusan", DISCLOSURE, ("T-q",), ("Putusan Komisi Informasi", "Putusan Keberatan dan Sengketa Informasi"),
          "documents", ("Informasi yang dinyatakan terbuka berdasarkan keberatan atau putusan sengketa.",),
          ("Putusan Ajudikasi {tahun_lalu}",)),
    Shelf("standar", DISCLOSURE, ("T-r",), ("Standar Pengumuman Informasi", "Standar Pengumuman Informasi Publik"),
          "documents", ("Standar pengumuman informasi serta merta kepada masyarakat.",), ("Standar Pengumuman",)),
    Shelf("permohonan", SERVICE, ("I-permohonan",), ("Formulir Permohonan Informasi", "Permohonan Informasi Online",
          "Ajukan Permohonan Informasi"), "form",
          ("Isilah formulir berikut untuk mengajukan permohonan informasi secara daring.",)),
)  # fmt: skip
"""Pages of offices. T-p (everything periodic) is proved by the page that gathers the periodic items."""

_BY_KEY = {shelf.key: shelf for shelf in SHELVES}

HOSPITAL: tuple[Shelf, ...] = (
    *SHELVES,
    Shelf("statuta", PROFILE, ("B-a2",), ("Peraturan Internal Rumah Sakit", "Hospital Bylaws", "Statuta"), "documents",
          ("Peraturan internal mengatur hubungan pemilik, direksi, dan staf medis {unit}.",),
          ("Peraturan Internal {unit}",)),
)  # fmt: skip
"""Pages of a hospital, a body that has rules of its own (Perki 1/2021 art. 15(1)b)."""

VILLAGE: tuple[Shelf, ...] = (
    Shelf("d1", PROFILE, ("D-1",), ("Profil Desa", "Profil Wilayah Desa", "Sejarah dan Profil Desa"), "text",
          ("{unit} terletak di wilayah {tempat}, terdiri atas empat dusun, sembilan RW, dan dua puluh tujuh RT.",
           "Sebagian besar penduduk bekerja sebagai petani, pedagang, dan perajin.")),
    Shelf("visi", PROFILE, ("I-visi",), ("Visi dan Misi", "Visi Misi Desa"), "text",
          ("Visi: desa yang mandiri, rukun, dan terang.", "Misi: menata pelayanan, mengembangkan usaha warga.")),
    Shelf("struktur", PROFILE, ("I-struktur",), ("Struktur Organisasi Pemerintah Desa", "Struktur Organisasi"), "table",
          ("Susunan organisasi dan tata kerja pemerintah desa beserta tugas masing-masing perangkat.",)),
    Shelf("d2", NOTICE, ("D-2",), ("Matriks Program Kegiatan Desa", "Program dan Kegiatan Desa",
          "Program Desa yang Sedang Berjalan"), "table",
          ("Program yang sedang dijalankan: nama kegiatan, jadwal, penanggung jawab, sumber dan besar anggaran.",)),
    Shelf("d3", NOTICE, ("D-3",), ("Program Masuk Desa", "Matriks Program yang Masuk ke Desa"), "table",
          ("Program pemerintah yang masuk ke desa beserta data penerima bantuan.",)),
    Shelf("d4", NOTICE, ("D-4",), ("RPJM Desa dan RKP Desa", "RPJMDes, RKPDes dan DU-RKP", "Dokumen RPJM Desa"),
          "documents", ("Rencana pembangunan jangka menengah dan rencana kerja pemerintah desa.",),
          ("RPJM Desa", "RKP Desa {tahun}", "DU-RKP Desa {tahun}")),
    Shelf("d5", NOTICE, ("D-5",), ("Peraturan Desa tentang APB Desa", "APB Desa", "APBDes"), "documents",
          ("Anggaran pendapatan dan belanja desa yang ditetapkan dengan peraturan desa.",),
          ("Perdes APB Desa {tahun}", "Infografik APB Desa {tahun}")),
    Shelf("d6", NOTICE, ("D-6",), ("Laporan Penyelenggaraan Pemerintahan Desa", "LPPD", "LPPD Akhir Tahun"),
          "documents", ("Laporan penyelenggaraan pemerintahan desa akhir tahun anggaran.",), ("LPPD {tahun_lalu}",)),
    Shelf("d7", NOTICE, ("D-7",), ("Laporan Keuangan Desa", "Laporan Realisasi APB Desa"), "documents",
          ("Laporan realisasi penggunaan keuangan desa.",), ("Laporan Realisasi APB Desa {tahun_lalu}",)),
    Shelf("permohonan", SERVICE, ("I-permohonan",), ("Formulir Permohonan Informasi", "Permohonan Informasi Desa"),
          "form", ("Isilah formulir berikut untuk mengajukan permohonan informasi secara daring.",)),
    _BY_KEY["serta-merta"],
    _BY_KEY["dip"],
)  # fmt: skip
"""Pages of a village site: the seven groups of Perki 1/2018, and what binds it as any public body (UU 14/2008 art. 10
and 11(1)a): immediate information and the list of public information."""


def shelves_of(kind: UnitKind) -> tuple[Shelf, ...]:
    """The standing pages that a complete site of this kind of unit has."""
    return {UnitKind.DESA: VILLAGE, UnitKind.RSUD: HOSPITAL}.get(kind, SHELVES)
