"""Papers of the board: one unit on one page, the government on one page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.kernel.charts import step_of
from suluh.kernel.letters import paper
from suluh.monitoring.axes import month_names
from suluh.monitoring.models import Finding
from suluh.monitoring.selectors.findings import FindingLine
from suluh.monitoring.selectors.overview import Overview
from suluh.monitoring.selectors.peers import PeerValues
from suluh.monitoring.selectors.saying import plain
from suluh.monitoring.selectors.scope import today
from suluh.monitoring.selectors.steps import Step
from suluh.monitoring.selectors.unit_file import UnitFile
from suluh.organization.models import Government
from suluh.organization.selectors.government import letterhead_of

FOLDER = Path(__file__).parent / "paper"
MISSING_SHOWN = 6
LEAST_PEERS = 4
"""Fewer units than this have no middle half that would mean anything."""


def unit_paper(file: UnitFile, peers: PeerValues, *, address: str) -> bytes:
    """One unit on one page, as PDF.

    Args:
        file: the unit's dossier.
        peers: the same measures of every unit of its kind.
        address: full address of the board, for the proofs in the foot.
    """
    missing = [line for line in file.items if line.periodic and not line.is_found]
    proofs = [line.row for line in file.findings][:2]
    data = _frame(
        kind=_("Monthly report of a unit"),
        title=_("Report: %(unit)s") % {"unit": file.row.name},
        sentence=plain(file.sentence),
        footer=[
            "\n".join(f"{_('Proof')} {place}: {_proof(row, address)}" for place, row in enumerate(proofs, 1)),
            _("Checked %(n)d times so far.") % {"n": file.state.observations if file.state else 0},
            _("printed %(day)s") % {"day": date_format(today(), "j F Y")},
        ],
    )
    data |= {
        "steps": _unit_steps(file),
        "weeks": [cell.items for cell in file.weeks],
        "axis": month_names([cell.monday for cell in file.weeks]),
        "summary": plain(file.sentence),
        "comparison": peers_rows(file, peers) if file.row.enough else [],
        "missing": [
            {
                "label": f"{line.code} {line.label}",
                "article": line.article,
                "state": str(line.mark.words),
                "grave": line.state == "missing",
            }
            for line in missing[:MISSING_SHOWN]
        ],
        "more": _("and %(n)d others") % {"n": len(missing) - MISSING_SHOWN} if len(missing) > MISSING_SHOWN else "",
        "findings": [_finding(line.row, str(line.mark.words)) for line in file.findings[:4]],
        "words": _unit_words(file),
    }
    return paper(FOLDER / "unit.typ", data)


def regency_paper(board: Overview, *, address: str) -> bytes:
    """The government on one page, as PDF."""
    data = _frame(
        kind=_("Weekly report"),
        title=_("Report of the week"),
        sentence=plain(board.sentence),
        footer=[address, board.after, _("printed %(day)s") % {"day": date_format(today(), "j F Y")}],
    )
    lit = [count if watched else None for _monday, count, watched in board.weeks]
    data |= {
        "steps": [_regency_step(step) for step in board.steps],
        "weeks": lit,
        "levels": [0 if count is None else step_of(count, board.regency_steps) for count in lit],
        "axis": month_names([monday for monday, _lit, _watched in board.weeks]),
        "summary": _("Units that published, by week"),
        "figures": [
            {"label": row.label, "number": row.number, "of": row.of, "more": row.more} for row in board.figures
        ],
        "groups": [
            {"name": row.name, "active": f"{row.active} {_('of')} {row.total}", "attention": row.attention or "–"}
            for row in board.groups
        ],
        "changes": [
            {"name": row.name, "mark": str(row.mark.words), "text": row.text}
            for row in board.changes
            if not row.accused
        ],
        "words": _regency_words(board),
    }
    return paper(FOLDER / "regency.typ", data)


def _regency_step(step: Step) -> dict[str, str]:
    """A step as print shows it: papers are passed on, so an accused unit is not named."""
    if step.nameless:
        return {"title": step.nameless, "reason": _("Officers read which after signing in.")}
    return {"title": step.title, "reason": step.reason}


def _frame(*, kind: str, title: str, sentence: str, footer: Sequence[str]) -> dict[str, Any]:
    head = letterhead_of(Government.objects.first())
    return {
        "government": head.government,
        "letterhead": head.as_data(),
        "language": (get_language() or "id")[:2],
        "kind": kind,
        "title": title,
        "period": date_format(today(), "F Y"),
        "sentence": sentence,
        "footer": list(footer),
    }


def _proof(row: Finding, address: str) -> str:
    return address.rstrip("/").split("//")[-1] + reverse("monitoring:finding", args=[row.pk])


def _unit_steps(file: UnitFile) -> list[dict[str, str]]:
    """Repair what is found, then show what is missing, then publish each week."""
    steps = [{"title": _titled(line), "reason": line.row.step or line.row.message} for line in file.findings[:2]]
    missing = [line for line in file.items if line.periodic and line.state in ("missing", "stub")]
    if missing:
        reason = ", ".join(line.label for line in missing[:2])
        steps.append({"title": _("Show what is still missing"), "reason": reason})
    if file.row.active_weeks < 20:
        reason = _("One item a week is enough to keep the pita lit.")
        steps.append({"title": _("Publish something every week"), "reason": reason})
    return steps[:3]


def _titled(line: FindingLine) -> str:
    """The deed that waits in few words: for a missing item its name, else the mark."""
    item = line.row.code.startswith(("no-", "stub-"))
    return line.row.message.partition(" (")[0].rstrip(".") if item else str(line.mark.words)


def _finding(row: Finding, words: str) -> dict[str, str]:
    reply = next((reply.text for reply in row.replies.all() if reply.kind == "contest"), "")
    return {"mark": words, "message": row.message, "reply": reply[:200]}


def peers_rows(file: UnitFile, peers: PeerValues) -> list[dict[str, Any]]:
    """The unit beside the middle half of its kind, one row a measure."""
    state = file.state
    measures = [
        (_("Active weeks, 26 weeks"), file.row.active_weeks, peers.active_weeks),
        (_("Items published, 30 days"), state.posts_30 if state else 0, peers.posts_30),
        (_("Mandatory items found"), file.row.items_found, peers.items_found),
    ]
    return [_peer_row(label, value, group) for label, value, group in measures if len(group) >= LEAST_PEERS]


def _peer_row(label: str, value: int, group: Sequence[int]) -> dict[str, Any]:
    first, middle, third = quantiles(group, n=4, method="inclusive")
    words = _("unit %(value)d, middle of the group %(middle)d, half of the units between %(first)d and %(third)d") % {
        "value": value,
        "middle": middle,
        "first": first,
        "third": third,
    }
    return {
        "label": label,
        "value": value,
        "shown": str(value),
        "middle": str(int(median(group))),
        "least": min(*group, value),
        "first": first,
        "median": middle,
        "third": third,
        "most": max(*group, value),
        "words": words,
    }


def _unit_words(file: UnitFile) -> dict[str, Any]:
    return {
        "steps": _("Three steps"),
        "nothing": _("Nothing needs to be done now."),
        "weeks": _("Pita nyala, 52 weeks until %(day)s") % {"day": date_format(today(), "j F Y")},
        "key": _("The number in a cell = items published in that week. A dark cell = nothing was published."),
        "compare": _("Beside %(n)d units of its kind") % {"n": file.group_size},
        "few": _("There is not enough data yet to compare."),
        "heads": [_("Measure"), _("This unit"), _("Middle"), _("Half of the units stand in the grey band")],
        "missing": _("Periodic information not found yet"),
        "item": _("Item"),
        "state": _("State"),
        "complete": _("All of it was found."),
        "findings": _("Findings and replies"),
        "clean": _("No open finding"),
    }


def _regency_words(board: Overview) -> dict[str, Any]:
    bounds = ", ".join(str(step) for step in board.regency_steps)
    return {
        "steps": _("Three steps"),
        "nothing": _("Nothing needs to be done now."),
        "weeks": _("Steadiness of the government, 52 weeks"),
        "key": _("Each cell = units that published in that week; brighter from %(bounds)s units.") % {"bounds": bounds},
        "groups": _("By kind of unit"),
        "heads": [_("Kind"), _("Active this week"), _("Need attention")],
        "changes": _("Changed since last week"),
        "calm": _("Nothing grave has changed"),
    }
