"""Lures as injected gambling pages carry them: invented brands on reserved names."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_BRANDS = ("mawar", "naga", "raja", "dewa", "sakti", "hoki", "zeus", "koi", "sultan", "bintang", "macan", "garuda")
_NUMBERS = ("88", "77", "303", "138", "4d", "168", "99", "365")
_OFFERS = (
    "slot gacor hari ini", "situs slot gampang maxwin", "slot deposit pulsa tanpa potongan", "bandar togel terpercaya",
    "link alternatif slot", "judi bola resmi", "live casino online", "demo slot pragmatic", "agen slot dana 5000",
    "rtp slot tertinggi", "bo slot scatter hitam", "daftar situs toto macau", "slot thailand server luar", "bonus new member 100",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lure:
    """What one injection says and whither it leads."""

    title: str
    description: str
    paragraphs: tuple[str, ...]
    anchors: tuple[str, ...]
    domains: tuple[str, ...]


def lure(chance: Random) -> Lure:
    """A lure with its own brand and links."""
    brand = chance.choice(_BRANDS) + chance.choice(_NUMBERS)
    name = brand.upper()
    offers = chance.sample(_OFFERS, 6)
    domains = tuple(f"{chance.choice(_BRANDS)}{chance.choice(_NUMBERS)}-{number}.example" for number in range(6))
    return Lure(
        f"{name}: {offers[0].title()} {chance.choice(('Terpercaya', 'Resmi', 'Gampang Menang'))}",
        f"{name} adalah {offers[1]} dengan {offers[2]} dan {offers[3]}. Daftar sekarang dan klaim bonus.",
        (
            f"Selamat datang di {name}, {offers[1]} dengan layanan 24 jam dan {offers[4]}.",
            f"Nikmati {offers[2]}, proses cepat, withdraw tanpa batas, dan peluang jackpot setiap hari.",
            f"Klik link login {brand} untuk bermain {offers[5]} dan raih maxwin malam ini.",
        ),
        tuple(offers),
        domains,
    )
