"""What this room refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused


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
