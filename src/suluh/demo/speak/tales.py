"""What Arunika's units sent to the desk: short, useful first, and nobody's real case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """How far a story has come."""

    AT_UNIT = "at the unit"
    AT_DISTRICT = "at the kecamatan"
    AT_DESK = "at the desk"
    HELD = "in somebody's hands at the desk"
    RETURNED = "returned"
    HURRIED = "published in a hurry"
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
    """What the desk says about it, or what the unit adds when it is asked."""
    hours: int = 20
    """Hours since the unit sent it."""


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
        "Layanan ini gratis. Cukup membawa kartu keluarga.",
        place="Kantor Disdukcapil, Jalan Fajar Nomor 7",
        contact="Disdukcapil, (0000) 000-120",
        alt="Poster dengan tulisan Rekam KTP-el kini buka Sabtu",
        on=OPEN,
        hours=27,
    ),
    Tale(
        "pemkab-arunika",
        "data",
        Fate.PUBLISHED,
        "Harga beras turun dua pekan",
        "Harga beras medium di tiga pasar Arunika turun dari Rp14.200 menjadi Rp13.600 per kilogram dalam dua pekan, "
        "menurut catatan Disdagperin. Pasar Fajar mencatat harga terendah.",
        contact="Disdagperin, (0000) 000-118",
        on=("wordpress", "x", "telegram"),
    ),
    Tale(
        "dpupr",
        "announcement",
        Fate.HURRIED,
        "Jembatan Mentari ditutup sampai besok pagi",
        "Jembatan Mentari di Jalan Purnama ditutup untuk semua kendaraan sampai besok pukul 06.00. Petugas memeriksa "
        "retakan pada tumpuan sisi timur. Kendaraan dialihkan lewat Jalan Cakrawala.",
        place="Jembatan Mentari, Jalan Purnama",
        contact="DPUPR, (0000) 000-114",
        note="Kendaraan masih melintas; menunggu langkah biasa membahayakan pengguna jalan.",
        on=("wordpress", "x", "telegram"),
        hours=2,
    ),
    Tale(
        "diskominfo",
        "announcement",
        Fate.PLANNED,
        "Situs layanan berhenti satu jam",
        "Situs layanan Kabupaten Arunika berhenti besok malam pukul 23.00 sampai 24.00 untuk perawatan. Permohonan "
        "yang sudah dikirim tetap tersimpan.",
        contact="Diskominfo, (0000) 000-124",
        on=OPEN,
    ),
    Tale(
        "disdik",
        "invitation",
        Fate.PLANNED,
        "Lomba menulis cerita untuk pelajar",
        "Pelajar SD dan SMP se-Arunika diajak menulis cerita tentang desanya. Naskah diterima lewat sekolah sampai "
        "akhir bulan. Sepuluh cerita terbaik dicetak menjadi buku bacaan perpustakaan desa.",
        contact="Disdik, (0000) 000-112",
        alt="Poster dengan tulisan Lomba menulis cerita untuk pelajar",
        on=EVERYWHERE,
        hours=30,
    ),
    Tale(
        "rsud",
        "service",
        Fate.AT_UNIT,
        "Poli anak menambah dokter jaga sore",
        "Mulai pekan depan poli anak RSUD buka juga pukul 16.00 sampai 19.00. Daftar lewat loket atau telepon; "
        "pasien BPJS membawa surat rujukan.",
        place="RSUD Bhakti Arunika",
        contact="RSUD, (0000) 000-131",
        days=7,
        hours=6,
    ),
    Tale(
        "disnaker",
        "programme",
        Fate.AT_UNIT,
        "Pelatihan las gratis bagi lulusan SMK",
        "Lulusan SMK dua tahun terakhir dapat mengikuti pelatihan las selama 20 hari tanpa biaya. Peserta mendapat "
        "sertifikat dan uang transpor Rp30.000 per hari berdasarkan keputusan kepala dinas.",
        contact="Disnaker, (0000) 000-116",
        hours=1,
    ),
    Tale(
        "kelurahan",
        "announcement",
        Fate.AT_DISTRICT,
        "Kerja bakti membersihkan selokan Minggu pagi",
        "Warga RW 01 sampai RW 06 bekerja bakti membersihkan selokan pada hari Minggu pukul 06.30. Bawa cangkul dan "
        "karung; kelurahan menyediakan truk pengangkut.",
        contact="Kantor kelurahan, (0000) 000-140",
        days=4,
        hours=5,
    ),
    Tale(
        "bpbd",
        "announcement",
        Fate.HELD,
        "Simulasi gempa di enam sekolah",
        "Enam sekolah di Kecamatan Fajarwana berlatih menghadapi gempa pekan depan. Sirene yang terdengar pukul 09.00 "
        "adalah bagian latihan; warga tidak perlu mengungsi.",
        place="Kecamatan Fajarwana",
        contact="BPBD, (0000) 000-109",
        days=6,
        alt="Poster dengan tulisan Simulasi gempa di enam sekolah",
        note="Enam sekolah, yaitu SDN 1 sampai SDN 6 Fajarwana,",
        hours=8,
    ),
    Tale(
        "dlh",
        "invitation",
        Fate.AT_DESK,
        "Tukar minyak jelantah dengan sembako",
        "Warga dapat menukar dua liter minyak jelantah dengan satu liter minyak goreng baru. Wadah dikembalikan "
        "bersih.",
        place="Bank sampah Arunika Kota",
        contact="DLH, (0000) 000-129",
        days=5,
        hours=9,
    ),
    Tale(
        "distan",
        "agenda",
        Fate.AT_DESK,
        "Pasar tani hadir tiap Sabtu",
        "Tiga puluh kelompok tani menjual sayur dan buah langsung kepada warga setiap Sabtu pukul 06.00 sampai 10.00. "
        "Parkir gratis.",
        place="Lapangan Fajar, Arunika Kota",
        contact="Distan, (0000) 000-133",
        days=6,
        hours=31,
    ),
    Tale(
        "disdik",
        "programme",
        Fate.AT_DESK,
        "Beasiswa daerah dibuka bulan depan",
        "Mahasiswa asal Arunika dapat mendaftar beasiswa daerah mulai tanggal 1. Syaratnya kartu keluarga, transkrip "
        "nilai, dan surat aktif kuliah.",
        contact="Disdik, (0000) 000-112",
        hours=4,
    ),
    Tale(
        "dishub",
        "news",
        Fate.RETURNED,
        "Kegiatan rapat koordinasi lalu lintas",
        "Telah dilaksanakan rapat koordinasi lalu lintas yang dihadiri para pejabat terkait.",
        place="Aula Dishub",
        contact="Dishub, (0000) 000-122",
        note="Apa manfaatnya bagi warga? Sebutkan jalan mana yang berubah arah, mulai kapan, dan jalan penggantinya.",
        hours=26,
    ),
)

REFUSED = Tale(
    "disdukcapil",
    "service",
    Fate.PUBLISHED,
    "Akta lahir selesai di rumah sakit",
    "Bayi yang lahir di RSUD Bhakti Arunika langsung mendapat akta lahir dan kartu keluarga baru sebelum pulang. Ibu "
    "cukup menyerahkan surat keterangan lahir dan kartu keluarga lama kepada petugas di lantai dua.",
    contact="Disdukcapil, (0000) 000-120",
    on=("wordpress", "facebook", "telegram"),
)
WHY_REFUSED = {"facebook": "Facebook menolak kiriman ini sebagai salinan kiriman lama. Ubah teksnya, lalu kirim ulang."}
WITHDRAWN = Tale(
    "pemkab-arunika",
    "data",
    Fate.PUBLISHED,
    "Sebanyak 12.400 rumah tersambung air bersih",
    "Sampai akhir bulan lalu 12.400 rumah di Kabupaten Arunika tersambung jaringan air bersih. Pemasangan berikutnya "
    "dikerjakan di Kecamatan Fajarwana.",
    contact="Perumda Air Minum, (0000) 000-150",
    on=("wordpress", "facebook", "x", "telegram"),
)
"""Its figure was wrong, so it was taken back everywhere."""
WHY_WITHDRAWN = "Angkanya keliru: 12.400 adalah rencana tahun ini, bukan sambungan yang sudah terpasang."
CORRECTED = Tale(
    "dinkes",
    "service",
    Fate.PUBLISHED,
    "Donor darah di Pendopo mulai pukul tujuh",
    "PMI dan Dinas Kesehatan membuka donor darah di Pendopo pada hari Minggu pukul 07.00 sampai 11.00. Bawa kartu "
    "identitas; pendonor mendapat pemeriksaan tekanan darah gratis.",
    place="Pendopo Kabupaten Arunika",
    contact="Dinkes, (0000) 000-113",
    on=("wordpress", "facebook", "bluesky", "mastodon"),
)
"""The hour changed after it was live."""
CORRECTED_TITLE, CORRECTED_HOURS = "Donor darah di Pendopo mulai pukul delapan", ("07.00", "08.00")
OVERRIDDEN = Tale(
    "dinsos",
    "announcement",
    Fate.PUBLISHED,
    "Dapur umum dibuka di tiga desa",
    "Dapur umum untuk warga terdampak banjir dibuka di tiga desa sejak semalam. Makanan dibagikan tiga kali sehari di "
    "balai desa masing-masing.",
    place="Kecamatan Fajarwana",
    on=("wordpress", "telegram"),
)
"""Published without the contact that the charter wants."""
WHY_OVERRIDDEN = "Nomor posko berganti tiap regu jaga; warga diarahkan ke balai desa, bukan ke telepon."
ALL_OVER = Tale(
    "pemkab-arunika",
    "invitation",
    Fate.PUBLISHED,
    "Uji emisi gratis di Alun-Alun Arunika",
    "Pemilik kendaraan dapat menguji emisi tanpa biaya di Alun-Alun Arunika pukul 08.00 sampai 14.00. Hasilnya keluar "
    "dalam sepuluh menit. Kendaraan yang lulus mendapat stiker.",
    place="Alun-Alun Arunika",
    contact="DLH, (0000) 000-129",
    alt="Poster dengan tulisan Uji emisi gratis di Alun-Alun Arunika",
    on=EVERYWHERE,
)
"""The desk asked units to carry it on."""
