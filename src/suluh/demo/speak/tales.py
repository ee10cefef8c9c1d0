"""What Arunika's units sent to the desk: short, useful first, and nobody's real case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """How far a story has come."""

    AT_DESK = "at the desk"
    RETURNED = "returned"
    PUBLISHED = "published"
    PLANNED = "planned for tomorrow"


@dataclass(frozen=True, slots=True)
class Tale:
    """One story. `alt` is empty for one without a picture; `on` names the platforms it goes to."""

    unit: str
    kind: str
    fate: Fate
    title: str
    text: str
    place: str = ""
    contact: str = ""
    days: int | None = None
    """Days from today on which it happens."""
    alt: str = ""
    on: tuple[str, ...] = ()
    note: str = ""


EVERYWHERE = ("wordpress", "facebook", "instagram", "threads", "x", "telegram", "whatsapp", "bluesky", "mastodon")
OPEN = ("wordpress", "telegram", "bluesky", "mastodon")

TALES = (
    Tale(
        "dinkes",
        "service",
        Fate.PUBLISHED,
        "Imunisasi campak gratis pekan ini",
        "Balita usia 9 sampai 59 bulan mendapat imunisasi campak gratis pekan ini di semua puskesmas. Bawa buku KIA. "
        "Petugas melayani pukul 08.00 sampai 12.00 tanpa pendaftaran lebih dahulu.",
        place="Semua puskesmas di Kabupaten Arunika",
        contact="Dinkes, (0000) 000-113",
        days=3,
        alt="Poster dengan tulisan Imunisasi campak gratis pekan ini",
        on=EVERYWHERE,
    ),
    Tale(
        "disdukcapil",
        "service",
        Fate.PUBLISHED,
        "Rekam KTP-el kini buka Sabtu",
        "Warga yang bekerja Senin sampai Jumat dapat merekam KTP-el pada hari Sabtu pukul 08.00 sampai 12.00. "
        "Layanan ini "
        "gratis. Cukup membawa kartu keluarga.",
        place="Kantor Disdukcapil, Jalan Fajar Nomor 7",
        contact="Disdukcapil, (0000) 000-120",
        alt="Poster dengan tulisan Rekam KTP-el kini buka Sabtu",
        on=OPEN,
    ),
    Tale(
        "pemkab-arunika",
        "data",
        Fate.PUBLISHED,
        "Harga beras turun dua pekan",
        "Harga beras medium di tiga pasar Arunika turun dari Rp14.200 menjadi Rp13.600 per kilogram dalam dua pekan. "
        "Pasar Fajar mencatat harga terendah.",
        contact="Disdagperin, (0000) 000-118",
        on=("wordpress", "x", "telegram"),
    ),
    Tale(
        "diskominfo",
        "announcement",
        Fate.PLANNED,
        "Situs layanan berhenti satu jam",
        "Situs layanan Kabupaten Arunika berhenti besok pukul 01.00 sampai 02.00 untuk perawatan. Permohonan "
        "yang sudah "
        "dikirim tetap tersimpan.",
        contact="Diskominfo, (0000) 000-124",
        on=OPEN,
    ),
    Tale(
        "bpbd",
        "announcement",
        Fate.AT_DESK,
        "Simulasi gempa di enam sekolah",
        "Enam sekolah di Kecamatan Fajarwana berlatih menghadapi gempa pekan depan. Sirene yang terdengar "
        "pukul 09.00 adalah "
        "bagian latihan; warga tidak perlu mengungsi.",
        place="Kecamatan Fajarwana",
        contact="BPBD, (0000) 000-109",
        days=6,
        alt="Poster dengan tulisan Simulasi gempa di enam sekolah",
    ),
    Tale(
        "dlh",
        "invitation",
        Fate.AT_DESK,
        "Tukar minyak jelantah dengan sembako",
        "Warga dapat menukar dua liter minyak jelantah dengan satu liter minyak goreng baru. Wadah "
        "dikembalikan bersih.",
        place="Bank sampah Arunika Kota",
        contact="DLH, (0000) 000-129",
        days=5,
    ),
    Tale(
        "disdik",
        "programme",
        Fate.AT_DESK,
        "Beasiswa daerah dibuka bulan depan",
        "Mahasiswa asal Arunika dapat mendaftar beasiswa daerah mulai tanggal 1. Syaratnya kartu keluarga, "
        "transkrip nilai, "
        "dan surat aktif kuliah.",
        contact="Disdik, (0000) 000-112",
    ),
    Tale(
        "dishub",
        "news",
        Fate.RETURNED,
        "Kegiatan rapat koordinasi lalu lintas",
        "Telah dilaksanakan rapat koordinasi lalu lintas yang dihadiri para pejabat terkait.",
        place="Aula Dishub",
        note="Apa manfaatnya bagi warga? Sebutkan jalan mana yang berubah arah, mulai kapan, dan jalan penggantinya.",
    ),
)
