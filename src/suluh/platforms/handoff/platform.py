"""A card with text, media and steps; the person says when it is shown and gives the link as proof."""

from __future__ import annotations

from suluh.platforms.values import ByHand, Errand, Means, Outcome, Sighting, Unsure

from .rules import RULES


class Handoff:
    """A channel where only a person can post."""

    name = "handoff"
    label = "Dikirim oleh petugas"
    home = ""
    means = Means.NONE
    settles = 0.0
    pace = 0.0
    rules = RULES
    needs = ()

    async def send(self, errand: Errand) -> Outcome:  # noqa: ARG002 - nothing is sent
        """Put the card on the table of a person."""
        return ByHand()

    async def look(self, errand: Errand) -> Sighting:  # noqa: ARG002 - there is nothing to ask
        """Only the person knows."""
        return Unsure("Petugas yang mengirim menyatakan sudah tayang.")
