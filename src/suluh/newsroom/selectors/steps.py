"""The steps of one story as people see them: who has spoken, who is asked, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from suluh.newsroom.models import Approval, Story


class Stand(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    EMPTY = "unheld"
    """It waits here, and nobody of today can decide it."""
    VACANT = "vacant"
    """Nobody held it when the story was sent, so it was passed over."""
    SKIPPED = "skipped"
    """Published before it was asked."""


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step. `voices` are those given for the revision in hand."""

    name: str
    stand: Stand
    quorum: int
    voices: list[Approval]

    @property
    def wanting(self) -> int:
        """How many voices are still wanted."""
        return max(0, self.quorum - len(self.voices))


def steps_of(story: Story, lacking: int = 0) -> list[StepShown]:
    """Every step of the story's route, in order; `lacking` voices of the one in hand can be given by nobody."""
    given: dict[int, list[Approval]] = {}
    rows = Approval.objects.filter(story=story, revision=story.revision)
    for voice in rows.select_related("by", "for_whom"):
        given.setdefault(voice.step, []).append(voice)
    return [
        StepShown(row["name"], _stand(story, place, given.get(place, []), lacking), row["quorum"], given.get(place, []))
        for place, row in enumerate(story.route)
    ]


def is_last_voice(story: Story, steps: list[StepShown]) -> bool:
    """Whether one more voice approves the story for good."""
    later = [step for step in steps[story.step + 1 :] if step.stand is not Stand.VACANT]
    return not later and steps[story.step].wanting <= 1


def _stand(story: Story, place: int, voices: list[Approval], lacking: int) -> Stand:
    row = story.route[place]
    if row["vacant"]:
        return Stand.VACANT
    if len(voices) >= row["quorum"]:
        return Stand.DONE
    if story.state == Story.State.APPROVED:
        return Stand.SKIPPED
    if place != story.step:
        return Stand.LATER
    return Stand.EMPTY if lacking else Stand.NOW
