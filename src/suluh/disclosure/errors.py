"""What this room refuses, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.organization.errors import Refused


class VersionClosed(Refused):
    """The proposal has been decided or lies with the superior."""

    def __init__(self) -> None:
        super().__init__(_("This proposal has been decided meanwhile. Reload the page and read what has changed."))


class VersionOpen(Refused):
    """The item has a proposal that waits for review already."""

    def __init__(self) -> None:
        super().__init__(_("A change of this item is under review already. Wait for it, or withdraw it first."))


class DecreeEmpty(Refused):
    """There is nothing that a decree could fix."""

    def __init__(self) -> None:
        super().__init__(_("The list is empty: accept at least one proposal before you send a decree."))


class DecreeState(Refused):
    """The decree is not where this deed needs it."""

    def __init__(self) -> None:
        super().__init__(_("The decree has moved on meanwhile. Reload the page and read what has changed."))


class DecreeRunning(Refused):
    """Another decree is being prepared."""

    def __init__(self, number: str) -> None:
        super().__init__(_("The decree %(number)s is still being prepared. Finish it first.") % {"number": number})


class NumberTaken(Refused):
    """A decree of the body has this number."""

    def __init__(self, number: str) -> None:
        super().__init__(_("A decree with the number %(number)s is on record. Check the number.") % {"number": number})


class MovedOn(Refused):
    """Somebody else did something on the case meanwhile; the first one wins, the second sees why."""

    def __init__(self, told: str = "") -> None:
        what = _("Meanwhile: %(told)s.") % {"told": told} if told else ""
        words = _("This case has changed since you opened it, so nothing was saved twice. Reload it and read on.")
        super().__init__(f"{what} {words}".strip())


class NotInThisState(Refused):
    """The case is not where this deed needs it."""

    def __init__(self) -> None:
        super().__init__(_("The case has moved on meanwhile. Reload the page and read what has changed."))


class TooOften(Refused):
    """More was sent than a person sends."""

    def __init__(self) -> None:
        super().__init__(
            _("Too many forms came from here within a day. Nothing was lost: send it tomorrow, or come to the counter.")
        )


class TooManyCodes(Refused):
    """Too many codes that nobody has were tried from one network; also a right one is not looked up from there."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Too many unknown codes came from your network today. Open your case from another network, "
                "try again tomorrow, or ask the office with your number."
            )
        )


class DayNotPossible(Refused):
    """The day that was given cannot be."""

    def __init__(self) -> None:
        super().__init__(_("This day lies in the future, or before the request. Check the day."))


class NeedsApproval(Refused):
    """Something is withheld, and the superior has not approved it."""

    def __init__(self) -> None:
        super().__init__(_("What withholds information is signed only once the superior of the PPID has approved it."))


class LetterChanged(Refused):
    """What would be signed is not what the signer read."""

    def __init__(self) -> None:
        super().__init__(_("The letter is not the one you have read: a date or the case has changed. Read it again."))


class PaperDamaged(Refused):
    """A stored paper is not the one that was signed."""

    def __init__(self) -> None:
        super().__init__(_("This paper is not the one that was signed. Tell the administrator; it is not shown."))


class NeedsExclusion(Refused):
    """An exemption needs a determination before anything is refused on it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "A refusal on an exemption needs a consequence test and a determination in force (UU 14/2008 art. 19). "
                "Choose the determination; where there is none, draw up the test under Exclusions first."
            )
        )


class ExclusionOver(Refused):
    """The determination does not hold any more."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _("The determination %(number)s is not in force any more. Give the information, or choose another one.")
            % {"number": number}
        )


class ExclusionNotFitting(Refused):
    """The determination was not made for this ground or this body."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _("The determination %(number)s does not rest on this ground. Choose one that does.") % {"number": number}
        )


class OnlyAPart(Refused):
    """An excluded part never closes the whole (Perki 1/2021 art. 50)."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _("%(number)s excludes a part alone. Give the rest: decide “Given in part” and say what is blackened.")
            % {"number": number}
        )


class ExclusionState(Refused):
    """The consequence test is not where this deed needs it."""

    def __init__(self) -> None:
        super().__init__(_("The consequence test has moved on meanwhile. Reload the page and read what has changed."))


class ExclusionIncomplete(Refused):
    """The consequence test lacks what the law asks for."""

    def __init__(self, missing: str) -> None:
        super().__init__(_("The consequence test still lacks: %(missing)s.") % {"missing": missing})


class FileRefused(Refused):
    """The upload is not kept; the message says why."""


class WindowClosed(Refused):
    """The thirty working days for an objection have not begun, or have ended."""

    def __init__(self, until: str = "") -> None:
        if until:
            super().__init__(_("The time for an objection ended on %(day)s (UU 14/2008 art. 36(1)).") % {"day": until})
        else:
            super().__init__(
                _("An objection is possible once there is an answer, or once the time for it has passed without one.")
            )


class GroundNotFitting(Refused):
    """The ground does not fit what happened to the request."""

    def __init__(self, ground: str) -> None:
        super().__init__(
            _("The ground “%(ground)s” does not fit this request. Choose another one.") % {"ground": ground}
        )


class SamePerson(Refused):
    """Who answered the request does not decide on the objection against it."""

    def __init__(self) -> None:
        super().__init__(
            _("You signed or drafted the answer that is objected to. Another person decides on the objection.")
        )


class ReportYearRuns(Refused):
    """A report is on a whole year."""

    def __init__(self, year: int) -> None:
        told = _("The year %(year)s has not ended yet. Finish its report from 1 January on.")
        super().__init__(told % {"year": year})


class ReportFinished(Refused):
    """A finished report does not change any more."""

    def __init__(self) -> None:
        super().__init__(_("The report is finished and does not change any more."))


class VillagesOnly(Refused):
    """Only a village is a public body of its own that sends a list of its own."""

    def __init__(self) -> None:
        super().__init__(_("Keys are for villages: each is a public body of its own with a list of its own."))


class CalledTooOften(Refused):
    """A key was used more often within an hour than a system needs."""

    def __init__(self, wait: int) -> None:
        super().__init__(_("This key was used too often. Send everything in one call, and try again later."))
        self.wait = wait
        """Seconds until it works again."""


class NothingDue(Refused):
    """Nothing of the series may be destroyed today."""

    def __init__(self) -> None:
        super().__init__(_("Nothing of this series has fallen due, or all of it is held back."))
