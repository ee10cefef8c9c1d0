"""What the register refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _


class Refused(Exception):
    """A deed that cannot be done now; the message says why and what to do."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or _("This cannot be done now. Reload the page and read what has changed."))

    @property
    def message(self) -> str:
        """The sentence for people."""
        return str(self.args[0])


class NotAllowed(Refused):
    """The person has no right to this deed on this object."""

    def __init__(self, action: str = "", message: str = "") -> None:
        super().__init__(
            message or _("You have no right to do this. Ask your Diskominfo officer to check your assignment.")
        )
        self.action = action


class NotMovable(Refused):
    """A unit cannot be moved below itself or below one of its own."""

    def __init__(self) -> None:
        super().__init__(_("A unit cannot stand below itself. Choose another superior unit."))


class AddressTaken(Refused):
    """Another unit has registered this address."""

    def __init__(self, *, address: str, holder: str) -> None:
        super().__init__(
            _("%(address)s is registered by %(holder)s. Check the address or move the site.")
            % {"address": address, "holder": holder}
        )


class AddressUnreadable(Refused):
    """The text is no web address."""

    def __init__(self, *, text: str) -> None:
        super().__init__(
            _("'%(text)s' is not a web address. Write it like https://dinkes.example.") % {"text": text[:80]}
        )


class LastAdministrator(Refused):
    """The installation would be left without an administrator."""

    def __init__(self) -> None:
        super().__init__(_("This is the last administrator. Appoint another one first."))


class AlreadyRecorded(Refused):
    """The same fact stands in the register."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
