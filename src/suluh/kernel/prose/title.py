"""The title: short, calm, active."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.prose.spans import WORD, Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

LONGEST = 70
"""Signs that search engines show."""
_BOAST = re.compile(
    r"\b(?:luar biasa|spektakuler|fantastis|dahsyat|heboh|viral|gebrakan|wow|keren|mantap|sukses|terheboh|"
    r"menggemparkan|"
    r"bikin (?:bangga|kagum|haru)|tak disangka|ternyata|wajib baca|paling hebat|juara di hati)\b|!",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\bdi(?=[a-z]{4})[a-z]+(?:kan|i|\b)", re.IGNORECASE)
_NO_PASSIVE = re.compile(
    r"di(?:nas|nilai|skusi|gital|alog|rektu|rektorat|siplin|stribusi|fabel|nding|sabilitas|abet|plom|videnn?|"
    r"visi|namik|"
    r"klat|tjen|gitalisasi|agnos|mensi|alek|aspora|versi|skon|stri[kc]|rjen|anugerah|buka|tutup|perpanjang|"
    r"layani|sdik|"
    r"sduk|skomin|spar|sperind|ssos|storsi|rgahayu|orama|oses|puti|gulis)",
    re.IGNORECASE,
)


def check(draft: Draft, _found: list[Span], bounds: Bounds) -> Iterator[Advice]:
    """Words, capitals, boasts, passive without an agent."""
    title = draft.title.strip()
    if not title:
        return
    count = len(WORD.findall(title))
    if count > bounds.title_words:
        yield _say("title-long", title, f"Judul {count} kata.", f"Ringkas sampai {bounds.title_words} kata.")
    elif len(title) > LONGEST:
        told = f"Judul {len(title)} huruf; hasil pencarian memotongnya sesudah {LONGEST}."
        yield _say("title-long", title, told, "Pakai kata yang lebih pendek.")
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) > 10 and sum(sign.isupper() for sign in letters) > 0.8 * len(letters):
        yield _say(
            "title-capitals", title, "Judul seluruhnya huruf besar; lebih sulit dibaca.", title.lower().capitalize()
        )
    for hit in _BOAST.finditer(title):
        told = "Judul memuji atau memancing; pembaca menilai sendiri."
        yield Advice("title-boast", "title", hit.start(), hit.end(), told, "Sebut hasilnya: angka, tempat, atau waktu.")
    passive = next((hit for hit in _PASSIVE.finditer(title) if not _NO_PASSIVE.match(hit[0])), None)
    if passive and not re.search(r"\boleh\b", title, re.IGNORECASE):
        told = f"“{passive[0]}” tidak menyebut siapa yang bertindak."
        doer = "Mulai dengan pelakunya dan kata kerja aktif."
        yield Advice("title-passive", "title", passive.start(), passive.end(), told, doer)


def _say(code: str, title: str, reason: str, suggestion: str) -> Advice:
    return Advice(code, "title", 0, len(title), reason, suggestion)
