"""Place names of the invented regency Arunika."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.demo.seeds import draw

KECAMATAN = (
    "Arunika Kota", "Fajarwana", "Tirtalaras", "Lembah Embun", "Gunung Jingga", "Pesisir Lazuardi",
    "Wanaseta", "Padang Kirana", "Muara Lintang", "Bukit Saraswa", "Rawa Candrasa", "Tanjung Mentari",
)  # fmt: skip
"""The twelve kecamatan; the first is the seat of government."""

MORE_KECAMATAN = (
    "Sendang Purnama", "Hulu Kencara", "Telaga Biruma", "Karang Embara", "Sawah Luhung", "Pulau Nirmala",
)  # fmt: skip
"""Six more for the load preset."""

_FIRST = (
    "Banyu", "Cahya", "Embun", "Fajar", "Giri", "Jati", "Kembang", "Kirana", "Lintang", "Mekar", "Nira",
    "Padma", "Purna", "Rimba", "Sari", "Sendang", "Surya", "Tirta", "Tunas", "Wana",
)  # fmt: skip
_LAST = (
    "asmara", "bakti", "candra", "dwipa", "embara", "gumilar", "jingga", "kencara", "laras", "luhung",
    "nirmala", "permai", "raharja", "santika", "seta", "tama",
)  # fmt: skip


def village_names(seed: int) -> Iterator[str]:
    """Invented names of villages without repetition, a few hundred of them, then numbered ones."""
    names = [first + last for first in _FIRST for last in _LAST if first[-1] != last[0]]
    draw(seed, "villages").shuffle(names)
    yield from names
    number = 2
    while True:
        yield from (f"{name} {number}" for name in names)
        number += 1


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens."""
    plain = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    return "-".join(plain.split())
