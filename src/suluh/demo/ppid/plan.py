"""The ninety requests of a year, before anything is stored: when each came in, about what, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from suluh.demo.prose.topics import TOPICS
from suluh.demo.seeds import draw
from suluh.demo.units import DemoUnit
from suluh.kernel.workdays.calendar import national_calendar
from suluh.kernel.workdays.counting import count_working_days
from suluh.law.kinds import UnitKind

ENDED = 82
YEAR = 360
OPEN = (
    (24, "open"), (9, "open"), (8, "open"), (6, "to-approve"),
    (5, "open"), (3, "open"), (1, "incomplete"), (0, "received"),
)  # fmt: skip
"""Days since an open request came in, and how far it is; the first is late by now."""
OUTCOMES = (
    ("refused",) * 6 + ("partial",) * 8 + ("elsewhere",) * 3 + ("not-held",) * 4 + ("lapsed",) * 2 + ("withdrawn",) * 2
)
LATE = 5
EXTENDED = 12
OBJECTED = (("a", "rejected"), ("a", "upheld"), ("d", "partly"), ("g", "upheld"), ("d", ""))
"""Ground and result of each objection; the first goes on to the Komisi Informasi, the last is not decided yet."""
IN_DISPUTE = 100
"""Days after an answer on which its dispute has been filed, and the Komisi Informasi still has time."""
CHANNELS = ("web",) * 6 + ("counter",) * 2 + ("mail", "whatsapp", "post", "phone")
PURPOSES = ("Penelitian skripsi", "Bahan pemberitaan", "Pengawasan masyarakat", "Kajian lembaga", "Keperluan pribadi")
KINDS = ("person",) * 7 + ("body", "group", "proxy")


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """One request. `worked` are the working days from completeness to the answer; None while it is open."""

    number: int
    received: date
    checked: date
    unit: str
    details: str
    purpose: str
    channel: str
    kind: str
    outcome: str
    worked: int | None
    extended: bool = False
    objection: tuple[str, str] | None = None
    dispute: bool = False


def after(day: date, count: int) -> date:
    """The working day that is so many later."""
    return count_working_days(day, count, national_calendar()).due


def year_of_requests(plans: tuple[DemoUnit, ...], *, seed: int, today: date) -> list[PlannedCase]:
    """Ninety requests of the year before a day, earliest first; they cross Lebaran and every long leave week."""
    chance = draw(seed, "requests")
    offices = [plan for plan in plans if plan.kind in (UnitKind.OPD, UnitKind.RSUD)]
    outcomes = [*OUTCOMES, *("granted",) * (ENDED - len(OUTCOMES))]
    chance.shuffle(outcomes)
    days = sorted(today - timedelta(days=chance.randint(60, YEAR)) for _ in outcomes)
    marks = _marks(outcomes, days, today)
    cases = [
        _case(number, last_worked(day), chance.choice(offices), chance, outcome, marks.get(number, {}))
        for number, (day, outcome) in enumerate(zip(days, outcomes, strict=True))
    ]
    cases += [
        _case(ENDED + number, last_worked(today - timedelta(days=days)), chance.choice(offices), chance, outcome, {})
        for number, (days, outcome) in enumerate(OPEN)
    ]
    return cases


def last_worked(day: date) -> date:
    """The day itself, or the last working day before it: offices write and sign while they are open."""
    while not national_calendar().works(day):
        day -= timedelta(days=1)
    return day


def _marks(outcomes: list[str], days: list[date], today: date) -> dict[int, dict[str, object]]:
    """Which cases were late, extended, objected to."""
    found: dict[int, dict[str, object]] = {}
    granted = [number for number, outcome in enumerate(outcomes) if outcome == "granted"]
    for number in granted[2 : 2 + 3 * LATE : 3]:
        found.setdefault(number, {})["late"] = True
    for number in granted[1 : 1 + 3 * EXTENDED : 3]:
        found.setdefault(number, {})["extended"] = True
    objected = _objected(outcomes, found, days, today)
    for order, ((ground, result), number) in enumerate(zip(OBJECTED, objected, strict=True)):
        found.setdefault(number, {}).update(objection=(ground, result), dispute=order == 0)
    return found


def _objected(outcomes: list[str], marks: dict[int, dict[str, object]], days: list[date], today: date) -> Iterator[int]:
    """Two refusals, a part that was not what was asked for, an answer that came late, and one of the last answers."""
    refused = [number for number, outcome in enumerate(outcomes) if outcome == "refused"]
    disputed = max((one for one in refused if (today - days[one]).days >= IN_DISPUTE), default=refused[0])
    yield disputed
    yield next(number for number in refused if number != disputed)
    yield outcomes.index("partial")
    yield min(number for number, mark in marks.items() if mark.get("late"))
    yield max(number for number, outcome in enumerate(outcomes) if outcome == "granted" and number not in marks)


def _case(
    number: int, received: date, unit: DemoUnit, chance: Random, outcome: str, marks: dict[str, object]
) -> PlannedCase:
    extended = bool(marks.get("extended"))
    worked: int | None = chance.randint(11, 16) if extended else chance.randint(2, 7 if outcome == "refused" else 10)
    if marks.get("late"):
        worked = chance.randint(12, 19)
    if number >= ENDED:
        worked = None
    objection = marks.get("objection")
    return PlannedCase(
        number=number,
        received=received,
        checked=after(received, chance.randint(0, 2)) if number < ENDED else received,
        unit=unit.slug,
        details=_question(unit, chance, received.year),
        purpose=chance.choice(PURPOSES),
        channel=chance.choice(CHANNELS),
        kind=chance.choice(KINDS),
        outcome=outcome,
        worked=worked,
        extended=extended,
        objection=objection if isinstance(objection, tuple) else None,
        dispute=bool(marks.get("dispute")),
    )


def _question(unit: DemoUnit, chance: Random, year: int) -> str:
    field = TOPICS[unit.field]
    subject = chance.choice((*field.programs, *field.services, *field.events))
    words = chance.choice(
        (
            "Anggaran dan realisasi {subject} pada {unit} tahun {year}.",
            "Daftar penerima dan lokasi {subject} yang dikelola {unit} tahun {year}.",
            "Salinan laporan {subject} {unit} tahun {year} beserta lampirannya.",
            "Dokumen kontrak dan kerangka acuan {subject} {unit} tahun {year}.",
            "Prosedur, biaya, dan waktu {subject} di {unit}.",
        )
    )
    return words.format(subject=subject, unit=unit.short_name, year=year - chance.randint(0, 1))
