"""What this room refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused


class StoryMoved(Refused):
    """Somebody else changed or decided the story meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody changed this story since you opened it. Reload the page and read on."))


class MediaNotReady(Refused):
    """Approval while a video has no file that could be published."""

    def __init__(self) -> None:
        super().__init__(
            _("A video of this story is still being prepared. Wait some minutes; if it stays so, replace the video.")
        )


class MediumNotShown(Refused):
    """A deed on a photo or video that the story does not show (any more)."""

    def __init__(self) -> None:
        super().__init__(_("The story does not show this photo or video any more. Go back to the story."))


class FitsAlready(Refused):
    """Nothing has to be made anew, or nothing that can be made here would help."""

    def __init__(self) -> None:
        super().__init__(_("This channel takes the photo or video as it is, or only you can change it. Go back."))


class NoChannelChosen(Refused):
    """Approval without a place to publish."""

    def __init__(self) -> None:
        super().__init__(_("Choose at least one channel on which the story is to appear."))


class AlreadyVoiced(Refused):
    """One voice a step for each person, and for each whom a deputy stands for."""

    def __init__(self) -> None:
        super().__init__(_("You have approved this step already. It waits for somebody else."))


class OwnWords(Refused):
    """The charter wants two people."""

    def __init__(self) -> None:
        super().__init__(_("Whoever sent or wrote a story does not approve it. Ask somebody else of this step."))


class CharterBroken(Refused):
    """The story breaks the charter, and nobody says why it may."""

    def __init__(self, told: list[str]) -> None:
        super().__init__(" ".join([*told, _("Mend it, or say why the story may appear all the same.")]))


class HeldBySomebody(Refused):
    """Another person works on the story."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s works on this story. Ask there, or release it first.") % {"name": name})


class AlreadyReviewed(Refused):
    """The look afterwards is over."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has looked at this already."))


class CharterMoved(Refused):
    """Somebody else saved or adopted the draft meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody changed the draft since you opened it. Reload the page and read on."))


class StepIsHeld(Refused):
    """A step is passed over only where nobody can decide it."""

    def __init__(self) -> None:
        super().__init__(_("Somebody holds this step and can decide it. The story waits for them."))


class NotAnotherDeputy(Refused):
    """A deputy is somebody else who signs in, for days that are not over."""

    def __init__(self, message: str) -> None:
        super().__init__(message)


class NobodyOfThatName(Refused):
    """A mention of somebody who does not see the story."""

    def __init__(self, handles: list[str]) -> None:
        told = ", ".join(f"@{handle}" for handle in handles)
        super().__init__(_("%(told)s cannot see this story. Choose a name from the list.") % {"told": told})


class NoticeMoved(Refused):
    """Somebody else changed or decided the notice meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Somebody changed this notice since you opened it. Reload the page and read on."))


class NoticeLacks(Refused):
    """Something is missing without which the notice helps nobody."""

    def __init__(self, told: str) -> None:
        super().__init__(_("Not yet: %(told)s") % {"told": told})


class NotOwnReview(Refused):
    """Whoever issued a notice alone does not review it."""

    def __init__(self) -> None:
        super().__init__(_("You issued this notice yourself. Somebody else has to review it."))
