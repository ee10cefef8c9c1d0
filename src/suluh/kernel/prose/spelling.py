"""`di` and `ke`: apart before a place, joined in a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.lexicon.words import word_set
from suluh.kernel.prose.spans import Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

_PLACES = (
    "atas|bawah|dalam|luar|depan|belakang|samping|antara|sini|sana|situ|mana|rumah|kantor|sekolah|jalan|desa|"
    "pasar|aula|"
    "berbagai|bidang|tingkat|halaman|lapangan|kecamatan|kelurahan|kabupaten|lokasi|tempat|seluruh|setiap|"
    "wilayah|daerah|"
    "balai|gedung|ruang|pendopo|kota|puskesmas|sekitar|sepanjang|tengah|hadapan|masjid|alun-alun|kampung|dusun"
)
_JOINED = re.compile(
    rf"\b(di)({_PLACES})\b|\b(ke)(sini|sana|situ|mana|depan|atas|bawah|rumah|kantor|sekolah|desa)\b", re.IGNORECASE
)
_APART = re.compile(r"\b(di) ([a-z]{3,}(?:kan|i)|[a-z]{4,6})\b", re.IGNORECASE)
_VERBS = word_set("""
hadiri ikuti datangi awali akhiri sediakan miliki batasi kunjungi dampingi fasilitasi lengkapi penuhi
tandatangani layani jalani lindungi amati awasi warnai ketahui mulai nikmati sepakati sosialisasi gelar buka
tutup bangun pimpin terima serah muat buat bawa pakai ambil guna minta pilih kirim periksa tinjau jaga rawat
sambut kelola susun bahas jual tanam panen cetak lantik dukung siapkan adakan lakukan berikan gunakan
""")
_NOUNS = re.compile(
    r"(?:pe|ge|ti[kn])[a-z]+|ke(?!kal|lola|luar|mas|mbali|mbang|mudi|mukak|nal|nak|ra[hs]|rjak|tahui|tik|rumunk|dep|luh)[a-z]+|"
    r"bukan|ikan|pekan|rekan|akan|lokan"
)


def check(draft: Draft, _found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Both slips, in title and text."""
    for name in ("title", "text"):
        text = getattr(draft, name)
        for hit in _JOINED.finditer(text):
            particle, place = (hit[1], hit[2]) if hit[1] else (hit[3], hit[4])
            told = f"“{particle.lower()}” sebelum tempat ditulis terpisah."
            yield Advice("apart", name, hit.start(), hit.end(), told, f"Tulis “{particle} {place}”.")
        for hit in _APART.finditer(text):
            verb = hit[2].lower()
            if verb in _VERBS or (verb.endswith("kan") and len(verb) > 5 and not _NOUNS.fullmatch(verb)):
                told = "“di” pada kata kerja ditulis serangkai."
                yield Advice("joined", name, hit.start(), hit.end(), told, f"Tulis “{hit[1]}{hit[2]}”.")
