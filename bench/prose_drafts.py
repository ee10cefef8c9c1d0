"""Short news with planted faults, drawn from two sets of kinds: one that the checks were tuned on, one held out.

A draft is a clean story of three paragraphs to which faults and near misses are added. What is planted is known, so
that every advice can be called right or wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from suluh.kernel.prose import Draft, Picture
from suluh.kernel.prose.days import MONTH_NAMES, NAMES

TODAY = date(2026, 4, 2)


@dataclass(frozen=True, slots=True)
class Kinds:
    """One set of kinds: clean stories, faults by code, and sentences that only look like faults."""

    titles: tuple[str, ...]
    leads: tuple[str, ...]
    bodies: tuple[str, ...]
    in_title: dict[str, tuple[str, ...]]
    in_lead: dict[str, tuple[str, ...]]
    in_text: dict[str, tuple[str, ...]]
    in_alt: dict[str, tuple[str, ...]]
    traps: tuple[str, ...]


TUNING = Kinds(
    titles=(
        "Puskesmas {place} Buka Layanan Malam",
        "Petani {place} Terima Benih Padi Tahan Kering",
        "Warga {place} Kini Urus KTP di Kantor Desa",
    ),
    leads=(
        "Dinas Kesehatan Kabupaten {region} membuka layanan gigi malam di Puskesmas {place} mulai {right_day}. "
        "Warga yang bekerja "
        "pada siang hari kini dapat berobat tanpa meninggalkan pekerjaan, dengan pendaftaran lewat loket atau "
        "telepon.",
        "Sebanyak 120 petani di Desa {place} menerima benih padi tahan kering dari Dinas Pertanian pada "
        "{right_day}. Benih itu "
        "cukup untuk menanami 45 hektare sawah tadah hujan sehingga petani dapat panen dua kali setahun.",
        "Warga Desa {place} mulai {right_day} dapat merekam KTP elektronik di kantor desa. Dinas Kependudukan "
        "menempatkan dua "
        "petugas setiap Selasa agar warga tidak perlu menempuh 30 kilometer ke ibu kota kabupaten.",
    ),
    bodies=(
        "“Kami menyiapkan dua dokter dan satu perawat setiap malam,” kata Kepala Puskesmas {place}, {name}.",
        "Syaratnya hanya membawa kartu keluarga dan datang sebelum pukul 20.00 WIB. Layanan ini gratis.",
        "Tahun lalu 1.250 warga memakai layanan yang sama, naik 12,5 persen dari tahun sebelumnya.",
    ),
    in_title={
        "title-long": ("Puskesmas {place} Membuka Layanan Gigi Malam untuk Warga yang Bekerja Siang Hari",),
        "title-capitals": ("PUSKESMAS {PLACE} BUKA LAYANAN MALAM",),
        "title-boast": ("Luar Biasa, Puskesmas {place} Buka Malam", "Layanan Malam Puskesmas {place} Viral"),
        "title-passive": ("Jalan {place} Diperbaiki Tahun Ini", "Benih Padi Dibagikan di {place}"),
    },
    in_lead={
        "lead-short": ("Puskesmas {place} membuka layanan gigi malam mulai {right_day}, gratis bagi warga.",),
        "lead-long": (
            "Dinas Kesehatan Kabupaten {region} membuka layanan gigi malam di Puskesmas {place} mulai "
            "{right_day}. Warga yang "
            "bekerja pada siang hari kini dapat berobat tanpa meninggalkan pekerjaan, dengan pendaftaran lewat "
            "loket atau "
            "telepon. Layanan itu dibiayai anggaran daerah dan didukung tenaga dari rumah sakit umum daerah "
            "serta relawan.",
        ),
        "lead-time-first": (
            "Pada {right_day}, Dinas Kesehatan Kabupaten {region} membuka layanan gigi malam di Puskesmas "
            "{place}. Warga yang "
            "bekerja pada siang hari kini dapat berobat tanpa meninggalkan pekerjaan mereka, cukup dengan "
            "mendaftar lewat loket.",
        ),
        "when-missing": (
            "Dinas Kesehatan Kabupaten {region} membuka layanan gigi malam di Puskesmas {place}. Warga yang "
            "bekerja pada siang "
            "hari kini dapat berobat tanpa meninggalkan pekerjaan, dengan pendaftaran lewat loket di bagian depan.",
        ),
    },
    in_text={
        "sentence-long": (
            "Layanan itu meliputi pemeriksaan gigi dan pencabutan serta pembersihan karang yang selama ini "
            "hanya tersedia pada "
            "pagi hari sehingga banyak pekerja pabrik dan pedagang pasar harus izin dari tempat kerja masing-masing.",
        ),
        "quote-no-speaker": (
            "“Pelayanan ini akan terus kami tambah sampai semua desa terlayani.” Tenaganya ditambah tahun depan.",
        ),
        "speaker-no-position": (
            "“Antreannya sekarang pendek sekali,” ujar {other_name}.",
            "Menurut {other_name}, alat yang dipakai masih baru.",
        ),
        "day-date": ("Tahap kedua dimulai {wrong_day}.", "Pembagian berikutnya pada hari {wrong_day}."),
        "date-impossible": ("Pendaftaran ditutup 31 Juni 2026.", "Hasilnya terbit pada 30 Februari 2027."),
        "money-form": ("Biayanya Rp 50.000 untuk dua orang.", "Tarifnya Rp. 75.000 sekali datang."),
        "money-long": ("Anggarannya Rp1.500.000.000 dari kas daerah.", "Dananya Rp2.000.000 setiap bulan."),
        "number-comma": ("Sebanyak 1,250 rumah sudah tersambung.", "Ada 12,400 bibit yang tiba."),
        "number-point": ("Angka itu naik 2.5 persen.", "Luasnya 1.5 juta meter persegi."),
        "number-plain": ("Ada 12500 pelanggan yang terlayani.", "Jumlahnya mencapai 45000 lembar."),
        "number-twice": ("Disiapkan 3 (tiga) mobil keliling.",),
        "time-colon": ("Loket dibuka pukul 08:00 WIB.",),
        "time-no-zone": ("Loket dibuka pukul 08.00 setiap hari.",),
        "acronym": ("Alatnya berasal dari DAK tahun lalu.", "Data itu dimuat dalam RPJMD kabupaten."),
        "apart": ("Antrean tertib dihalaman kantor.", "Petugas berjaga didepan pintu."),
        "joined": ("Acara di laksanakan dengan tertib.", "Kegiatan ini di ikuti banyak warga."),
        "tags-many": ("#Sehat #Gigi #Warga #Malam #Desa #Puskesmas",),
        "tag-case": ("Cari layanan malam dengan #layananmalam.",),
        "tag-twice": ("#LayananMalam #LayananMalam",),
        "private-id": ("Berkas atas nama pemohon tercatat dengan NIK {nik}.",),
        "private-phone": ("Pertanyaan dapat dikirim ke {phone}.", "Hubungi nomor {phone_spaced} untuk mendaftar."),
        "private-mail": ("Kirim berkas ke pelayanan.kita@gmail.com.",),
        "private-account": ("Donasi disalurkan lewat rekening 0123456789012.",),
        "private-birth": ("Ia lahir di {region}, 12 Mei 1981.",),
        "private-home": ("Ia tinggal di RT 03/RW 02 Desa {place}.",),
        "private-child": (
            "Seorang siswi bernama {name} ikut memeriksakan gigi.",
            "{name} (11) senang karena tidak sakit.",
        ),
        "private-case": ("Salah seorang pasien bernama {name} sudah pulang.",),
        "private-need": ("Penerima bantuan atas nama {name} menerima langsung.",),
    },
    in_alt={
        "alt-missing": ("",),
        "alt-file": ("IMG_20260402_081233.jpg",),
        "alt-empty": ("Foto kegiatan",),
    },
    traps=(
        "Kerja bakti berlangsung di RT 03 dan RT 04.",
        "Kantor melayani lewat telepon (0281) 891234.",
        "Ada 12 pasien yang berobat pada malam pertama.",
        "Kode pos desa itu 53371.",
        "Layanan dimulai sejak 2024.",
        "Siswa SMP Negeri 1 {place} juga boleh datang.",
        "Alat itu bernilai Rp1,5 miliar.",
        "Jalan menuju kantor sudah diaspal dan diberi lampu.",
        "Rapat warga diadakan di balai desa.",
        "Keterangan lengkap ada di dinkes.arunikakab.go.id.",
    ),
)

HELD_OUT = Kinds(
    titles=(
        "Perpustakaan Keliling Singgah di {place} Tiap Rabu",
        "Pasar {place} Pindah Sementara ke Lapangan",
        "Jembatan {place} Tutup Dua Pekan",
    ),
    leads=(
        "Dinas Perpustakaan dan Arsip Kabupaten {region} menjadwalkan perpustakaan keliling di Balai Desa "
        "{place} mulai "
        "{right_day}. Anak dan orang tua dapat meminjam tiga buku selama dua pekan tanpa biaya dan tanpa kartu "
        "anggota.",
        "Pedagang Pasar {place} pindah ke lapangan kecamatan mulai {right_day} selama atap pasar diganti. Dinas "
        "Perdagangan "
        "menyiapkan 210 lapak berpeneduh dan membebaskan retribusi, sehingga warga tetap dapat berbelanja "
        "setiap pagi.",
        "Dinas Pekerjaan Umum menutup Jembatan {place} di Kecamatan {place} sampai {right_day} untuk mengganti "
        "lantai kayu. "
        "Pengguna jalan diminta memutar lewat jalur timur yang lebih jauh empat kilometer selama perbaikan.",
    ),
    bodies=(
        "Camat {place} {name} menjelaskan, petugas berjaga di kedua ujung sejak pagi sampai malam.",
        "Bus sekolah tetap berjalan dengan jadwal 06.15 WIB dan 13.30 WIB. Ongkosnya tidak berubah.",
        "Pekerjaan itu menelan Rp750 juta dan sudah 37,8 persen selesai.",
    ),
    in_title={
        "title-long": ("Perpustakaan Keliling Milik Kabupaten Akan Singgah di Balai Desa {place} Setiap Rabu Pagi",),
        "title-capitals": ("JEMBATAN {PLACE} TUTUP DUA PEKAN",),
        "title-boast": ("Keren! Pasar {place} Pindah", "Gebrakan Perpustakaan Keliling di {place}"),
        "title-passive": ("Atap Pasar {place} Diganti Bulan Depan", "Buku Anak Dipinjamkan di {place}"),
    },
    in_lead={
        "lead-short": ("Jembatan {place} ditutup Dinas Pekerjaan Umum mulai {right_day} selama dua pekan.",),
        "lead-long": (
            "Pedagang Pasar {place} pindah ke lapangan kecamatan mulai {right_day} selama atap pasar diganti. "
            "Dinas Perdagangan "
            "menyiapkan 210 lapak berpeneduh dan membebaskan retribusi, sehingga warga tetap dapat berbelanja "
            "setiap pagi. "
            "Pemindahan dikawal petugas perhubungan dan satuan polisi pamong praja bersama paguyuban pedagang setempat "
            "selama masa perbaikan itu.",
        ),
        "lead-time-first": (
            "{Right_day} menjadi hari pertama perpustakaan keliling Dinas Perpustakaan dan Arsip di Balai Desa "
            "{place}. Anak dan "
            "orang tua dapat meminjam tiga buku selama dua pekan tanpa biaya apa pun dan tanpa kartu anggota "
            "perpustakaan.",
        ),
        "when-missing": (
            "Dinas Pekerjaan Umum menutup Jembatan {place} di Kecamatan {place} untuk mengganti lantai kayu "
            "yang lapuk. Pengguna "
            "jalan diminta memutar lewat jalur timur yang lebih jauh empat kilometer selama perbaikan berlangsung.",
        ),
    },
    in_text={
        "sentence-long": (
            "Petugas menaruh rambu dan lampu kuning di empat simpang supaya pengemudi truk dari arah utara tahu "
            "lebih awal bahwa "
            "mereka harus berbelok sebelum pasar karena jalan di dekat jembatan terlalu sempit untuk berputar.",
        ),
        "quote-no-speaker": (
            '"Bukunya bagus dan gambarnya besar, anak saya senang membacanya di rumah." Buku baru tiap bulan.',
        ),
        "speaker-no-position": (
            "{other_name} mengatakan jalan memutar itu cukup lebar.",
            "“Semoga atapnya tidak bocor lagi,” tutur {other_name}.",
        ),
        "day-date": ("Lantai baru tiba {wrong_day_figures}.", "Uji beban dilakukan {wrong_day_short}."),
        "date-impossible": ("Jembatan dibuka lagi 31 April 2026.", "Laporan menyusul 32 Mei 2026."),
        "money-form": ("Retribusi harian Rp 2.000 dihapus.", "Sewanya IDR 15.000 sehari."),
        "money-long": ("Pagunya Rp750.000.000 tahun ini.", "Nilai kontrak Rp3.200.000.000,00."),
        "number-comma": ("Koleksinya 4,310 judul.", "Sebanyak 23,000 buku dipinjam."),
        "number-point": ("Jalur itu lebih jauh 4.2 km.", "Beratnya 3.75 ton."),
        "number-plain": ("Pasar itu dikunjungi 18250 orang.", "Tercatat 230000 pinjaman."),
        "number-twice": ("Ada 5 (lima) rambu baru.",),
        "time-colon": ("Mobil tiba 09:30 WIB.",),
        "time-no-zone": ("Pasar buka jam 05.30 seperti biasa.",),
        "acronym": ("Pendanaan berasal dari BKK provinsi.", "Usul itu masuk DPA perubahan."),
        "apart": ("Rambu dipasang disetiap simpang.", "Mobil berhenti disekitar balai desa."),
        "joined": ("Buku di kembalikan dua pekan kemudian.", "Lapak di bangun dari bambu."),
        "tags-many": ("#Baca #Buku #Anak #Desa #Keliling #Arunika #Literasi",),
        "tag-case": ("Cari perpustakaan keliling dengan #perpustakaankeliling.",),
        "tag-twice": ("#BukuUntukDesa #BukuuntukDesa",),
        "private-id": ("KK pemilik lapak: {nik_spaced}.",),
        "private-phone": ("WA {phone_plus}.", "Narahubung {name}, petugas, {phone}."),
        "private-mail": ("Surel: pasarkita_88@yahoo.co.id.",),
        "private-account": ("Iuran masuk ke no. rek. 3301 0123 4567 890.",),
        "private-birth": ("TTL {region}, 3 Juni 1990.",),
        "private-home": ("Rumah pemilik lapak ada di Jalan Melati No. 12.",),
        "private-child": (
            "Pemenang lomba baca, {name}, 9 tahun, membawa pulang buku.",
            "Murid kelas tiga, {name}, meminjam dua buku.",
        ),
        "private-case": ("Korban kekerasan berinisial ST sudah didampingi.",),
        "private-need": ("Keluarga miskin yakni {name} mendapat lapak.",),
    },
    in_alt={
        "alt-missing": ("",),
        "alt-file": ("WhatsApp Image 2026-04-02 at 08.12.33.jpeg",),
        "alt-empty": ("Dokumentasi acara",),
    },
    traps=(
        "Warga dari RT 01 sampai RT 05 memakai jalur itu.",
        "Nomor registrasi 20260402 tertera di papan proyek.",
        "Jembatan sepanjang 25,4 meter itu dibuat pada 1987.",
        "Anak sekolah dari SD Negeri 2 {place} memakai bus.",
        "Hubungi (0281) 765432 pada jam kerja.",
        "Pasien dan ambulans tetap didahulukan.",
        "Pekerjaan memakan 14 hari kerja.",
        "Rambu dipasang di pertigaan pasar.",
        "Bantuan beras untuk 320 keluarga tetap berjalan.",
        "Laman pasar.arunikakab.go.id memuat peta lapak.",
    ),
)
_PLACES = ("Karangjati", "Sumberejo", "Wanasari", "Tegalsari", "Ngadirejo", "Cibening", "Lembahsari")
_FIRST = ("Sri", "Joko", "Ratna", "Wahyu", "Dewi", "Agus", "Lestari", "Bambang")
_OTHER_FIRST = ("Hartono", "Yuliana", "Slamet", "Endang")
_LAST = ("Widodo", "Handayani", "Prasetyo", "Maharani", "Santoso", "Kusuma")


def drafts(kinds: Kinds, rng: Random, count: int) -> list[tuple[Draft, frozenset[str]]]:
    """Drafts with the codes that were planted in each."""
    return [_draft(kinds, rng) for _ in range(count)]


def _draft(kinds: Kinds, rng: Random) -> tuple[Draft, frozenset[str]]:
    words = _words(rng)
    planted: set[str] = set()

    def one(clean: tuple[str, ...], faults: dict[str, tuple[str, ...]], share: float) -> str:
        if rng.random() >= share:
            return rng.choice(clean)
        code = rng.choice(sorted(faults))
        planted.add(code)
        return rng.choice(faults[code])

    title = one(kinds.titles, kinds.in_title, 0.3)
    lead = one(kinds.leads, kinds.in_lead, 0.3)
    alt = one(("Dua petugas menata kursi di depan balai desa",), kinds.in_alt, 0.2)
    codes = rng.sample(sorted(kinds.in_text), rng.randint(0, 3))
    planted.update(codes)
    rest = [rng.choice(kinds.bodies), *(rng.choice(kinds.in_text[code]) for code in codes), *rng.sample(kinds.traps, 2)]
    rng.shuffle(rest)
    text = "\n\n".join([lead, *rest]).format(**words)
    return Draft(title.format(**words), text, TODAY, pictures=(Picture("rapat.jpg", alt),)), frozenset(planted)


def _words(rng: Random) -> dict[str, str]:
    day = TODAY + timedelta(days=rng.randint(-20, 40))
    other = NAMES[(day.weekday() + rng.randint(1, 6)) % 7]
    long = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    right = f"{NAMES[day.weekday()]}, {long}"
    nik = f"330301{rng.randint(1, 28):02}{rng.randint(1, 12):02}{rng.randint(60, 99)}{rng.randint(1, 9999):04}"
    tail = f"{rng.randint(10, 99)}{rng.randint(1000, 9999)}{rng.randint(1000, 9999)}"
    place = rng.choice(_PLACES)
    return {
        "place": place,
        "PLACE": place.upper(),
        "region": "Arunika",
        "name": f"{rng.choice(_FIRST)} {rng.choice(_LAST)}",
        "other_name": f"{rng.choice(_OTHER_FIRST)} {rng.choice(_LAST)}",
        "right_day": right,
        "Right_day": right,
        "wrong_day": f"{other}, {long}",
        "wrong_day_short": f"{other} ({day.day}/{day.month})",
        "wrong_day_figures": f"{other}, {day.day:02}-{day.month:02}-{day.year}",
        "nik": nik,
        "nik_spaced": " ".join(nik[at : at + 4] for at in range(0, 16, 4)),
        "phone": f"08{tail}",
        "phone_spaced": f"08{tail[:2]}-{tail[2:6]}-{tail[6:]}",
        "phone_plus": f"+62 8{tail[:2]} {tail[2:6]} {tail[6:]}",
    }
