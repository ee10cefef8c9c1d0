"""Short forms that a reader outside of the office does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.lexicon.words import word_set
from suluh.kernel.prose.spans import Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

_ACRONYM = re.compile(r"(?<![\w#@/.])[A-Z]{2,7}(?:-[A-Z]{2,})?\d?(?![\w@]|\.\w)")
_KNOWN = word_set("""
WIB WITA WIT RT RW KTP KK RI TNI POLRI DPR MPR DPRD SD SMP SMA SMK TK PAUD MI MTS MA SDN SMPN SMAN SMKN UMKM
BPJS WA HP PDF QR AIDS HIV COVID COVID-19 PKK PNS ASN CPNS PPPK SIM STNK BPKB PLN PMI RSUD UGD IGD TV FM AM AC
SMS WC KUA BUMN BUMD BPBD PPID KPK KPU SIM BBM LPG PT CV UD SKCK PBB NIK PDAM WHO PBB USG ICU TPS TPA TBC DBD
SLB SPBU ATM LED WNI WNA HUT PUPR MUI NU BPS BMKG LAPOR ODGJ KB IPK S1 D3 S2 PON NKRI KIP KIS PKH BLT SARA TTL NPWP IDR
""")
EXPANSIONS = {
    "BKPSDM": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "BPKAD": "Badan Pengelolaan Keuangan dan Aset Daerah",
    "DPMPTSP": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "DPUPR": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "IKM": "Indeks Kepuasan Masyarakat",
    "LKPJ": "Laporan Keterangan Pertanggungjawaban",
    "LKPD": "Laporan Keuangan Pemerintah Daerah",
    "LPPD": "Laporan Penyelenggaraan Pemerintahan Daerah",
    "MCP": "Monitoring Center for Prevention",
    "MPP": "Mal Pelayanan Publik",
    "OPD": "organisasi perangkat daerah",
    "PAD": "pendapatan asli daerah",
    "PKPLK": "pendidikan khusus dan layanan khusus",
    "RKPD": "Rencana Kerja Pemerintah Daerah",
    "RPJMD": "Rencana Pembangunan Jangka Menengah Daerah",
    "RTLH": "rumah tidak layak huni",
    "SAKIP": "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "SKPD": "satuan kerja perangkat daerah",
    "SPBE": "Sistem Pemerintahan Berbasis Elektronik",
    "SPM": "standar pelayanan minimal",
    "TPID": "Tim Pengendalian Inflasi Daerah",
    "TPPS": "Tim Percepatan Penurunan Stunting",
    "UHC": "cakupan kesehatan semesta",
    "UPTD": "unit pelaksana teknis daerah",
    "ZI": "Zona Integritas",
}
_ROMAN = re.compile(r"[IVXLC]+")
_LOUD = 0.6


def check(draft: Draft, found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Each unexplained short form once, where it first stands."""
    told: set[str] = set()
    for paragraph in found:
        if _shouts(paragraph.text):
            continue
        for hit in _ACRONYM.finditer(paragraph.text):
            short = hit[0]
            if (
                short in told
                or short in _KNOWN
                or _ROMAN.fullmatch(short)
                or _initials(hit)
                or _explained(short, draft.text)
            ):
                continue
            told.add(short)
            long = EXPANSIONS.get(short)
            start = paragraph.start + hit.start()
            reason = f"Singkatan {short} belum dijelaskan."
            remedy = f"Tulis “{long} ({short})”." if long else "Tulis kepanjangannya saat pertama kali disebut."
            yield Advice("acronym", "text", start, start + len(short), reason, remedy)


def _initials(hit: re.Match[str]) -> bool:
    """True for the initials of a person."""
    return hit.string[: hit.start()].rstrip().endswith("inisial")


def _explained(short: str, text: str) -> bool:
    """`Long Name (SHORT)` or `SHORT (long name)` or `SHORT, atau long name` somewhere in the text."""
    for hit in re.finditer(rf"(?<![\w]){re.escape(short)}(?![\w])", text):
        before, after = text[: hit.start()].rstrip(), text[hit.end() :].lstrip()
        in_brackets = before.endswith("(") and after.startswith((")", ",", " ", "/"))
        if in_brackets or re.match(r"\((?:[^()]+ ){1,}[^()]+\)|(?:, )?(?:atau|yakni|yaitu|singkatan dari) ", after):
            return True
    return False


def _shouts(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and sum(sign.isupper() for sign in letters) > _LOUD * len(letters)
