"""Names of units, folded for sorting and made comparable between sheets. Pure, with the field's abbreviations."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from anyascii import anyascii

from suluh.law.kinds import UnitKind

WORDS = {
    "kec": "kecamatan", "kel": "kelurahan", "ds": "desa", "bag": "bagian", "din": "dinas", "bdn": "badan",
    "kab": "kabupaten", "setda": "sekretariat daerah", "sekda": "sekretariat daerah", "set": "sekretariat",
    "rsud": "rumah sakit umum daerah", "satpolpp": "satuan polisi pamong praja", "pp": "pamong praja",
    "satpol": "satuan polisi", "setwan": "sekretariat dewan perwakilan rakyat daerah",
    "dprd": "dewan perwakilan rakyat daerah", "&": "dan", "pu": "pekerjaan umum", "pkm": "puskesmas",
    "damkar": "pemadam kebakaran",
}  # fmt: skip
"""Single words that are written short; expanded anywhere in a name."""

NAMES = {
    "dinkes": "dinas kesehatan", "disdik": "dinas pendidikan", "dindik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan dan kebudayaan", "dindikbud": "dinas pendidikan dan kebudayaan",
    "dinsos": "dinas sosial", "dishub": "dinas perhubungan", "dinhub": "dinas perhubungan",
    "diskominfo": "dinas komunikasi dan informatika", "dinkominfo": "dinas komunikasi dan informatika",
    "dinas kominfo": "dinas komunikasi dan informatika",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil", "dindukcapil": "dinas kependudukan dan pencatatan sipil",
    "dinas dukcapil": "dinas kependudukan dan pencatatan sipil",
    "dlh": "dinas lingkungan hidup", "dpupr": "dinas pekerjaan umum dan penataan ruang",
    "dinas pupr": "dinas pekerjaan umum dan penataan ruang", "pupr": "dinas pekerjaan umum dan penataan ruang",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dinas pmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dpmd": "dinas pemberdayaan masyarakat dan desa", "dinas pmd": "dinas pemberdayaan masyarakat dan desa",
    "disnaker": "dinas tenaga kerja", "dinnaker": "dinas tenaga kerja",
    "disperindag": "dinas perindustrian dan perdagangan", "disdag": "dinas perdagangan",
    "disporapar": "dinas pemuda olahraga dan pariwisata", "dispora": "dinas pemuda dan olahraga",
    "disbudpar": "dinas kebudayaan dan pariwisata", "dispar": "dinas pariwisata",
    "disperkim": "dinas perumahan dan kawasan permukiman", "dispertan": "dinas pertanian", "distan": "dinas pertanian",
    "diskan": "dinas perikanan", "dkpp": "dinas ketahanan pangan dan pertanian",
    "dinas kb": "dinas keluarga berencana", "dispusip": "dinas perpustakaan dan kearsipan",
    "dinarpus": "dinas kearsipan dan perpustakaan", "dispersip": "dinas perpustakaan dan kearsipan",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bapperida": "badan perencanaan pembangunan riset dan inovasi daerah",
    "bappelitbangda": "badan perencanaan pembangunan penelitian dan pengembangan daerah",
    "bpkad": "badan pengelolaan keuangan dan aset daerah", "bkad": "badan keuangan dan aset daerah",
    "bpkpad": "badan pengelolaan keuangan pendapatan dan aset daerah", "bapenda": "badan pendapatan daerah",
    "bkd": "badan kepegawaian daerah", "bkpsdm": "badan kepegawaian dan pengembangan sumber daya manusia",
    "bkpp": "badan kepegawaian pendidikan dan pelatihan", "bpbd": "badan penanggulangan bencana daerah",
    "bakesbangpol": "badan kesatuan bangsa dan politik", "kesbangpol": "badan kesatuan bangsa dan politik",
    "badan kesbangpol": "badan kesatuan bangsa dan politik",
    "satpol pp": "satuan polisi pamong praja", "inspektorat daerah": "inspektorat",
    "sekretariat dprd": "sekretariat dewan perwakilan rakyat daerah",
    "bagian pbj": "bagian pengadaan barang dan jasa", "bagian prokopim": "bagian protokol dan komunikasi pimpinan",
    "bagian kesra": "bagian kesejahteraan rakyat", "bagian tapem": "bagian tata pemerintahan",
    "bagian adpem": "bagian administrasi pembangunan", "bagian sda": "bagian sumber daya alam",
}  # fmt: skip
"""Whole names that are written short in nearly every regency."""

KINDS = (
    (UnitKind.RSUD, ("rumah sakit",)),
    (UnitKind.BAGIAN, ("bagian",)),
    (UnitKind.KECAMATAN, ("kecamatan", "kapanewon", "kemantren", "distrik")),
    (UnitKind.KELURAHAN, ("kelurahan",)),
    (UnitKind.DESA, ("desa", "kalurahan", "nagari", "gampong", "pekon", "kampung", "lembang")),
    (UnitKind.UPT, ("upt", "uptd", "puskesmas", "balai", "samsat", "sd", "smp", "sdn", "smpn", "unit pelaksana")),
    (UnitKind.BLUD, ("blud", "perumda", "pdam", "bpr")),
    (UnitKind.MAIN, ("pemerintah kabupaten", "pemerintah kota", "pemkab", "pemkot", "pemerintah provinsi", "portal")),
)


def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces, for sorting and searching."""
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", anyascii(text).casefold()).split())


def name_key(name: str, *, government: str = "") -> str:
    """Equal for spellings of one name: case, dots, abbreviations, "dan/&", and the government's own name at the end."""
    folded = fold(name.replace(".", " ")).replace("&", " & ")
    folded = _without_government(" ".join(folded.split()), government)
    folded = NAMES.get(folded, folded)
    words = " ".join(WORDS.get(word, word) for word in folded.split())
    words = NAMES.get(words, words)
    return " ".join(word for word in words.split() if word != "dan")


def _without_government(folded: str, government: str) -> str:
    place = re.sub(r"^(pemerintah )?(kabupaten|kota|provinsi|pemkab|pemkot|kab) ", "", fold(government))
    if not place:
        return folded
    return re.sub(rf" (kabupaten|kota|kab|provinsi) {re.escape(place)}$", "", folded)


def guess_kind(name: str) -> UnitKind:
    """The kind that a name speaks of; an office where it says nothing else."""
    key = name_key(name)
    for kind, openings in KINDS:
        if any(key == opening or key.startswith(f"{opening} ") for opening in openings):
            return kind
    return UnitKind.OPD


def is_near(one: str, other: str) -> bool:
    """True when two keys are likely one name mistyped: same digits, nearly the same letters, or one's initials."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other) or one.split()[:1] != other.split()[:1]:
        return _is_initials(one, other) or _is_initials(other, one)
    tail, other_tail = " ".join(one.split()[1:]), " ".join(other.split()[1:])
    if not tail or not other_tail:
        return False
    return SequenceMatcher(None, tail, other_tail, autojunk=False).ratio() >= 0.86


def _is_initials(short: str, long: str) -> bool:
    return " " not in short and len(short) >= 3 and short == "".join(word[0] for word in long.split())
