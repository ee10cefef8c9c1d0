"""Texts to send on by WhatsApp. Forwarded texts never name a unit with an unsettled accusation."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.monitoring.models import Finding
from suluh.monitoring.selectors.marks import ACCUSATIONS, Standing
from suluh.monitoring.selectors.saying import plain
from suluh.monitoring.selectors.scope import today
from suluh.monitoring.selectors.steps import open_attention, three_steps
from suluh.monitoring.selectors.unit_file import UnitFile
from suluh.monitoring.selectors.units import board_units, unit_rows
from suluh.organization.models import Government, Person

NAMED = 8


def weekly_digest(person: Person, *, address: str) -> str:
    """The week of the government as a message: counts, three steps, who shone, where to read on.

    Args:
        address: full address of the board, for the last line.
    """
    rows = unit_rows(board_units(person).exclude(kind="main"))
    government = Government.objects.first()
    lit = [row for row in rows if row.weeks_26[-1]]
    silent = sum(row.standing == Standing.SILENT for row in rows)
    steps = three_steps(attention=open_attention(person), silent=silent)
    steady = sorted((row for row in rows if row.active_weeks == 26), key=lambda row: row.sort_key)
    lines = [
        "*" + _("Site news") + "*, " + date_format(today(), "l, j F Y"),
        str(government or ""),
        "",
        _("This week *%(active)d of %(total)d units* updated their site.") % {"active": len(lit), "total": len(rows)},
        *(f"• {step.nameless or step.title}" for step in steps),
    ]
    if steady:
        names = ", ".join(row.name for row in steady[:NAMED])
        rest = len(steady) - NAMED
        more = " " + _("and %(n)d others") % {"n": rest} if rest > 0 else ""
        lines += ["", _("Published every week for half a year: %(names)s.") % {"names": names + more}]
    return "\n".join([*lines, "", _("Read on: %(address)s") % {"address": address}])


def unit_text(file: UnitFile, *, address: str) -> str:
    """One unit as a message to its officers: the sentence, what is open and settled, what to do first."""
    lines = [f"*{file.row.name}*", plain(file.sentence)]
    told = [line for line in file.findings if not _accused(line.row)]
    lines += [f"• {line.row.message} {line.row.step}".rstrip() for line in told[:3]]
    unsettled = len(file.findings) - len(told)
    if unsettled:
        lines.append(
            ngettext(
                "• %(n)d more finding needs your reply; read it after signing in.",
                "• %(n)d more findings need your reply; read them after signing in.",
                unsettled,
            )
            % {"n": unsettled}
        )
    return "\n".join([*lines, _("Proof: %(address)s") % {"address": address}])


def finding_text(finding: Finding, *, address: str) -> str:
    """One finding as a message to the unit's own officers. An unsettled accusation is told without naming the unit."""
    if _accused(finding):
        return _("A finding of Suluh waits for your reply. Please sign in and read it today: %(address)s") % {
            "address": address
        }
    lines = [
        f"*{finding.unit.name}*",
        finding.message,
        finding.step,
        _("Proof and reply: %(address)s") % {"address": address},
    ]
    return "\n".join(line for line in lines if line)


def _accused(finding: Finding) -> bool:
    return finding.code in ACCUSATIONS and finding.state != Finding.State.UPHELD
