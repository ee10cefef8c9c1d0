"""What writing help and the calendar refuse."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused


class PrivateDataOpen(Refused):
    """Personal data in a story for which nobody answers."""

    def __init__(self) -> None:
        super().__init__(
            _("The story names personal data. Somebody has to answer for them first; the writing help shows which.")
        )


class DayPassed(Refused):
    """A plan for a day that is over."""

    def __init__(self) -> None:
        super().__init__(_("That day has passed. The entry stays where it was; choose today or a later day."))


class SlotFilled(Refused):
    """A slot that a story fills follows its story."""

    def __init__(self) -> None:
        super().__init__(_("A story fills this slot. Its deliveries say when it appears; change them there."))


class SheetHasFaults(Refused):
    """A sheet with rows that cannot be read."""

    def __init__(self, count: int) -> None:
        super().__init__(_("%(n)s rows cannot be read. Nothing was planned.") % {"n": count})


class NotLive(Refused):
    """Units carry on only what everybody can read."""

    def __init__(self) -> None:
        super().__init__(_("Only what is live at a known address can be carried on."))


class OwnAddress(Refused):
    """The proof is the item itself."""

    def __init__(self) -> None:
        super().__init__(_("This is the address of the item itself. Give the address of the post on your own account."))


class OtherUnit(Refused):
    """Only the unit's own channels carry an item on for it."""

    def __init__(self) -> None:
        super().__init__(_("This channel is not connected for this unit. Reload the page and choose one of its own."))


class ShareClosed(Refused):
    """The unit's part is settled."""

    def __init__(self) -> None:
        super().__init__(_("This is noted already."))
