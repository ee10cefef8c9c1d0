"""What this room refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused


class StoryMoved(Refused):
    """Somebody else changed or decided the story meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody changed this story since you opened it. Reload the page and read on."))


class PictureNotTaken(Refused):
    """The upload is not a picture that can be published."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class NoChannelChosen(Refused):
    """Approval without a place to publish."""

    def __init__(self) -> None:
        super().__init__(_("Choose at least one channel on which the story is to appear."))
