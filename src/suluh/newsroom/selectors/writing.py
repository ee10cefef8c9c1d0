"""What the writing help says of a stored story, and who answered for its personal data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.utils import timezone

from suluh.newsroom.models import Confirmation, Story
from suluh.newsroom.selectors.charter import rules_in_force
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.writing import Help, Told, help_for


@dataclass(frozen=True, slots=True)
class StoryHelp:
    """The help, the personal data that nobody answered for yet, and the answers given."""

    help: Help
    open: tuple[Told, ...]
    answered: tuple[Confirmation, ...]


def story_help(story: Story) -> StoryHelp:
    """For the page of a story."""
    found = help_for(words_of(story).as_json(), timezone.localdate(), rules_in_force().writing)
    answers = tuple(Confirmation.objects.filter(story=story).select_related("by"))
    known = {(one.code, one.digest) for one in answers}
    here = {(one.advice.code, digest_of(one)) for one in found.private}
    return StoryHelp(
        found,
        tuple(one for one in found.private if (one.advice.code, digest_of(one)) not in known),
        tuple(one for one in answers if (one.code, one.digest) in here),
    )


def digest_of(told: Told) -> str:
    """The name of a piece of personal data, the same wherever it stands."""
    return hashlib.sha256(" ".join(told.words.casefold().split()).encode()).hexdigest()
