"""What this room refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused
from suluh.organization.models import Account


class AccessIncomplete(Refused):
    """A particular is missing without which nobody can post; an empty one never takes the place of a kept one."""

    def __init__(self, label: str) -> None:
        super().__init__(_("Fill in “%(label)s”. Without it Suluh cannot post there.") % {"label": label})


class LineOpen(Refused):
    """An address without TLS, where others on the way could read the tokens."""

    def __init__(self) -> None:
        super().__init__(_("Give an address that begins with https://, so that nobody on the way can read the token."))


class NotSettledSo(Refused):
    """The delivery is not where this decision needs it."""

    def __init__(self) -> None:
        super().__init__(_("This delivery has moved on meanwhile. Reload the page and read what has become of it."))


class RulesBroken(Refused):
    """The content breaks rules of the platform; known before approval, so that nothing fails afterwards."""

    def __init__(self, told: str) -> None:
        super().__init__(_("Not yet as the channels need it: %(told)s") % {"told": told})


class NeedsProof(Refused):
    """Who posts by hand shows where."""

    def __init__(self) -> None:
        super().__init__(_("Give the address of the post as proof; it begins with https://."))


class ConsentUnknown(Refused):
    """Somebody comes back from a platform who was not sent there, or too late; `account` is known where it was late."""

    def __init__(self, account: Account | None = None) -> None:
        super().__init__(
            _(
                "This way back leads nowhere: it was used already, is older than a quarter of an hour, "
                "or began elsewhere."
            )
        )
        self.account = account


class ConsentFailed(Refused):
    """The platform or the account's owner did not say yes; nothing was connected and nothing on record has changed."""

    def __init__(self, reason: str = "", *, account: Account, denied: bool = False) -> None:
        denied_words = _("The consent was declined at the platform. What was connected before stays as it was.")
        plain = _("The platform gave no consent. What was connected before stays as it was.")
        super().__init__(denied_words if denied else reason or plain)
        self.account = account


class WrongAccount(Refused):
    """The owner of another account said yes, most often because the browser was still signed in with a private one.

    `ended` tells that the platform has ended what that yes allowed.
    """

    def __init__(self, *, account: Account, names: Collection[str], ended: bool) -> None:
        # a page's number says nothing to a person
        words = sorted(name for name in names if not name.isdigit())[:6]
        told = _(
            "You said yes as %(names)s, but the register has %(handle)s. Sign out at the platform, sign in there "
            "as %(handle)s and try again."
        ) % {"names": ", ".join(words) or _("nobody"), "handle": account.handle}
        rest = _("The platform has taken that yes back.") if ended else _("Suluh keeps nothing of that yes.")
        super().__init__(f"{told} {rest}")
        self.account = account
