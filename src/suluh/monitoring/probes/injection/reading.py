"""What was found in a text, and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass, field

_SOLD = 1.5
_TALKED_OF = 2.4


@dataclass(slots=True)
class Reading:
    """What was found in one text, by role; weights of distinct terms."""

    promo: dict[str, float] = field(default_factory=dict)
    topic: dict[str, float] = field(default_factory=dict)
    other: dict[str, float] = field(default_factory=dict)
    soft: dict[str, float] = field(default_factory=dict)
    strong_guard: list[str] = field(default_factory=list)
    weak_guard: list[str] = field(default_factory=list)
    disguised: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    doors: set[str] = field(default_factory=set)
    words: int = 0

    def copy(self) -> Reading:
        """A reading of one's own."""
        return Reading(
            dict(self.promo), dict(self.topic), dict(self.other), dict(self.soft), list(self.strong_guard),
            list(self.weak_guard), list(self.disguised), set(self.names), set(self.doors), self.words,
        )  # fmt: skip

    @property
    def selling(self) -> float:
        """Weight of what only a seller would write."""
        return sum(self.promo.values()) + sum(self.other.values())

    @property
    def total(self) -> float:
        """Weight of the text once the words of news, complaint and study are taken into account."""
        return judge_reading(self)


def judge_reading(reading: Reading) -> float:
    """Weigh a reading: enforcement and complaint silence it, study silences the mere topic."""
    selling, topic = reading.selling, sum(reading.topic.values())
    soft = min(2.0, sum(reading.soft.values())) if selling + topic else 0.0
    strong, weak = len(set(reading.strong_guard)), len(set(reading.weak_guard))
    if strong:
        return max(0.0, 0.35 * selling - 2.0) if strong == 1 and selling >= 12 else 0.0
    if weak:
        return max(0.0, selling - (2.0 if weak == 1 else 7.0)) + (0.4 * soft if selling > 3 else 0.0)
    if selling < _SOLD:
        return min(_TALKED_OF, selling + topic + soft)
    return selling + topic + soft


def note_named_door(reading: Reading) -> None:
    """Count a numbered name and the words of a log-in page as one term."""
    if reading.names and reading.doors:
        reading.promo["nama bernomor + " + min(reading.doors)] = 3.0 if len(reading.doors) > 1 else 2.0
