"""The small words that people type into a recap: presence marks and counts."""

from __future__ import annotations

import re

from suluh.kernel.sheets import Value

YES = {"ada", "v", "y", "ya", "ok", "oke", "lengkap", "sudah", "sudah ada", "1", "true", "tersedia", "√"}
NO = {"-", "--", "–", "—", "tidak", "tdk", "belum", "blm", "kosong", "nihil", "0", "false", "n", "t", "x", "×"}
TICKS = re.compile(r"^[\u2713\u2714\u2705\u2611\u221a\uf0fc\u00fc\U0001f5f8\ufe0f\s]+$")
CROSSES = re.compile(r"^[\u2717\u2718\u274c\u2715\u2716\u00d7\ufe0f\s]+$")
YES_START = re.compile(r"^(ada|sudah|tersedia|lengkap)\b", re.I)
NO_START = re.compile(r"^(tidak|tdk|tak|belum|blm|kurang|kosong)\b", re.I)
IS_CONTENT = re.compile(r"@|https?:|www\.|^\+?[\d\s().-]{6,}$")
DOWN = re.compile(
    r"tidak (bisa|dapat)|tdk (bisa|dapat)|error|mati|suspend|down|perbaikan|maintenance|nonaktif|non aktif|gagal", re.I
)
COUNT = re.compile(r"^(\d{1,5})(?:[.,]0+)?\s*(x|kali|berita|artikel|update|postingan|posting|konten|buah)?\.?$", re.I)


def read_presence(value: Value) -> bool | None:
    """True for present, False for missing, None for a blank.

    An address, a mail or a telephone number in the cell counts as present.

    Raises:
        ValueError: the cell says neither.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number_presence(value)
    text = " ".join(str(value).split()).strip(" .")
    word = text.casefold()
    if not text:
        return False if str(value).strip() == "." else None
    if word in NO or CROSSES.match(text) or NO_START.match(text):
        return False
    if word in YES or TICKS.match(text) or YES_START.match(text) or IS_CONTENT.search(text):
        return True
    raise ValueError(text)


def _number_presence(value: float) -> bool:
    if value in (0, 1):
        return bool(value)
    if value > 99_999:
        return True
    raise ValueError(str(value))


def read_count(value: Value) -> tuple[int | None, str]:
    """The number of updates, None for not recorded, and a remark that stood in its place.

    A dash says "none", as it does in the presence columns. A remark about a dead site is not a number.

    Raises:
        ValueError: the cell is no count and no such remark.
    """
    if value is None:
        return None, ""
    if isinstance(value, bool):
        raise ValueError(str(value))
    if isinstance(value, (int, float)):
        if value < 0 or value != int(value) or value > 99_999:
            raise ValueError(str(value))
        return int(value), ""
    text = " ".join(str(value).split())
    if found := COUNT.match(text):
        return int(found[1]), ""
    if DOWN.search(text):
        return None, text
    if text.casefold().strip(".") in NO - {"x", "n", "t"} or NO_START.match(text):
        return 0, ""
    raise ValueError(text)
