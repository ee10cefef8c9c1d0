"""What the deadlines refuse, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import AlreadyRecorded, Refused


class ClockRuns(AlreadyRecorded):
    """The case has a clock of this kind that has not ended."""

    def __init__(self) -> None:
        super().__init__(_("This clock is already running for the case."))


class ClockEnded(Refused):
    """The clock has ended; its result stays."""

    def __init__(self) -> None:
        super().__init__(_("This clock has ended and its result stays. Reload the page to see it."))


class NotNow(Refused):
    """The clock cannot take this deed as it stands, or on this day."""


class NotExtendable(Refused):
    """The date cannot be put off: the clock knows no extension, had its one already, or the date has passed."""
