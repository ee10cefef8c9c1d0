"""Numbers, money and times as Indonesian writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.prose.spans import Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

_SPACED_MONEY = re.compile(r"\bRp(?:\.\s?|\s+)(?=\d)|\bIDR\s?(?=\d)|\brp\.?\s?(?=\d)")
_LONG_MONEY = re.compile(r"\bRp\.?\s?(\d{1,3}(?:\.\d{3}){2,4})(?:,-|,00)?(?!\d|\.\d)")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_POINT_DECIMAL = re.compile(
    r"(?<![\d.,/])(\d{1,3})\.(\d{1,2})(?=\s?(?:juta|miliar|milyar|triliun|ribu|persen|%|kg|km|kilometer|"
    r"hektare?|ha\b|meter|ton|"
    r"liter|derajat))"
)
_NO_GROUPS = re.compile(r"(?<![\w.,/:+-])[1-9]\d{4,8}(?![\w/:-]|[.,]\d)")
_NAMED = re.compile(
    r"(?:\b(?:nomor|no|kode|pos|nik|nip|npwp|telp|telepon|hp|wa|whatsapp|rekening|rek|call center|hubungi|sms|"
    r"id|pin|token|"
    r"registrasi|nisn|npsn|kontak|layanan)\b[^\d\n]{0,20}|[(#]|\)\s?)$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b(?!:)")
_NO_ZONE = re.compile(
    r"\b(?:pukul|pkl\.?|jam)\s+(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d)(?!\s*(?:[-–]|s\.?/?d\.?|sampai|"
    r"hingga)\s*\d)(?!\s*(?:WIB|WITA|WIT)\b)"
)
_RANGE_NO_ZONE = re.compile(
    r"\b(?:pukul|pkl\.?|jam)\s+(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:[-–]|s\.?/?d\.?|sampai(?: dengan)?|"
    r"hingga)\s*(?:pukul\s+)?"
    r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\s*(?:WIB|WITA|WIT)\b)"
)
_TWICE = re.compile(
    r"\b(\d{1,3})\s*\((?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)[a-z ]*\)",
    re.IGNORECASE,
)


def check(draft: Draft, _found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Forms that readers take for another number, or stumble over."""
    for name in ("title", "text"):
        text = getattr(draft, name)
        yield from _money(text, name)
        yield from _separators(text, name)
        yield from _times(text, name)


def _money(text: str, name: str) -> Iterator[Advice]:
    for hit in _LONG_MONEY.finditer(text):
        short = _shortened(int(hit[1].replace(".", "")))
        if short:
            yield _say("money-long", name, hit, "Angka panjang sulit dibaca di telepon.", f"Tulis Rp{short}.")
    for hit in _SPACED_MONEY.finditer(text):
        yield _say("money-form", name, hit, "Rp ditulis rapat dengan angkanya.", "Tulis Rp50.000 atau Rp1,5 juta.")


def _shortened(amount: int) -> str:
    for size, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")):
        if amount >= size:
            whole, rest = divmod(amount * 10, size)
            return "" if rest else f"{whole / 10:g} {word}".replace(".", ",")
    return ""


def _separators(text: str, name: str) -> Iterator[Advice]:
    for hit in _COMMA_GROUPS.finditer(text):
        told = "Koma memisahkan pecahan; ribuan dipisah titik."
        yield _say("number-comma", name, hit, told, f"Tulis {hit[0].replace(',', '.')}.")
    for hit in _POINT_DECIMAL.finditer(text):
        told = "Titik memisahkan ribuan; pecahan dipisah koma."
        yield _say("number-point", name, hit, told, f"Tulis {hit[1]},{hit[2]}.")
    for hit in _NO_GROUPS.finditer(text):
        if not _NAMED.search(text, max(0, hit.start() - 40), hit.start()):
            grouped = f"{int(hit[0]):,}".replace(",", ".")
            yield _say("number-plain", name, hit, "Ribuan tanpa titik mudah salah baca.", f"Tulis {grouped}.")
    for hit in _TWICE.finditer(text):
        yield _say("number-twice", name, hit, "Angka ditulis dua kali.", f"Cukup {hit[1]}.")


def _times(text: str, name: str) -> Iterator[Advice]:
    for hit in _TIME.finditer(text):
        yield _say("time-colon", name, hit, "Jam ditulis dengan titik.", f"Tulis {hit[1]:0>2}.{hit[2]}.")
    for pattern in (_NO_ZONE, _RANGE_NO_ZONE):
        for hit in pattern.finditer(text):
            yield _say("time-no-zone", name, hit, "Jam tanpa zona waktu.", "Tambahkan WIB, WITA, atau WIT.")


def _say(code: str, name: str, hit: re.Match[str], reason: str, suggestion: str) -> Advice:
    return Advice(code, name, hit.start(), hit.end(), reason, suggestion)
