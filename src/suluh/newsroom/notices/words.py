"""What a notice says, as a value: its eight contents, its area, how grave and certain it is, until when it holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from suluh.law.announcements import notice_contents
from suluh.newsroom.notices.kinds import NoticeKind, notice_kinds

OPEN = "…"
"""Stands in templates where the officer has to write; a line that still holds it is not shown to anybody."""


class Urgency(StrEnum):
    """How soon people have to act."""

    IMMEDIATE = "immediate"
    EXPECTED = "expected"
    FUTURE = "future"


class Severity(StrEnum):
    """How much harm it does."""

    EXTREME = "extreme"
    SEVERE = "severe"
    MODERATE = "moderate"
    MINOR = "minor"


class Certainty(StrEnum):
    """How sure it is."""

    OBSERVED = "observed"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Lack(StrEnum):
    """What is missing without which a notice helps nobody; everything else is advice and never delays."""

    TITLE = "title"
    HAZARD = "hazard"
    AREA = "area"
    ACTION = "action"
    CONTACT = "contact"
    END = "end"


@dataclass(frozen=True, slots=True)
class Area:
    """A district or village by its name, and its code in the register ("" without one)."""

    unit: int
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Everything of a notice that people read. Times carry their zone."""

    kind: str
    title: str = ""
    hazard: str = ""
    affected: str = ""
    evacuation: str = ""
    avoid: str = ""
    help: str = ""
    announcer: str = ""
    spreading: str = ""
    efforts: str = ""
    contact: str = ""
    place: str = ""
    areas: tuple[Area, ...] = ()
    urgency: str = Urgency.IMMEDIATE.value
    severity: str = Severity.MODERATE.value
    certainty: str = Certainty.OBSERVED.value
    begins_at: datetime | None = None
    ends_at: datetime | None = None

    @classmethod
    def begun(cls, kind: NoticeKind, *, contact: str = "", ends_at: datetime | None = None) -> NoticeWords:
        """The beginning that a template gives."""
        return cls(
            kind=kind.code,
            title=kind.title,
            contact=contact,
            urgency=kind.urgency,
            severity=kind.severity,
            certainty=kind.certainty,
            ends_at=ends_at,
            **dict[str, Any](kind.texts),
        )

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> NoticeWords:
        """From a row."""
        told = {one.name: row[one.name] for one in fields(cls) if one.name in row}
        for name in ("begins_at", "ends_at"):
            told[name] = datetime.fromisoformat(told[name]) if told.get(name) else None
        told["areas"] = tuple(Area(**one) for one in told.get("areas", ()))
        return cls(**told)

    def as_json(self) -> dict[str, Any]:
        """For a row."""
        row = asdict(self)
        for name in ("begins_at", "ends_at"):
            row[name] = row[name].isoformat() if row[name] else None
        return row

    @property
    def digest(self) -> str:
        """SHA-256 over everything that is read; approval freezes it."""
        plain = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()

    @property
    def template(self) -> NoticeKind:
        """The template it was begun from."""
        return notice_kinds()[self.kind]

    def told(self, content: str) -> str:
        """One of the eight contents without the lines that the officer left open."""
        lines = str(getattr(self, content)).strip().splitlines()
        return "\n".join(line.strip() for line in lines if OPEN not in line).strip()

    @property
    def deeds(self) -> list[str]:
        """What people are to do now, the most important first."""
        return [line.lstrip("-•0123456789. ") for line in self.told("avoid").splitlines() if line.strip()]

    @property
    def where(self) -> str:
        """The area in words."""
        return "; ".join(part for part in (", ".join(area.name for area in self.areas), self.place.strip()) if part)


def lacks_of(words: NoticeWords) -> list[Lack]:
    """What is missing without which the notice may not go out: hazard, area, action and contact, with title and end."""
    return [
        lack
        for lack, there in (
            (Lack.TITLE, words.title.strip() and OPEN not in words.title),
            (Lack.HAZARD, words.told("hazard")),
            (Lack.AREA, words.where),
            (Lack.ACTION, words.deeds),
            (Lack.CONTACT, words.contact.strip()),
            (Lack.END, words.ends_at),
        )
        if not there
    ]


def left_open(words: NoticeWords) -> list[str]:
    """Labels of contents of the regulation that say nothing yet, or hold lines that are not shown; advice only."""
    found = []
    for code, content in notice_contents().items():
        text = str(getattr(words, code))
        if OPEN in text or not text.strip():
            found.append(content.label)
    return found
