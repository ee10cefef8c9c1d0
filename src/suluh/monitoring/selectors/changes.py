"""What changed since last week: findings that opened or went, sites that died or came back, units heard again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.kernel.charts.weeks import Week
from suluh.monitoring.models import Finding
from suluh.organization.models import Person

from .marks import ACCUSATIONS, ATTENTION, Mark, finding_mark
from .scope import visible_units
from .units import board_units, unit_rows

State = Finding.State
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One line of "changed since last week"."""

    name: str
    address: str
    host: str
    mark: Mark
    text: str
    weeks: list[Week]
    proof: str
    accused: bool = False


@dataclass(slots=True)
class Changes:
    """The gravest changes of the week, and how many there are in all."""

    shown: list[Change] = field(default_factory=list)
    total: int = 0
    died: int = 0
    revived: int = 0


def changes_of_week(person: Person) -> Changes:
    """Grave findings that opened or went in the last seven days, gravest first."""
    since = timezone.now() - timedelta(days=7)
    opened = Q(opened_at__gte=since, state__in=Finding.OPEN_STATES)
    gone = Q(closed_at__gte=since, state=State.GONE)
    rank = Case(
        When(state=State.GONE, then=Value(len(ATTENTION) + 1)),
        *(When(code=code, then=Value(place)) for place, code in enumerate(ATTENTION)),
        default=Value(len(ATTENTION)),
        output_field=IntegerField(),
    )
    rows = (
        Finding.objects.filter(opened | gone, severity__in=("high", "medium"), unit__in=visible_units(person))
        .alias(rank=rank)
        .order_by("rank", "-opened_at", "-id")
        .values_list("id", "code", "state", "message", "unit_id", "observations")
    )
    found = list(rows[:200])
    picked = found[:SHOWN]
    units = {row.id: row for row in unit_rows(board_units(person).filter(pk__in={row[4] for row in picked}))}
    changes = Changes(total=len(found))
    changes.died = sum(1 for row in found if row[1] == "dead" and row[2] != State.GONE)
    changes.revived = sum(1 for row in found if row[1] == "dead" and row[2] == State.GONE)
    for key, code, state, message, unit_id, times in picked:
        unit = units[unit_id]
        gone_now = state == State.GONE
        changes.shown.append(
            Change(
                name=unit.name,
                address=reverse("monitoring:unit", args=[unit.slug]),
                host=unit.host or "",
                mark=Mark("ok", "good", _("Gone: %(what)s") % {"what": finding_mark(code).words})
                if gone_now
                else finding_mark(code),
                text=_("No longer seen at the latest check.")
                if gone_now
                else _("%(message)s Seen %(n)d times.") % {"message": message, "n": times},
                weeks=unit.weeks_26,
                proof=reverse("monitoring:finding", args=[key]),
                accused=code in ACCUSATIONS and state not in (State.UPHELD, State.GONE),
            )
        )
    return changes


def published_again(person: Person, units: Sequence[int]) -> list[Change]:
    """Units that published this week after at least eight silent weeks."""
    if not units:
        return []
    rows = unit_rows(board_units(person).filter(pk__in=units[:SHOWN]))
    return [
        Change(
            name=row.name,
            address=reverse("monitoring:unit", args=[row.slug]),
            host=row.host or "",
            mark=Mark("ok", "good", _("Publishing again")),
            text=_("%(n)d items this week after at least eight silent weeks.") % {"n": row.weeks_26[-1] or 0},
            weeks=row.weeks_26,
            proof=reverse("monitoring:unit", args=[row.slug]) + "#terbitan",
        )
        for row in rows
    ]
