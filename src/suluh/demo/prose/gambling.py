"""Lures as injected pages carry them: invented brands on reserved names, in the intruders' own spelling."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_BRANDS = (
    "mawar", "naga", "raja", "dewa", "sakti", "hoki", "zeus", "koi", "sultan", "bintang", "macan", "garuda", "mahkota",
    "kakek", "olympus", "panda", "cuan", "pasti", "mega", "super",
)  # fmt: skip
_NUMBERS = ("88", "77", "303", "138", "4d", "168", "99", "365", "777", "69", "123", "slot", "bet", "toto")
_OFFERS = (
    "slot gacor hari ini", "situs slot gampang maxwin", "slot deposit pulsa tanpa potongan", "bandar togel terpercaya",
    "link alternatif slot", "judi bola resmi", "live casino online", "demo slot pragmatic", "agen slot dana 5000",
    "rtp slot tertinggi", "bo slot scatter hitam", "daftar situs toto macau", "slot thailand server luar",
    "bonus new member 100", "akun pro slot gacor", "prediksi togel jitu", "poker online uang asli", "slot qris 10 ribu",
    "keluaran togel hari ini", "sabung ayam live", "mahjong ways gacor", "situs judi slot online", "slot bet 200 perak",
    "domino qq terpercaya", "bocoran slot gacor malam ini", "baccarat online",
)  # fmt: skip
_CLAIMS = ("Terpercaya", "Resmi", "Gampang Menang", "Anti Rungkad", "Nomor 1 Indonesia", "Pasti JP", "Server Luar")
_LEET = str.maketrans({"o": "0", "i": "1", "e": "3"})
_JAPANESE = (
    "【激安】ブランド財布 正規品 通販", "新品 腕時計 メンズ 送料無料", "スニーカー 限定 セール 公式サイト",
    "レディース バッグ 人気 ランキング", "ダウンジャケット 最安値 正規代理店", "ゴルフクラブ 中古 特価",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lure:
    """What one injection says and whither it leads."""

    brand: str
    title: str
    description: str
    paragraphs: tuple[str, ...]
    anchors: tuple[str, ...]
    domains: tuple[str, ...]


def lure(chance: Random) -> Lure:
    """A lure with its own brand and links; some write letters as figures to slip past word lists."""
    brand = chance.choice(_BRANDS) + chance.choice(_NUMBERS)
    name = brand.upper()
    offers = chance.sample(_OFFERS, 8)
    if chance.random() < 0.2:
        offers = [offer.translate(_LEET) if number % 2 else offer for number, offer in enumerate(offers)]
    domains = tuple(f"{chance.choice(_BRANDS)}{chance.choice(_NUMBERS)}-{number}.example" for number in range(8))
    return Lure(
        brand,
        f"{name}: {offers[0].title()} {chance.choice(_CLAIMS)}",
        f"{name} adalah {offers[1]} dengan {offers[2]} dan {offers[3]}. Daftar sekarang dan klaim bonus.",
        (
            f"Selamat datang di {name}, {offers[1]} dengan layanan 24 jam dan {offers[4]}.",
            f"Nikmati {offers[2]}, proses cepat, withdraw tanpa batas, dan peluang jackpot setiap hari.",
            f"Klik link login {brand} untuk bermain {offers[5]} dan raih maxwin malam ini.",
            f"Tersedia pula {offers[6]} serta {offers[7]} dengan minimal deposit yang ringan.",
        ),
        tuple(offers),
        domains,
    )


def foreign_goods(chance: Random) -> tuple[str, str]:
    """Title and text of a page that sells goods in Japanese."""
    first, second = chance.sample(_JAPANESE, 2)
    return first, f"{first}。{second}。全国送料無料、即日発送、ポイント10倍。"
