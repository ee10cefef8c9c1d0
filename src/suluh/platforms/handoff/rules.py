"""What a person can copy from a card."""

from __future__ import annotations

from datetime import date

from suluh.platforms.rules import Fact, Rules
from suluh.platforms.text_rules import TextNeeded

RULES = Rules(
    "kartu petugas", (TextNeeded(Fact("a card without text tells nothing to copy", date(2026, 11, 22)), False),)
)
