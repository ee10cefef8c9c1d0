"""One answer of the doctor."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is; the words are those of the report."""

    GOOD = "baik"
    NOTE = "perhatian"
    BAD = "salah"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked at, how it is, and what to do about it. Only BAD makes the command fail."""

    subject: str
    level: Level
    sentence: str


def good(subject: str, sentence: str) -> Diagnosis:
    """All is as it must be."""
    return Diagnosis(subject, Level.GOOD, sentence)


def note(subject: str, sentence: str) -> Diagnosis:
    """It works, but somebody should know."""
    return Diagnosis(subject, Level.NOTE, sentence)


def bad(subject: str, sentence: str) -> Diagnosis:
    """It must be put right."""
    return Diagnosis(subject, Level.BAD, sentence)
