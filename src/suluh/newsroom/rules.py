"""The charter's data as values: who approves what, what a story must have, how kinds are mixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from suluh.kernel.prose import Bounds


class Place(StrEnum):
    """Where the people of a step are appointed, seen from the unit of a story."""

    UNIT = "unit"
    """In the story's own unit."""
    DISTRICT = "kecamatan"
    """In the nearest kecamatan on the way up; a story of a unit outside every kecamatan has no such step."""
    ABOVE = "above"
    """In the unit right above."""
    DESK = "desk"
    """At the desk that coordinates the story's unit."""


class Check(StrEnum):
    """A must-have that the text itself shows."""

    PLACE = "place"
    DAY = "day"
    CONTACT = "contact"
    ALT = "alt"
    SOURCE = "source"
    """Every quote has its speaker, and figures have somebody whose they are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of approval. Without `kinds` it is for every kind; `hours` is the promise to those who wait."""

    name: str
    place: Place
    roles: tuple[str, ...]
    quorum: int = 1
    hours: int = 24
    kinds: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Step:
        """From a charter's row."""
        return cls(
            row["name"], Place(row["place"]), tuple(row["roles"]), row["quorum"], row["hours"], tuple(row["kinds"])
        )


@dataclass(frozen=True, slots=True)
class Pillar:
    """A share of what is published, by kinds. `most` and `least` are percent of thirty days; None for no bound."""

    name: str
    kinds: tuple[str, ...]
    most: int | None = None
    least: int | None = None

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Pillar:
        """From a charter's row."""
        return cls(row["name"], tuple(row["kinds"]), row["most"], row["least"])


@dataclass(frozen=True, slots=True)
class Tone:
    """A way of speaking and where it fits."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MustNot:
    """What is never published; `words` are looked for in title and text, people judge the rest."""

    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that a charter decides."""

    aim: str = ""
    steps: tuple[Step, ...] = ()
    routine: tuple[str, ...] = ()
    """Kinds that a unit may publish at once on its own channels."""
    own_words: bool = True
    """Whether somebody may approve what they sent or wrote themselves."""
    review_hours: int = 24
    """Within which somebody else looks at what was published in a hurry."""
    pillars: tuple[Pillar, ...] = ()
    musts: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    must_nots: tuple[MustNot, ...] = ()
    tones: tuple[Tone, ...] = ()
    rota: dict[str, int] = field(default_factory=dict)
    """Who is on duty, a person's number by weekday, "0" for Monday."""
    writing: Bounds = field(default_factory=Bounds)
    """How long is too long to the writing help."""

    def as_json(self) -> dict[str, Any]:
        """For the row."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Rules:
        """From the row."""
        return cls(
            aim=row["aim"],
            steps=tuple(map(Step.from_json, row["steps"])),
            routine=tuple(row["routine"]),
            own_words=row["own_words"],
            review_hours=row["review_hours"],
            pillars=tuple(map(Pillar.from_json, row["pillars"])),
            musts=tuple(row["musts"]),
            checks=tuple(map(Check, row["checks"])),
            must_nots=tuple(MustNot(one["text"], tuple(one["words"])) for one in row["must_nots"]),
            tones=tuple(Tone(**one) for one in row["tones"]),
            rota=dict(row["rota"]),
            # versions adopted before the charter named them wrote under the bounds of the press
            writing=Bounds(**row.get("writing", {})),
        )

    @property
    def review_within(self) -> timedelta:
        """Time for looking at what was published in a hurry."""
        return timedelta(hours=self.review_hours)

    def steps_for(self, kind: str) -> list[Step]:
        """Steps that a story of the kind takes, in their order; the desk's where the charter names none."""
        return [step for step in self.steps if not step.kinds or kind in step.kinds] or [DESK]

    def pillar_of(self, kind: str) -> Pillar | None:
        """The pillar that a kind counts for."""
        return next((pillar for pillar in self.pillars if kind in pillar.kinds), None)


DESK = Step("Meja redaksi", Place.DESK, ("coordinator", "admin"))
"""The step that is always there."""
UNWRITTEN = Rules(steps=(DESK,))
"""What holds while no charter has been adopted."""
SUGGESTED = Rules(
    aim="Warga lebih dahulu: setiap naskah menyebut apa yang berubah bagi warga, di mana, kapan, dan untuk siapa. "
    "Kredibel, berintegritas, profesional, responsif, terintegrasi, dan mewakili instansi (Permen PANRB 83/2012).",
    steps=(
        Step("Kepala unit", Place.UNIT, ("leader",), hours=4),
        Step("Kecamatan", Place.DISTRICT, ("leader", "unit_officer"), hours=4),
        DESK,
    ),
    own_words=False,
    pillars=(
        Pillar("Kegiatan", ("news", "agenda"), most=40),
        Pillar("Layanan", ("service", "announcement", "programme"), least=30),
        Pillar("Data", ("data",), least=10),
        Pillar("Ajakan", ("invitation",), least=10),
    ),
    checks=(Check.ALT, Check.SOURCE, Check.CONTACT),
    musts=("Yang disebut sumber sungguh berkata atau menghitung demikian.",),
    must_nots=(
        MustNot("Data pribadi warga tanpa izin tertulis."),
        MustNot("Kampanye; aparatur sipil negara netral.", ("coblos", "menangkan", "nomor urut")),
        MustNot("Pernyataan yang belum diperiksa kebenarannya."),
    ),
    tones=(
        Tone("Surat resmi", "Untuk pengumuman: kalimat lengkap, tanpa singkatan."),
        Tone("Santai sopan", "Untuk media sosial: sapa warga, satu gagasan sekali."),
        Tone("Bahasa daerah", "Untuk ajakan; terjemahannya disertakan."),
    ),
)
"""Where a first charter begins."""
