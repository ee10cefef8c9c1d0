"""The judgement in words for the unit: what was seen first, then what it may mean."""

from __future__ import annotations

from suluh.monitoring.probes.injection.verdict import Judgement

STEPS = {
    "suspect": (
        "Buka halaman bukti dan periksa. Bila bukan isi Anda, hapus, ganti sandi admin, "
        "lalu minta Diskominfo memeriksa berkas situs."
    ),
    "infected": (
        "Simpan bukti, hapus isi sisipan, ganti semua sandi admin, perbarui CMS dan plugin, "
        "lalu minta CSIRT daerah mencari pintu belakang."
    ),
    "defaced": (
        "Alihkan ke halaman pemeliharaan, pulihkan dari cadangan yang bersih, "
        "ganti semua sandi, dan laporkan ke CSIRT daerah."
    ),
}
"""What the unit does next, by finding code."""
_OPENING = {
    "suspect": "Perlu diperiksa: ada tanda isi yang bukan milik unit",
    "infected": "Terindikasi disisipi isi judi atau iklan asing",
    "defaced": "Terindikasi diretas: halaman diganti",
}
_TELLING = ("pair", "hidden", "defacement")
_FOREIGN = frozenset(("foreign-goods", "foreign-script", "foreign-body"))


def sentence(code: str, judgement: Judgement, others: int) -> str:
    """One plain sentence on the worst page, with the number of further pages."""
    opening = _OPENING[code]
    if code == "infected" and judgement.codes & {
        "lexicon",
        "hidden-links",
        "anchor-lexicon",
        "doorway",
        "gambling-targets",
    }:
        foreign = judgement.codes & _FOREIGN
        opening = "Terindikasi disisipi iklan asing" if foreign else "Terindikasi disisipi judi"
    telling = sorted(judgement.signals, key=lambda signal: signal.kind not in _TELLING)[:2]
    seen = "; ".join(_plain(signal.code, signal.evidence) for signal in telling)
    more = f" Tanda serupa pada {others} halaman lain." if others > 0 else ""
    return f"{opening}: {seen}.{more}"


def _plain(code: str, evidence: str) -> str:
    """The evidence of one signal as a clause."""
    short = evidence.split(";")[0][:110]
    if code in ("lexicon", "head-lexicon"):
        return f"judul atau keterangan memuat “{short}”"
    if code == "doorway":
        return f"alamat halaman memuat “{short}”"
    if code == "gambling-targets":
        return f"menautkan ke {short}"
    if code == "anchor-lexicon":
        return f"teks tautan menjual judi ({short})"
    if code == "body-lexicon":
        return "isi halaman menjual judi"
    if code == "defacement":
        return f"memuat tulisan “{short}”"
    return short
