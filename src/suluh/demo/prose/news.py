"""Composes one news text: title, paragraphs, and what kind of content it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from random import Random

from suluh.demo.places import village_names
from suluh.demo.prose.calendar import day_in_words, long_date
from suluh.demo.prose.phrases import CLOSINGS, DETAILS, LEADS, QUOTES, TITLES
from suluh.demo.prose.topics import TOPICS, Topic
from suluh.demo.prose.variety import FACTS, varied
from suluh.demo.seeds import draw

_VILLAGES = tuple(f"Desa {name}" for name in islice(village_names(2026), 150))


class Mix(StrEnum):
    """What a text does for its reader."""

    KEGIATAN = "kegiatan"
    LAYANAN = "layanan"
    KEBIJAKAN = "kebijakan"
    DATA = "data"
    PENGUMUMAN = "pengumuman"
    AJAKAN = "ajakan"


class Article:
    """A text whose paragraphs are written when first read; thousands of posts are listed and never opened."""

    __slots__ = ("_paragraphs", "_write", "mix", "title")

    def __init__(self, title: str, write: Callable[[], tuple[str, ...]], mix: Mix) -> None:
        self.title = title
        self.mix = mix
        self._write = write
        self._paragraphs: tuple[str, ...] | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Five to twelve paragraphs."""
        if self._paragraphs is None:
            self._paragraphs = self._write()
        return self._paragraphs

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Article):
            return NotImplemented
        return (self.title, self.mix, self.paragraphs) == (other.title, other.mix, other.paragraphs)

    def __hash__(self) -> int:
        return hash((self.title, self.mix))


@dataclass(frozen=True, slots=True)
class Scene:
    """Who writes, about where, and on which day."""

    unit: str
    short: str
    place: str
    field: str
    day: date


def compose(chance: Random, scene: Scene, mix: Mix) -> Article:
    """A text of five to twelve paragraphs on a subject of the unit's field."""
    words = _words(chance, scene, TOPICS[scene.field])
    title = title_case(_fill(chance.choice(TITLES[mix]), words))
    seed = chance.getrandbits(48)
    return Article(title, lambda: _paragraphs(draw(seed, "text"), scene, mix, words), mix)


def _paragraphs(chance: Random, scene: Scene, mix: Mix, words: dict[str, str]) -> tuple[str, ...]:
    """Lead, details with facts among them, quotes, closing."""
    lead = _fill(varied(chance, chance.choice(LEADS[mix])), words)
    details = chance.sample(DETAILS[mix] + DETAILS["umum"], chance.randint(3, 6))
    quotes = chance.sample(QUOTES, chance.randint(1, 3))
    body = [_fill(varied(chance, text), words) for text in details]
    spots = chance.sample(range(len(body)), min(len(body), chance.randint(2, 4)))
    for spot, fact in zip(spots, chance.sample(FACTS, len(spots)), strict=True):
        body[spot] = f"{body[spot]} {_fill(fact, words)}"
    for quote in quotes:
        body.insert(chance.randint(1, len(body)), _fill(varied(chance, quote), words))
    closing = _fill(varied(chance, chance.choice(CLOSINGS)), words)
    return (f"{scene.place.upper()} – {lead}", *body, closing)


def title_case(text: str) -> str:
    """Capitals as Indonesian headlines have them: every word but the small ones."""
    small = {"dan", "di", "ke", "dari", "untuk", "yang", "dengan", "tentang", "pada", "dalam", "hingga", "bagi", "atau"}
    words = [word if word in small else word[:1].upper() + word[1:] for word in text.split(" ")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _words(chance: Random, scene: Scene, topic: Topic) -> dict[str, str]:
    figure, measure = chance.choice(topic.figures)
    happened = scene.day - timedelta(days=chance.choice((0, 0, 1, 1, 2)))
    ahead = scene.day + timedelta(days=chance.randint(3, 30))
    start, other = chance.sample(("Aula", "Pendopo", "Balai", "Ruang Rapat", "Halaman Kantor"), 2)
    number = chance.randint(24, 980)
    first, second, third = chance.sample(_VILLAGES, 3)
    return {
        "desa_a": first, "desa_b": second, "desa_c": third, "n1": str(chance.randint(120, 990)),
        "n2": str(chance.randint(30, 119)), "n3": str(chance.randint(3, 98)),
        "unit": scene.unit, "singkat": scene.short, "tempat": scene.place,
        "acara": chance.choice(topic.events), "layanan": chance.choice(topic.services),
        "sasaran": chance.choice(topic.audiences), "program": chance.choice(topic.programs),
        "indikator": figure, "satuan": measure, "aturan": chance.choice(topic.rules),
        "ajakan": chance.choice(topic.calls),
        "hari": day_in_words(happened), "tanggal": long_date(happened), "nanti": long_date(ahead),
        "hari_nanti": day_in_words(ahead), "tahun": str(scene.day.year), "tahun_lalu": str(scene.day.year - 1),
        "lokasi": f"{start} {scene.short}", "lokasi_lain": f"{other} {scene.place}",
        "jumlah": str(number), "jumlah_lalu": str(max(5, number - chance.randint(-60, 140))),
        "persen": f"{chance.randint(2, 38)},{chance.randint(0, 9)}", "jam": f"{chance.randint(7, 14):02d}.{chance.choice(('00', '30'))}",
        "peran": chance.choice(("Kepala", "Sekretaris", "Juru bicara", "Ketua tim kerja")),
        "nomor": str(chance.randint(1, 140)), "hari_kerja": str(chance.randint(1, 14)),
    }  # fmt: skip


def _fill(template: str, words: dict[str, str]) -> str:
    text = template.format_map(words)
    return text[:1].upper() + text[1:]
