"""Search-engine entries (address, title, snippet) drawn from a grammar: doorways, and what must not be mistaken for them."""

# One production a line reads better than wrapped ones; writers share one signature.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

SYLLABLES = [
    "ka",
    "ra",
    "na",
    "la",
    "ma",
    "sa",
    "ta",
    "wi",
    "bu",
    "fa",
    "mi",
    "ri",
    "ko",
    "lo",
    "mi",
    "pu",
    "sa",
    "ti",
    "wa",
    "ya",
    "zu",
    "nga",
    "se",
    "be",
    "de",
]
PLACES = ("Arunika", "Sagara Wetan", "Tirtajaya", "Lembah Pandan", "Wanasari", "Kertabumi", "Rejosari", "Bukit Lontar")
FIELDS = (
    "Ilmu Hukum",
    "Keperawatan",
    "Teknik Sipil",
    "Akuntansi",
    "Pendidikan Agama Islam",
    "Agribisnis",
    "Informatika",
)
KEYWORDS = (
    "slot", "gacor", "judi", "togel", "casino", "poker", "maxwin", "jackpot",
    "sbobet", "pragmatic", "bandar", "deposit", "bonus", "scatter", "taruhan", "bet",
)  # fmt: skip
"""The peer: sixteen words, matched at the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its truth; `kind` names the production that made it."""

    url: str
    title: str
    description: str
    bad: bool
    kind: str


def entries(chance: Random, each: int) -> list[Entry]:
    """`each` entries of every kind, no title and snippet twice."""
    seen: set[tuple[str, str]] = set()
    made: list[Entry] = []
    for kind, (bad, write) in {
        **{k: (True, w) for k, w in SOLD.items()},
        **{k: (False, w) for k, w in CLEAN.items()},
    }.items():
        for _ in range(each):
            title, description = write(chance)
            if (title, description) not in seen:
                seen.add((title, description))
                made.append(Entry(_address(chance, kind, bad), title, description, bad, kind))
    return made


def coined(chance: Random) -> str:
    """A word that means nothing."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3)))


def _address(chance: Random, kind: str, bad: bool) -> str:
    host = f"{chance.choice(('fkip', 'lib', 'www', 'ejournal', 'disdik', 'smkn2', 'desa'))}.{coined(chance)}.{chance.choice(('ac.id', 'sch.id', 'go.id', 'desa.id'))}"
    if kind == "kalimat kueri":
        word = chance.choice(
            ("slot-gacor", "SLOT-DANA", "togel-sgp", "situs-toto", "rtp-live", "judi-bola", "mahjong-ways", "slot-5000")
        )
        return f"https://{host}/{chance.choice(('', 'index.php', 'detail.php'))}?{chance.choice(('id_ID', 'p', 'page', 'go', 'tag'))}={word}"
    tail = ("", "berita/{n}", "index.php/home/{n}", "wp-content/uploads/2023/{w}/", "?p={n}", "{w}/", "read/{n}/{w}")
    return f"https://{host}/" + chance.choice(tail if bad else tail[:3] + tail[4:5]).format(
        n=chance.randint(1, 9999), w=coined(chance)
    )


def _fill(chance: Random, shapes: tuple[str, ...], **pools: tuple[str, ...]) -> str:
    drawn = {name: chance.choice(pool) for name, pool in pools.items()}
    return chance.choice(shapes).format(
        n=chance.randint(5, 30), b=brand(chance), p=chance.choice(PLACES), f=chance.choice(FIELDS), **drawn
    )


def brand(chance: Random) -> str:
    """A house's name as such houses choose them."""
    stem = coined(chance)
    return (
        stem
        + chance.choice(("slot", "toto", "bet", "win", "play", "4d", "qq", "poker", "gacor", ""))
        + chance.choice(("88", "77", "303", "138", "", "99", "168", "777"))
    ).upper()


PRAISE = (
    "Terpercaya",
    "Resmi",
    "Gampang Menang",
    "Paling Gacor",
    "Anti Kalah",
    "Mudah Jebol",
    "Winrate Tinggi",
    "No 1 di Asia",
)
TIME = ("Hari Ini", "Malam Ini", "2024", "Terbaru", "Bulan Ini", "Setiap Saat")
PAY = ("Pulsa", "Dana", "Qris", "Gopay", "Bank Lokal", "Ovo", "Telkomsel")
SNIPPET = (
    "{b} adalah tempat bermain dengan kemenangan terbesar, proses withdraw kilat dan bonus member baru.",
    "Nikmati permainan terlengkap dari provider ternama hanya dengan modal kecil di {b}.",
    "Daftar sekarang di {b}, klaim bonus harian dan raih jackpot jutaan rupiah tanpa potongan.",
    "", "Main di sini peluang menang lebih tinggi, server luar negeri stabil 24 jam.",
)  # fmt: skip


def _pair(chance: Random, shapes: tuple[str, ...], **pools: tuple[str, ...]) -> tuple[str, str]:
    return _fill(chance, shapes, **pools), _fill(chance, SNIPPET)


def _slot(chance: Random) -> tuple[str, str]:
    shapes = (
        "{n} Daftar Situs Slot {q} {t}",
        "Slot {g} {q} {t}",
        "Link Slot {q}: Main Tanpa Ribet",
        "{b}: Slot Online {q}",
        "Situs {g} {q} Server Luar",
        "Agen Slot {q} Deposit {pay}",
    )
    return _pair(chance, shapes, q=PRAISE, t=TIME, g=("Gacor", "Thailand", "Kamboja", "88", "Maxwin", "Hoki"), pay=PAY)


def _togel(chance: Random) -> tuple[str, str]:
    shapes = (
        "Bandar Togel {m} {q}",
        "Keluaran {m} {t} Tercepat",
        "Live Draw {m} {t}",
        "{b} Situs Toto {m} Hadiah 4D",
        "Prediksi Togel {m} Angka Jitu {t}",
        "Data {m} Lengkap Paito Warna",
        "Agen Toto {m} Diskon Besar",
    )
    return _pair(chance, shapes, q=PRAISE, t=TIME, m=("Hongkong", "SGP", "SDY", "Macau", "Taiwan", "Sydney", "HK"))


def _house(chance: Random) -> tuple[str, str]:
    name = chance.choice(("slot", "toto", "bet", "4d", "qq", "")) if chance.random() < 0.5 else ""
    house = (coined(chance) + name + chance.choice(("88", "77", "303", "138", "4d", "99", "777"))).upper()
    shapes = (
        "{h} Login Link Alternatif Resmi",
        "{h} # Daftar dan Login {t}",
        "{h} | Situs Hiburan Online {q}",
        "Daftar {h} Link Resmi",
        "{h} Login Apk Terpercaya",
    )
    title = chance.choice(shapes).format(h=house, t=chance.choice(TIME), q=chance.choice(PRAISE))
    return title, chance.choice((f"{house} menyediakan link alternatif resmi untuk login.", "", _fill(chance, SNIPPET)))


def _ball(chance: Random) -> tuple[str, str]:
    shapes = (
        "Agen Judi Bola Parlay {q}",
        "Mix Parlay {t} {q}",
        "Situs Taruhan Bola {q} Bonus Rollingan",
        "SBOBET Mobile Agen {q}",
        "Pasaran Bola {t} Handicap Judi Bola",
    )
    return _pair(chance, shapes, q=PRAISE, t=TIME)


def _tables(chance: Random) -> tuple[str, str]:
    shapes = (
        "Live Casino Online {q} Baccarat Roulette",
        "IDN Poker {q} Deposit {pay}",
        "BandarQQ DominoQQ {q}",
        "Situs Poker Online {q} {t}",
        "Sabung Ayam SV388 Live {t}",
        "Tembak Ikan Online Uang Asli {q}",
        "Best Online Casino Bonus {t}",
        "Ceme Keliling dan Capsa Susun {q}",
    )
    return _pair(chance, shapes, q=PRAISE, t=TIME, pay=PAY)


def _odds(chance: Random) -> tuple[str, str]:
    shapes = (
        "RTP Live {g} Tertinggi {t}",
        "Bocoran Pola {g} {t}",
        "Demo {g} Gratis Rupiah",
        "Jam Gacor {g} {t}",
        "Akun Pro {g} Server Thailand",
        "Trik Menang {g} Modal Receh",
    )
    return _pair(
        chance,
        shapes,
        t=TIME,
        g=(
            "Mahjong Ways 2",
            "Gates of Olympus",
            "Slot Pragmatic",
            "Starlight Princess",
            "Sweet Bonanza",
            "Slot PG Soft",
            "Wild Bandito",
        ),
    )


def _money(chance: Random) -> tuple[str, str]:
    shapes = (
        "Slot Deposit {pay} Tanpa Potongan",
        "Slot {pay} 5000 {q}",
        "Depo {pay} 10rb Bonus New Member 100",
        "Situs Deposit {pay} Slot Gampang Maxwin",
        "Freebet Tanpa Deposit {t} Slot",
        "Slot Bonus New Member 100 di Awal TO Kecil",
    )
    return _pair(chance, shapes, q=PRAISE, t=TIME, pay=PAY)


def _story(chance: Random) -> tuple[str, str]:
    shapes = (
        "{who} Asal {p} Menang {n} Juta Main {g}",
        "Kisah {who} {p} Pecah Maxwin di {g}",
        "{who} Temukan Pola {g} Saat Istirahat, Cuan {n} Juta",
        "Rahasia {who} Raup Jackpot {g} dengan Modal Receh",
    )
    who = ("Ojol", "Pedagang Bakso", "Mahasiswa", "Tukang Parkir", "Karyawan", "Petani")
    title = _fill(
        chance,
        shapes,
        who=who,
        g=("Mahjong Ways 2", "Gates of Olympus", "Starlight Princess", "Mahjong Wins Scatter Hitam", "Slot Zeus"),
    )
    return title, "Cerita pemain yang membagikan pola dan jam bermain terbaik hingga scatter turun berkali-kali."


def _masked(chance: Random) -> tuple[str, str]:
    title, snippet = chance.choice((_slot, _money, _togel))(chance)
    mask = chance.randrange(5)
    if mask == 0:
        title = (
            title.translate(str.maketrans("oaie", "04" + "13"))
            if chance.random() < 0.6
            else title.translate(str.maketrans("oi", "01"))
        )
    elif mask == 1:
        title = title.translate(str.maketrans("oaec", "оаес"))
    elif mask == 2:
        title = " ".join(
            chance.choice(" .-_").join(word) if word.lower() in ("slot", "gacor", "togel", "toto", "situs") else word
            for word in title.split()
        )
    elif mask == 3:
        title = "".join(
            chr(ord(letter) + 0x1D5D4 - 65)
            if letter.isascii() and letter.isupper()
            else chr(ord(letter) + 0x1D5EE - 97)
            if letter.isascii() and letter.islower()
            else letter
            for letter in title
        )
    else:
        title = (
            title.replace("lo", "l\u200bo")
            .replace("ac", "a\u200bc")
            .replace("og", "o\u200dg")
            .replace("ot", "o\u00adt")
        )
    return title, snippet


def _query(chance: Random) -> tuple[str, str]:
    body = _fill(chance, ("Universitas {p}", "SMK Negeri {n} {p}", "Dinas Pendidikan {p}"))
    offer = _slot(chance)[0] if chance.random() < 0.7 else _togel(chance)[0]
    return chance.choice((f"{offer} - {body}", f"{body} | {offer}", offer)), _fill(chance, SNIPPET)


def _abroad(chance: Random) -> tuple[str, str]:
    return chance.choice(
        (
            ("สล็อตเว็บตรง ฝากถอนไม่มีขั้นต่ำ " + brand(chance), "บาคาร่า คาสิโนออนไลน์ เครดิตฟรี"),
            ("【激安】" + coined(chance).upper() + " 財布 メンズ 送料無料", "通販 人気 ブランド 正規品 最安"),
            (brand(chance) + "娱乐城 百家乐 真人投注", "老虎机 彩票 开户 官网"),
            ("Казино онлайн " + brand(chance) + " игровые автоматы", "бонус за регистрацию, ставки"),
            (brand(chance) + " Casino Siteleri Deneme Bonusu", "bahis siteleri ve canli casino"),
        )
    )


SOLD = {
    "slot": _slot, "togel": _togel, "nama rumah judi": _house, "bola": _ball, "meja dan ayam": _tables, "rtp dan pola": _odds,
    "setoran dan bonus": _money, "cerita menang": _story, "tulisan samar": _masked, "kalimat kueri": _query, "bahasa asing": _abroad,
}  # fmt: skip


def _from(shapes: tuple[str, ...], snippets: tuple[str, ...], **pools: tuple[str, ...]):
    def write(chance: Random) -> tuple[str, str]:
        return _fill(chance, shapes, **pools), _fill(chance, snippets, **pools)

    return write


CLEAN = {
    "beranda": _from(
        ("Universitas {p} - Beranda", "SMA Negeri {n} {p}", "Dinas Pendidikan Kabupaten {p}", "Desa {p} | Website Resmi", "Program Studi {f} Universitas {p}"),
        ("Situs resmi {p}, informasi akademik, berita dan pengumuman terbaru.", "Login SIAKAD, e-learning dan perpustakaan.", ""),
    ),
    "pendaftaran": _from(
        ("Pendaftaran Mahasiswa Baru {p} Dibuka Hari Ini", "Link Daftar Ulang Gelombang {n} Universitas {p}", "Login PPDB Online {p} {n}", "Slot Pendaftaran Jalur Prestasi Bertambah", "Info Beasiswa dan Bonus UKT Prodi {f}"),
        ("Daftar sekarang, biaya dapat dibayar lewat BRI, Dana atau QRIS.", "Segera login dan unggah berkas; kuota terbatas.", "Bonus potongan bagi pendaftar pertama, transfer deposit ke bank daerah."),
    ),
    "jurnal": _from(
        ("Analisis {x} pada {f}", "The Effect of {x} on Students' Achievement", "Pengembangan Media {x} untuk Siswa Kelas {n}", "Optimasi {x} dengan Algoritma Genetika"),
        ("Abstrak. Penelitian ini bertujuan menganalisis {x} dengan metode kuantitatif.", "This study investigates {x} among students.", ""),
        x=("Roulette Wheel Selection", "Kartu Domino", "Scatter Plot", "Pragmatic Competence", "Antena Slot Mikrostrip", "Deposit Sedimen", "Bonus Demografi", "Slot Machine Interface", "Efek Domino", "Betonisasi Jalan", "Alphabet Card"),
    ),
    "kajian judi": _from(
        ("Pengaruh Judi Online terhadap {y}", "Tinjauan {l} Perjudian Togel di {p}", "Penegakan Hukum Pelaku Judi Slot Online", "Fenomena Slot Gacor di Kalangan {y}", "Deteksi Situs Judi Online dengan Naive Bayes", "Analisis Wacana Iklan Slot Zeus"),
        ("Skripsi ini membahas faktor dan dampak judi online.", "Kata kunci: judi slot, remaja, pidana.", ""),
        y=("Mahasiswa", "Remaja", "Perilaku Konsumtif", "Perceraian", "Petani"), l=("Yuridis", "Sosiologis", "Hukum Islam", "Kriminologis"),
    ),
    "berita lawan judi": _from(
        ("Polres {p} {v} Bandar Judi Slot Online", "{o} {p} Sosialisasi Bahaya Judi Online", "Kominfo Blokir {n} Ribu Situs Slot Gacor", "Bupati {p} Ancam Pecat ASN Pemain Judol", "Waspada Iming-iming Slot Maxwin, Ini Pesan {o}", "Website {o} Disusupi Judi Slot, Kadis Angkat Bicara", "Deklarasi Kampus Bebas Judi Online di {p}", "{n} Warga {p} Kecanduan Slot Dirawat di RSUD"),
        ("Pelaku mempromosikan situs slot gacor dan togel lewat media sosial.", "Istilah seperti maxwin, scatter hitam dan RTP dipakai untuk menjerat korban.", "Kapolres menyebut omzet judi deposit pulsa mencapai miliaran.", "Petugas menyita ponsel berisi akun {b}."),
        v=("Tangkap", "Bekuk", "Bongkar Jaringan", "Gerebek Markas", "Ringkus"), o=("Dinas Kominfo", "Satpol PP", "Puskesmas", "BNN", "Dinas Sosial"),
    ),
    "laporan warga": _from(
        ("Mohon diblokir situs {b}", "Website {o} isinya slot gacor, tolong dicek", "Aduan: iklan judi {b} masuk ke HP anak", "Kok link desa kami ke situs judi?", "Lapor, tetangga jual togel di {p}", "Situs {b} menipu, uang deposit hilang"),
        ("Selamat pagi, saya menemukan situs {b} berisi slot gacor maxwin. Mohon ditindak.", "Suami saya kecanduan slot, depo pulsa terus. Tolong diblokir.", "Sudah dilaporkan dua kali belum ada tindak lanjut.", "Muncul tulisan situs judi terpercaya di laman {o}, sepertinya diretas."),
        o=("puskesmas", "SMP 2", "dinas pertanian", "kelurahan"),
    ),
    "kata mirip": _from(
        ("Slot Parkir Pasar {p} Ditambah", "Lomba Burung Berkicau, Murai Gacor Juara {n}", "Nasabah Bank Sampah Dapat Bonus Deposit", "Toto Sutarto Dilantik Jadi Camat {p}", "Bonus Atlet {p} Cair", "RTP SPIP Inspektorat {p}", "Agen Perubahan {p} Menang Lomba Inovasi", "Slot Waktu Perekaman KTP Dibuka", "Dokumen Lelang Bandar Udara", "Jackpot Panen Raya Petani {p}"),
        ("Daftar sekarang di loket, gratis.", "Pendaftaran online, link dan login lewat laman resmi.", "Bonus diberikan kepada pemenang; deposit tabungan Rp{n} ribu."),
    ),
    "pengumuman": _from(
        ("Jadwal Ujian Semester {n} Prodi {f}", "Hasil Seleksi PPPK {p} Hari Ini", "Pengumuman Lelang Jalan {p}", "Undangan Rapat Wali Murid", "Live Streaming Wisuda Universitas {p}", "Kuliah Tamu {f}: Game Theory dan Taruhan Keputusan"),
        ("Unduh berkas melalui tautan resmi.", "Peserta login memakai akun masing-masing.", ""),
    ),
}  # fmt: skip


def by_kind(made: list[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Entries grouped by kind, in order of first appearance."""
    for kind in dict.fromkeys(entry.kind for entry in made):
        yield kind, [entry for entry in made if entry.kind == kind]
