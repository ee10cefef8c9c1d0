"""The words that dates are written with on Indonesian sites, and the words that deny a date."""

from __future__ import annotations


def _table(text: str) -> dict[str, int]:
    """Numbered lines of words as a look-up: `1 januari jan` gives both words the value 1."""
    rows = (line.split() for line in text.strip().splitlines())
    return {word: int(number) for number, *words in rows for word in words}


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set for look-ups."""
    return frozenset(text.split())


MONTHS = _table("""
1 januari january jan janu jnuari djanuari djan
2 februari february feb febr febuari febuary pebruari peb pebr pebuari
3 maret march mar mrt mart mret
4 april apr aprl
5 mei may
6 juni june jun djuni
7 juli july jul djuli
8 agustus august aug agt ags agu agst agus agts agustu agust augustus
9 september sept sep septembar septem
10 oktober october okt oct oktobr octo
11 november nopember nov nop novemb nofember
12 desember december des dec desem desmber disember
""")
"""Indonesian months in new, old and short spelling, and the English ones."""

WEEKDAYS = _table("""
0 senin sen snin monday mon
1 selasa sel tuesday tue tues
2 rabu rab wednesday wed
3 kamis kam khamis thursday thu thur thurs
4 jumat jum friday fri
5 sabtu sab saptu saturday sat
6 minggu min ahad sunday sun
""")
"""Days as Python counts them, Monday 0. An apostrophe is taken out before the look-up."""

MARKET_DAYS = word_set("pon wage kliwon legi pahing paing manis pethak")

SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR = "second", "minute", "hour", "day", "week", "month", "year"
_UNIT_WORDS = {
    SECOND: "detik dtk second seconds sec secs s",
    MINUTE: "menit mnt minute minutes min mins m",
    HOUR: "jam hour hours hr hrs h j",
    DAY: "hari hr hri day days d",
    WEEK: "minggu pekan mgg mg week weeks w wk wks",
    MONTH: "bulan bln month months mo mos mth",
    YEAR: "tahun thn th year years yr yrs y",
}
UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()} | {"hr": DAY}
ONE_UNIT = {
    "sedetik": SECOND,
    "semenit": MINUTE,
    "sejam": HOUR,
    "sehari": DAY,
    "seminggu": WEEK,
    "sepekan": WEEK,
    "sebulan": MONTH,
    "setahun": YEAR,
}
NUMBERS = _table("""
1 satu se suatu one a an
2 dua two
3 tiga three
4 empat four
5 lima five
6 enam six
7 tujuh seven
8 delapan eight
9 sembilan nine
10 sepuluh ten
11 sebelas eleven
12 twelve
""")

PUBLISHED, MADE, UPDATED, EVENT = "published", "made", "updated", "event"
_LABEL_WORDS = {
    PUBLISHED: """
diterbitkan terbit penerbitan terbitan dipublikasikan dipublikasi dipublish dipublis publikasi publikasikan
published  publish publication posted post posting postingan diposting diposkan dipos dipost diposted tayang
ditayangkan  penayangan tertayang dirilis rilis released release siar disiarkan
""",
    MADE: """
diunggah unggah unggahan diupload upload uploaded dimuat termuat ditulis tulis written dibuat created  submitted
dikirim added ditambahkan penulis oleh by
""",
    UPDATED: """
diperbarui diperbaharui diperbaiki pembaruan perbarui update updated updates diupdate terupdate pemutakhiran
dimutakhirkan diubah ubah perubahan diedit edited edit modified dimodifikasi modifikasi revisi direvisi revised
terakhir last changed
""",
    EVENT: """
agenda acara pelaksanaan dilaksanakan kegiatan jadwal berlangsung digelar diselenggarakan diadakan event  batas
deadline tenggat berakhir berlaku mulai dimulai selesai hingga sampai lahir dicetak diunduh diakses  cetak akses
expired kadaluarsa kedaluwarsa pendaftaran registrasi ditetapkan diundangkan sekarang
""",
}
LABELS = {word: label for label, words in _LABEL_WORDS.items() for word in words.split()}
LABEL_RANK = {PUBLISHED: 2, MADE: 1}

ZONES = {"wib": "+07:00", "wita": "+08:00", "wit": "+09:00"}
CLOCK_WORDS = word_set("pukul pkl jam pk at waktu time")
AFTERNOON = {"pagi": 0, "siang": 4, "sore": 11, "malam": 11, "am": 0, "pm": 11}
"""Words after a time, with the last hour to which twelve is added."""

FILLERS = word_set("""
pada hari tanggal tgl tglnya tangal date on the in of dated tahun thn th bulan bln periode edisi per di sejak
since dan and s d sd yang yg t z gmt utc st nd rd th ke admin
""")
KNOWN = (
    FILLERS
    | CLOCK_WORDS
    | MARKET_DAYS
    | WEEKDAYS.keys()
    | ZONES.keys()
    | LABELS.keys()
    | MONTHS.keys()
    | AFTERNOON.keys()
)
"""Words beside which a month or a year alone is still taken for a date."""

NO_DATE_AFTER = word_set("""
nomor no nmr nomer number nr num pasal ayat bab lampiran versi version ver v build rev rp idr usd nik nip npwp
nisn nrp nuptk npsn telp telepon tel telpon tlp hp wa whatsapp fax faks phone rt rw uu perda perki perbup
perwali perpres permen permendagri permenkes perdes pp inpres kepres kepmen kepbup sk se kode isbn issn rekening
rek skor harga suhu ukuran ip id php wordpress blok kav kavling km lt
""")
"""A number of date shape after one of these is a number of something else."""

PLACES = word_set("""
jl jln jalan jalanan gang gg gedung lapangan stadion alun simpang taman universitas monumen pasal ayat bab
""")
"""Before a day and month: an address, a place named after a day, an article of a law."""

COUNTED = word_set("""
komentar comment comments comentar views view viewer dilihat dibaca pembaca kali x hits hit orang peserta unit
buah desa kecamatan kelurahan persen juta ribu miliar milyar triliun rupiah ton ha hektar kg km m meter mb kb gb
ekor menit jam hari minggu bulan kk jiwa siswa warga lembar paket titik likes like share shares suka
""")
"""After a two-digit number: it counts something and is no year."""
