"""Press texts drawn from a grammar: originals, copies dressed up, and texts that share only what all releases share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

# One production a line reads better than wrapped ones.
# ruff: noqa: E501

WHO = (
    "petani",
    "kader posyandu",
    "guru honorer",
    "pedagang pasar",
    "nelayan",
    "perajin batik",
    "pemuda karang taruna",
    "perangkat desa",
    "peternak",
    "ibu rumah tangga",
    "relawan bencana",
    "penyandang disabilitas",
)
DOES = (
    "memeriksa",
    "menata ulang",
    "memperbaiki",
    "mendata",
    "menanam",
    "membersihkan",
    "mencatat",
    "membangun",
    "menguji",
    "merawat",
    "menghitung",
    "mengganti",
    "memetakan",
    "menyiapkan",
)
WHAT = (
    "saluran irigasi",
    "lapak sayur",
    "buku perpustakaan",
    "kolam lele",
    "bibit mangrove",
    "jembatan gantung",
    "alat peraga",
    "timbangan bayi",
    "jalur evakuasi",
    "sumur resapan",
    "lampu jalan",
    "gudang pupuk",
    "peta batas dusun",
    "rak obat",
)
WHERE = (
    "di tepi sungai",
    "di balai dusun",
    "di halaman puskesmas",
    "di lereng utara",
    "dekat pasar lama",
    "di ruang kelas",
    "di kebun bersama",
    "sepanjang jalan kabupaten",
    "di pelabuhan rakyat",
    "di lapangan desa",
)
WHY = (
    "karena musim hujan lebih awal",
    "agar panen tidak gagal",
    "setelah usulan musyawarah disetujui",
    "supaya anak tidak menunggu lama",
    "untuk menekan harga",
    "sebab alat lama sudah rusak",
    "sesuai hasil pendataan",
    "demi keselamatan pejalan kaki",
)
HOW = (
    "dengan dana gotong royong",
    "memakai alat pinjaman",
    "dibantu dua petugas",
    "dalam tiga tahap",
    "tanpa menutup layanan",
    "selama sepekan",
    "bergantian setiap sore",
    "dengan bahan dari warga",
)
HEADS = (
    "SIARAN PERS. Dinas Komunikasi dan Informatika Kabupaten Arunika, Jalan Lontar Nomor 1, menyampaikan keterangan tertulis berikut kepada rekan media dan seluruh warga melalui kanal resmi pemerintah daerah.",
    "Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah Kabupaten Arunika. Untuk disiarkan segera. Keterangan ini dapat dikutip dengan menyebut sumbernya.",
)
FEET = (
    "Demikian siaran pers ini disampaikan untuk disebarluaskan. Keterangan lebih lanjut dapat diminta pada jam kerja melalui bagian humas, surel resmi, atau loket informasi di kantor sekretariat daerah.",
    "Ikuti akun resmi Pemerintah Kabupaten Arunika untuk memperoleh kabar terbaru, dan laporkan kabar bohong melalui kanal pengaduan yang tersedia setiap hari kerja.",
)
NOTICE = "Diberitahukan kepada warga {who} bahwa pelayanan {what} akan dilaksanakan pada hari kerja ke-{n} mulai pukul {h}.00 sampai selesai {where}. Warga diminta membawa kartu tanda penduduk dan fotokopi kartu keluarga. Pelayanan ini tidak dipungut biaya. Bila ada pertanyaan, hubungi petugas {who} pada jam kerja. Demikian pemberitahuan dari kantor {what} agar menjadi perhatian."


@dataclass(frozen=True, slots=True)
class Release:
    """One text of one unit; `source` is the number of the text it was copied from."""

    number: int
    unit: int
    day: date
    text: str
    source: int | None = None


def sentence(chance: Random) -> str:
    """One sentence about somebody doing something somewhere."""
    who, does, what, where, why, how = (chance.choice(pool) for pool in (WHO, DOES, WHAT, WHERE, WHY, HOW))
    count = chance.randint(2, 480)
    shape = chance.randrange(6)
    return (
        f"Sebanyak {count} {who} {does} {what} {where} {why}.",
        f"{where.capitalize()}, {who} {does} {what} {how}, {why}.",
        f"“Kami {does} {what} {how},” kata wakil {who} {where}.",
        f"{why.capitalize()}, {count} {who} sepakat {does} {what} {how}.",
        f"Pekerjaan {does} {what} itu berlangsung {where} dan melibatkan {count} {who}.",
        f"Menurut catatan, {count} {what} selesai {how} oleh {who} {where}.",
    )[shape]


def paragraph(chance: Random) -> str:
    """Two to four sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(2, 4)))


def releases(chance: Random, originals: int, units: int = 200) -> list[Release]:
    """Originals of which a third are copied by one to five units, with shared heads, feet, quotes and notices between."""
    made: list[Release] = []
    quote = f"“{sentence(chance)} {sentence(chance)}” ujar bupati."
    start = date(2026, 1, 5)
    for _ in range(originals):
        body = [paragraph(chance) for _ in range(chance.randint(3, 7))]
        if chance.random() < 0.25:
            body.insert(chance.randrange(1, len(body)), quote)
        unit, day = chance.randrange(units), start + timedelta(chance.randrange(300))
        first = Release(len(made), unit, day, _dressed(chance, body))
        made.append(first)
        if chance.random() < 0.33:
            for other in chance.sample([number for number in range(units) if number != unit], chance.randint(1, 5)):
                later = day + timedelta(chance.randint(1, 9))
                made.append(Release(len(made), other, later, _dressed(chance, _changed(chance, body)), first.number))
    for _ in range(originals // 4):
        text = NOTICE.format(
            who=chance.choice(WHO),
            what=chance.choice(WHAT),
            n=chance.randint(1, 20),
            h=chance.randint(7, 15),
            where=chance.choice(WHERE),
        )
        made.append(Release(len(made), chance.randrange(units), start + timedelta(chance.randrange(300)), text))
    return made


def _dressed(chance: Random, body: list[str]) -> str:
    head = chance.choice(HEADS) if chance.random() < 0.5 else ""
    foot = chance.choice(FEET) if chance.random() < 0.5 else ""
    return "\n".join(part for part in (head, *body, foot) if part)


def _changed(chance: Random, body: list[str]) -> list[str]:
    """New first paragraph; sometimes an own paragraph in the middle, sometimes without the last."""
    copy = [f"Oleh: Admin {chance.randint(1, 99)}. {sentence(chance)} {sentence(chance)}", *body[1:]]
    if chance.random() < 0.3:
        copy.insert(len(copy) // 2, sentence(chance))
    if chance.random() < 0.3 and len(copy) > 3:
        copy.pop()
    return copy
