"""Other words for the same thing, and facts that no two texts share, so that independent texts do not look copied."""

from __future__ import annotations

import re
from random import Random

SYNONYMS: dict[str, tuple[str, ...]] = {
    "panitia menghadirkan narasumber": ("pemateri didatangkan", "penyelenggara mengundang pembicara"),
    "menyelenggarakan": ("mengadakan", "menggelar", "melaksanakan"),
    "dilanjutkan": ("disusul", "diteruskan dengan"),
    "menyerahkan": ("memberikan", "membagikan"),
    "tampak antusias": ("terlihat bersemangat", "mengikuti dengan saksama"),
    "mengajukan pertanyaan": ("bertanya", "melontarkan pertanyaan"),
    "meninjau": ("mengunjungi", "mendatangi", "melihat langsung"),
    "berdialog": ("berbincang", "bertukar pikiran"),
    "sekitar": ("setempat", "di sekitarnya"),
    "perlu disiapkan": ("harus dibawa", "wajib dilengkapi"),
    "alurnya sederhana": ("caranya mudah", "langkahnya ringkas"),
    "tidak dipungut biaya": ("gratis", "bebas biaya"),
    "dapat melapor": ("dipersilakan melapor", "bisa mengadu"),
    "diperluas": ("ditambah", "dilebarkan"),
    "dapat dibaca": ("tersedia", "bisa diunduh"),
    "dihimpun": ("dikumpulkan", "direkap"),
    "diperiksa ulang": ("diverifikasi", "dicocokkan kembali"),
    "dapat diperoleh": ("bisa diminta", "tersedia"),
    "bekerja sama": ("bermitra", "berkolaborasi"),
    "antara lain": ("misalnya", "di antaranya"),
    "berharap": ("menginginkan", "menargetkan"),
    "warga": ("masyarakat", "penduduk"),
    "mengajak": ("mengimbau", "mendorong"),
    "seluruh": ("semua", "segenap"),
    "sejalan dengan": ("selaras dengan", "mengacu pada"),
    "salah satu prioritas": ("program utama", "perhatian khusus"),
    "dilakukan": ("dilaksanakan", "dijalankan"),
    "dibahas": ("dibicarakan", "didiskusikan"),
    "diputuskan": ("ditetapkan", "disepakati"),
    "menyambut baik": ("mendukung", "mengapresiasi"),
    "disampaikan": ("diberitahukan", "diinformasikan"),
    "mulai berlaku": ("diberlakukan", "efektif berlaku"),
    "menjelaskan": ("menerangkan", "memaparkan"),
    "terbatasnya": ("kurangnya", "minimnya"),
    "menambahkan": ("melanjutkan", "menyambung"),
    "kami ingin": ("harapan kami,", "tujuan kami agar"),
    "perbaikan": ("penyempurnaan", "evaluasi"),
    "merasakan langsung": ("menikmati", "memperoleh"),
    "telah berjalan": ("sudah dilaksanakan", "dimulai"),
    "menjangkau": ("menyentuh", "melibatkan"),
    "membawa": ("menyertakan", "menunjukkan"),
    "kemudian": ("lalu", "selanjutnya"),
}
_WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, SYNONYMS), key=len, reverse=True)) + r")\b", re.I)

FACTS = (
    "Di {desa_a} tercatat {n1} {sasaran}, sedangkan di {desa_b} baru {n2}.",
    "Jumlah {sasaran} yang terlibat naik dari {n2} menjadi {n1} dalam {n3} bulan terakhir.",
    "Wilayah {desa_a}, {desa_b}, dan {desa_c} menjadi lokasi berikutnya untuk {program}.",
    "Biaya {program} tahun ini Rp{n1} juta, dan hingga bulan lalu terpakai {n3} persen.",
    "{sasaran} dari {desa_a} menempuh perjalanan {n3} kilometer untuk sampai di {lokasi_lain}.",
    "Dari {n1} usulan yang masuk, {n3} berasal dari {desa_b} dan sekitarnya.",
    "Pada pukul {jam}, rombongan dari {desa_c} tiba bersama {n3} {sasaran}.",
    "Kepala {desa_a} meminta agar {program} dilanjutkan sampai {nanti}.",
    "Petugas {singkat} mencatat {n2} berkas dari {desa_b} dan {n3} berkas dari {desa_c}.",
    "Sebanyak {n3} relawan {desa_a} membantu sejak pukul {jam}.",
    "Untuk {desa_c}, sasaran tahun {tahun} ditetapkan {n1} {satuan}.",
    "Hasil survei di {desa_b} menunjukkan {n3} dari seratus responden mengenal {program}.",
)  # fmt: skip


def varied(chance: Random, text: str) -> str:
    """The sentence with some of its words exchanged for others of the same meaning."""

    def other(found: re.Match[str]) -> str:
        if chance.random() < 0.35:
            return found[0]
        word = chance.choice(SYNONYMS[found[0].lower()])
        return word[:1].upper() + word[1:] if found[0][:1].isupper() else word

    return _WORDS.sub(other, text)
