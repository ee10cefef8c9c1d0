"""What is said of a picture to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.prose.spans import Span
from suluh.kernel.prose.values import Advice, Bounds, Draft, Picture

_FILE = re.compile(
    r"\.(?:jpe?g|png|webp|heic|gif|mp4|mov)$|^(?:IMG|DSC|WhatsApp Image|Screenshot|PXL)[-_ \d]", re.IGNORECASE
)
_EMPTY_BEGIN = re.compile(r"(?:foto|gambar|dokumentasi|ilustrasi)(?: kegiatan| acara| bersama)?\b", re.IGNORECASE)
_FEWEST = 4


def check(draft: Draft, _found: list[Span], bounds: Bounds) -> Iterator[Advice]:
    """Missing, copied, empty, or longer than is read aloud in one breath."""
    for number, picture in enumerate(draft.pictures, 1):
        code, reason, remedy = _judged(picture, draft.title, bounds)
        if code:
            yield Advice(code, f"alt-{number}", 0, len(picture.alt), reason, remedy)


def _judged(picture: Picture, title: str, bounds: Bounds) -> tuple[str, str, str]:
    alt = picture.alt.strip()
    if not alt:
        told = "Foto belum dijelaskan bagi yang tidak dapat melihatnya."
        return "alt-missing", told, "Tulis satu kalimat: siapa, berbuat apa, di mana."
    if _FILE.search(alt) or alt.casefold() == picture.name.casefold():
        return "alt-file", "Ini nama berkas, bukan penjelasan foto.", "Tulis apa yang tampak pada foto."
    if alt.casefold().rstrip(".") == title.strip().casefold().rstrip("."):
        return "alt-copied", "Penjelasan foto sama dengan judul.", "Tulis apa yang tampak pada foto."
    if len(alt.split()) < _FEWEST or (_EMPTY_BEGIN.match(alt) and len(alt.split()) <= _FEWEST):
        return "alt-empty", "Penjelasan foto terlalu umum.", "Sebut siapa berbuat apa, di mana."
    if len(alt) > bounds.alt_most:
        told = f"Penjelasan foto {len(alt)} huruf; pembaca layar terbaik sampai {bounds.alt_most}."
        return "alt-long", told, "Cukup yang penting; rinciannya ada di naskah."
    return "", "", ""
