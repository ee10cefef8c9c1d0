"""The overview: one sentence, three steps, the regency's weeks, four figures, what changed, groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from statistics import median

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.kernel.charts import Part
from suluh.kernel.charts.weeks import mondays_until, published_each_week, silent_throughout
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import Sweep
from suluh.organization.models import Person

from .changes import Change, Changes, changes_of_week, published_again
from .cohorts import WEEKS, Cohort, by_standing, cohorts, size_of, unseen, weeks_of, with_site
from .kinds import ORDER, group_name
from .marks import ATTENTION, INFECTED, STANDING_MARKS, Mark, Standing
from .saying import Link, Piece, say
from .scope import today
from .steps import Step, open_attention, three_steps

GROUP_STEPS = (10, 25, 40, 55)
"""Percent of a group's units that published in a week, for the steps 1 to 4 of its pita."""

REGENCY_SHARES = (0.05, 0.125, 0.2, 0.275)
"""The same for the whole government, as a share of its units; low weeks of many small units stay apart."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of at most four figures: label, number, comparison in words, link to its list."""

    label: str
    number: int
    of: str
    more: str
    address: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One kind of unit on the overview."""

    name: str
    address: str
    active: int
    total: int
    shares: list[float | None]
    attention: int
    label: str


@dataclass(frozen=True, slots=True)
class SplitKey:
    """One part of the split bar with its words."""

    part: Part
    mark: Mark
    address: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the first page."""

    checked_at: datetime | None
    sentence: list[Piece]
    after: str
    steps: list[Step]
    weeks: list[tuple[date, int, int]]
    regency_steps: tuple[int, ...]
    figures: list[Figure]
    split: list[SplitKey]
    total: int
    changes: list[Change]
    more_changes: int
    groups: list[GroupLine]


def overview(person: Person) -> Overview | None:
    """The first page of a person; None while the register is empty, or none of its sites was looked at."""
    units = cohorts(person)
    if not any(cohort.watched for cohort in units):
        return None
    total = size_of(units)
    weekly = published_each_week(weeks_of(units))
    attention = open_attention(person)
    standing = by_standing(units)
    noted = changes_of_week(person)
    again = published_again(person, sorted(key for cohort in units for key in cohort.heard_again))
    return Overview(
        checked_at=Sweep.objects.filter(finished_at__isnull=False)
        .order_by("-id")
        .values_list("finished_at", flat=True)
        .first(),
        sentence=_sentence(weekly[-1][0], total, units),
        after=_after(weekly, noted),
        steps=three_steps(attention=attention, silent=standing[Standing.SILENT.value]),
        weeks=[(monday, *pair) for monday, pair in zip(mondays_until(today(), WEEKS), weekly, strict=True)],
        regency_steps=tuple(max(place + 1, ceil(total * share)) for place, share in enumerate(REGENCY_SHARES)),
        figures=_figures(units, weekly, standing),
        split=_split(standing),
        total=total,
        changes=[*noted.shown, *again][:6],
        more_changes=max(noted.total + len(again) - 6, 0),
        groups=_groups(units),
    )


def _list(**query: str) -> str:
    words = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('monitoring:units')}?{words}"


def _sentence(active: int, total: int, units: Sequence[Cohort]) -> list[Piece]:
    dead = size_of(row for row in units if row.standing == Standing.DEAD)
    infected = size_of(row for row in units if row.worst in INFECTED)
    clauses = [
        _("This week [%(active)d of %(total)d units](week) updated their site") % {"active": active, "total": total}
    ]
    if dead:
        clauses.append(ngettext("[%(n)d site is down](dead)", "[%(n)d sites are down](dead)", dead) % {"n": dead})
    if infected:
        clauses.append(
            ngettext(
                "[%(n)d is suspected of gambling injection](bad)",
                "[%(n)d are suspected of gambling injection](bad)",
                infected,
            )
            % {"n": infected}
        )
    if not dead and not infected:
        if waiting := unseen(units):
            told = ngettext("%(n)d site was not looked at yet", "%(n)d sites were not looked at yet", waiting)
            clauses.append(told % {"n": waiting})
        else:
            clauses.append(_("all sites answer and are clean"))
    links = {
        "week": Link(_list(saring="minggu")),
        "dead": Link(_list(saring="mati"), urgent=True),
        "bad": Link(reverse("monitoring:findings") + "?kode=disisipi", urgent=True),
    }
    return say("; ".join(clauses) + ".", links)


def _after(weekly: Sequence[tuple[int, int]], noted: Changes) -> str:
    parts = [_("Last week: %(n)d units.") % {"n": weekly[-2][0]}]
    died, revived = noted.died, noted.revived
    if died:
        parts.append(
            ngettext(
                "%(n)d site went down in the last seven days.", "%(n)d sites went down in the last seven days.", died
            )
            % {"n": died}
        )
    if revived:
        parts.append(ngettext("%(n)d site came back.", "%(n)d sites came back.", revived) % {"n": revived})
    return " ".join(parts)


def _figures(units: Sequence[Cohort], weekly: Sequence[tuple[int, int]], standing: Counter[str]) -> list[Figure]:
    total, sited = size_of(units), size_of(with_site(units))
    seen = [row for row in with_site(units) if row.watched]
    sound = size_of(row for row in seen if row.worst not in ATTENTION and row.standing != Standing.DEAD)
    offices = [row for row in units if row.kind == UnitKind.OPD]
    found = [items for row in offices for items in row.items_found]
    return [
        Figure(
            _("Units active this week"),
            weekly[-1][0],
            _("of %(n)d") % {"n": total},
            _("last week %(n)d") % {"n": weekly[-2][0]},
            _list(saring="minggu"),
        ),
        Figure(
            _("Sites up and clean"),
            sound,
            _("of %(n)d") % {"n": sited},
            _("%(n)d need attention") % {"n": size_of(seen) - sound},
            _list(saring="perhatian"),
        ),
        Figure(
            _("Units silent for over 3 months"),
            standing[Standing.SILENT.value],
            "",
            _("a month ago %(n)d") % {"n": silent_throughout(weeks_of(units)[:, -17:-4])},
            _list(saring="diam"),
        ),
        Figure(
            _("Mandatory information found"),
            int(median(found)) if found else 0,
            _("of %(n)d items") % {"n": max((row.items_total for row in offices), default=0)},
            _("median of %(n)d offices and agencies") % {"n": len(found)},
            _list(jenis="opd", urut="butir"),
        ),
    ]


def _split(standing: Counter[str]) -> list[SplitKey]:
    order = (
        Standing.WEEK,
        Standing.MONTH,
        Standing.QUIET,
        Standing.SILENT,
        Standing.DEAD,
        Standing.NONE,
        Standing.UNKNOWN,
    )
    return [
        SplitKey(Part(f"s-{one.value}", standing[one.value]), STANDING_MARKS[one], _list(keadaan=one.value))
        for one in order
    ]


def _groups(units: Sequence[Cohort]) -> list[GroupLine]:
    by_kind: dict[str, list[Cohort]] = defaultdict(list)
    for row in units:
        by_kind[row.kind].append(row)
    return [_group(kind, by_kind[kind]) for kind in sorted(by_kind, key=lambda kind: ORDER[kind])]


def _group(kind: str, rows: Sequence[Cohort]) -> GroupLine:
    weekly = published_each_week(weeks_of(rows)[:, -26:])
    name = group_name(kind)
    total = size_of(rows)
    return GroupLine(
        name=name,
        address=_list(jenis=kind),
        active=weekly[-1][0],
        total=total,
        shares=[100 * lit / total if watched else None for lit, watched in weekly],
        attention=size_of(row for row in rows if row.worst in ATTENTION),
        label=_("%(group)s: share of units that published, each week of half a year") % {"group": name},
    )
