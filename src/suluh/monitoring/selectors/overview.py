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
from suluh.kernel.charts.weeks import align, mondays_until, published_each_week
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import Sweep
from suluh.organization.models import Person

from .changes import Change, Changes, changes_of_week, published_again
from .kinds import ORDER, counted, group_name
from .marks import ATTENTION, STANDING_MARKS, Mark, Standing
from .saying import Link, Piece, say
from .scope import today
from .steps import Step, open_attention, three_steps
from .units import LEAST_WEEKS, board_units

WEEKS = 52
GROUP_STEPS = (10, 25, 40, 55)
"""Percent of a group's units that published in a week, for the steps 1 to 4 of its pita."""

REGENCY_SHARES = (0.05, 0.125, 0.2, 0.275)
"""The same for the whole government, as a share of its units; low weeks of many small units stay apart."""


@dataclass(frozen=True, slots=True)
class Small:
    """What the overview reads of each unit, and no more."""

    id: int
    kind: str
    marks: str
    standing: str
    worst: str
    items_found: int
    items_total: int
    watched: int


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
    """The first page of a person; None while the register is empty."""
    rows = _small_rows(person)
    units = [row for row in rows if counted(row.kind)]
    if not units:
        return None
    weekly = published_each_week([row.marks for row in units], WEEKS)
    attention = open_attention(person)
    standing = Counter(row.standing for row in units)
    noted = changes_of_week(person)
    again = published_again(person, [row.id for row in units if row.marks[-1] not in "0x" and _was_silent(row.marks)])
    return Overview(
        checked_at=Sweep.objects.filter(finished_at__isnull=False)
        .order_by("-id")
        .values_list("finished_at", flat=True)
        .first(),
        sentence=_sentence(weekly[-1][0], len(units), units),
        after=_after(weekly, noted),
        steps=three_steps(attention=attention, silent=standing[Standing.SILENT.value]),
        weeks=[(monday, *pair) for monday, pair in zip(mondays_until(today(), WEEKS), weekly, strict=True)],
        regency_steps=tuple(max(place + 1, ceil(len(units) * share)) for place, share in enumerate(REGENCY_SHARES)),
        figures=_figures(units, weekly, standing),
        split=_split(standing),
        total=len(units),
        changes=[*noted.shown, *again][:6],
        more_changes=max(noted.total + len(again) - 6, 0),
        groups=_groups(units),
    )


def _small_rows(person: Person) -> list[Small]:
    day = today()
    values = board_units(person).values_list(
        "id", "kind", "weeks", "weeks_from", "standing", "worst", "items_found", "items_total", "watched_weeks"
    )
    return [
        Small(
            pk,
            kind,
            align(marks or "", since, last=day, count=WEEKS),
            standing,
            worst or "",
            found or 0,
            total or 0,
            watched or 0,
        )
        for pk, kind, marks, since, standing, worst, found, total, watched in values
    ]


def _was_silent(marks: str) -> bool:
    """True when the eight weeks before this one were watched and had nothing."""
    return marks[-9:-1] == "0" * 8


def _list(**query: str) -> str:
    words = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('monitoring:units')}?{words}"


def _sentence(active: int, total: int, units: Sequence[Small]) -> list[Piece]:
    dead = sum(1 for row in units if row.standing == Standing.DEAD)
    infected = sum(1 for row in units if row.worst in ("infected", "defaced"))
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


def _figures(units: Sequence[Small], weekly: Sequence[tuple[int, int]], standing: Counter[str]) -> list[Figure]:
    with_site = [row for row in units if row.standing != Standing.NONE]
    sound = [row for row in with_site if row.worst not in ATTENTION and row.standing != Standing.DEAD]
    silent_before = sum(1 for row in units if set(row.marks[-17:-4]) == {"0"})
    offices = [row for row in units if row.kind == UnitKind.OPD and row.watched >= LEAST_WEEKS and row.items_total]
    found = [row.items_found for row in offices]
    return [
        Figure(
            _("Units active this week"),
            weekly[-1][0],
            _("of %(n)d") % {"n": len(units)},
            _("last week %(n)d") % {"n": weekly[-2][0]},
            _list(saring="minggu"),
        ),
        Figure(
            _("Sites up and clean"),
            len(sound),
            _("of %(n)d") % {"n": len(with_site)},
            _("%(n)d need attention") % {"n": len(with_site) - len(sound)},
            _list(saring="perhatian"),
        ),
        Figure(
            _("Units silent for over 3 months"),
            standing[Standing.SILENT.value],
            "",
            _("a month ago %(n)d") % {"n": silent_before},
            _list(saring="diam"),
        ),
        Figure(
            _("Mandatory information found"),
            int(median(found)) if found else 0,
            _("of %(n)d items") % {"n": max((row.items_total for row in offices), default=0)},
            _("median of %(n)d offices and agencies") % {"n": len(offices)},
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


def _groups(units: Sequence[Small]) -> list[GroupLine]:
    by_kind: dict[str, list[Small]] = defaultdict(list)
    for row in units:
        by_kind[row.kind].append(row)
    return [_group(kind, by_kind[kind]) for kind in sorted(by_kind, key=lambda kind: ORDER[kind])]


def _group(kind: str, rows: Sequence[Small]) -> GroupLine:
    weekly = published_each_week([row.marks[-26:] for row in rows], 26)
    name = group_name(kind)
    return GroupLine(
        name=name,
        address=_list(jenis=kind),
        active=weekly[-1][0],
        total=len(rows),
        shares=[100 * lit / len(rows) if watched else None for lit, watched in weekly],
        attention=sum(1 for row in rows if row.worst in ATTENTION),
        label=_("%(group)s: share of units that published, each week of half a year") % {"group": name},
    )
