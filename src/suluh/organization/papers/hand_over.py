"""The record of a hand-over of official accounts, to be signed by both sides and their superior."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.kernel.letters import paper
from suluh.organization.models import Government, Handover
from suluh.organization.selectors.government import letterhead_of

TEMPLATE = Path(__file__).parent / "hand_over.typ"


def hand_over_paper(handovers: Sequence[Handover]) -> bytes:
    """Hand-overs recorded together, as one PDF; at least one."""
    first = handovers[0]
    takers = sorted({person.name for handover in handovers for person in handover.taken_by.all()})
    givers = sorted({name for handover in handovers for name in handover.given_by.split(", ") if name} - set(takers))
    head = letterhead_of(Government.objects.first(), office=first.account.unit.name)
    data = {
        "language": (get_language() or "id")[:2],
        "title": _("Record of a hand-over of official accounts"),
        "sentence": _("On %(day)s, %(givers)s handed the accounts below over to %(takers)s.")
        % {
            "day": date_format(first.day, "l, j F Y"),
            "givers": ", ".join(givers) or _("the former holders"),
            "takers": ", ".join(takers),
        },
        "decree": _("Decree: %(decree)s") % {"decree": first.decree} if first.decree else "",
        "heads": [_("Account"), _("Unit"), _("Owner mail"), _("Recovery mail")],
        "rows": [_row(handover) for handover in handovers],
        "checks": [[words, done] for words, done in _checks(handovers)],
        "promise": _("No password stands on this paper; the new holders have set one of their own."),
        "signers": [
            [_("Handed over by"), ", ".join(givers)],
            [_("Taken over by"), ", ".join(takers)],
            [_("Known to the superior"), ""],
        ],
    }
    return paper(TEMPLATE, data, letterhead=head)


def _row(handover: Handover) -> list[str]:
    account = handover.account
    name = f"{account.get_platform_display()} · {account.handle}"
    return [name, account.unit.name, account.official_mail or "–", account.recovery_mail or "–"]


def _checks(handovers: Sequence[Handover]) -> list[tuple[str, bool]]:
    def all_have(field: str) -> bool:
        return all(getattr(handover, field) for handover in handovers)

    checks: list[tuple[Any, bool]] = [
        (_("Owner and recovery mail are those of the office"), all_have("mail_moved")),
        (_("Former holders can no longer sign in"), all_have("access_ended")),
        (_("A second factor of the office is set"), all_have("second_factor")),
    ]
    return checks
