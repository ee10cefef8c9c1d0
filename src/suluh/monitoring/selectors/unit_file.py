"""One unit: its year, its mandatory items with proof, findings with replies, posts, rhythm, units below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.kernel.charts import step_of
from suluh.kernel.charts.weeks import Week, monday_of, mondays_until
from suluh.monitoring.models import Evidence, Finding, Post, Reply, SiteInterval, SiteState, WeekCount
from suluh.organization.models import Account, Person, Site, Unit

from .findings import GRAVITY, FindingLine, finding_line
from .items import ItemLine, item_lines
from .kinds import group_name
from .marks import ITEM_MARKS
from .saying import Link, Piece, say
from .scope import today
from .units import UnitRow, board_units, unit_rows

YEAR = 52


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One week of the unit page's table."""

    monday: date
    sunday: date
    items: Week

    @property
    def css(self) -> str:
        """Class of the cell: its step, or unwatched."""
        return "nx" if self.items is None else f"n{step_of(self.items)}"

    @property
    def sign(self) -> str:
        """What stands in the cell; nothing where nobody watched."""
        return "" if self.items is None else str(self.items) if self.items else "·"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How steadily a site publishes."""

    posts: int
    median_gap: int | None
    longest_silence: int | None
    active_weeks: int


FINDINGS_OPEN = 4
"""Findings of a unit that stand open; what lacks among its items is told beside them anyway."""


@dataclass(frozen=True, slots=True)
class UnitFile:
    """Everything on the page of one unit."""

    row: UnitRow
    unit: Unit
    site: Site | None
    state: SiteState | None
    sentence: list[Piece]
    weeks: list[WeekCell]
    group_middle: int | None
    group_size: int
    items: list[ItemLine]
    item_counts: Counter[str]
    findings: list[FindingLine]
    closed: list[FindingLine]
    posts: Sequence[Post]
    mix: list[tuple[str, int]]
    rhythm: Rhythm
    intervals: Sequence[SiteInterval]
    below: list[UnitRow]
    accounts: Sequence[Account]

    @property
    def first_findings(self) -> list[FindingLine]:
        """The gravest open findings, which stand open on the page."""
        return self.findings[:FINDINGS_OPEN]

    @property
    def more_findings(self) -> list[FindingLine]:
        """Further open findings, folded away until asked for."""
        return self.findings[FINDINGS_OPEN:]

    @property
    def first_items(self) -> list[ItemLine]:
        """Periodic information, which stands open on the page."""
        return [line for line in self.items if line.periodic]

    @property
    def other_items(self) -> list[ItemLine]:
        """All other items, folded away until asked for."""
        return [line for line in self.items if not line.periodic]

    @property
    def group(self) -> str:
        """Name of the unit's kind."""
        return group_name(self.row.kind)

    @property
    def last_weeks(self) -> list[WeekCell]:
        """The last eight weeks, newest first."""
        return self.weeks[:-9:-1]

    @property
    def counted(self) -> str:
        """How many items have each state, in words."""
        return " · ".join(
            f"{self.item_counts[state]} {mark.words}" for state, mark in ITEM_MARKS.items() if self.item_counts[state]
        )

    @property
    def weeks_26(self) -> list[WeekCell]:
        """The later half of the year, for phones."""
        return self.weeks[-26:]


def unit_of_slug(person: Person, slug: str) -> UnitRow:
    """The row of a visible unit.

    Raises:
        Unit.DoesNotExist: there is none, or the person may not see it.
    """
    rows = unit_rows(board_units(person).filter(slug=slug))
    if not rows:
        raise Unit.DoesNotExist
    return rows[0]


def unit_file(person: Person, slug: str) -> UnitFile:
    """The dossier of a visible unit.

    Raises:
        Unit.DoesNotExist: there is none, or the person may not see it.
    """
    row = unit_of_slug(person, slug)
    unit = Unit.objects.select_related("parent").get(pk=row.id)
    site = Site.objects.filter(unit=unit, active=True, is_main=True).first()
    state = SiteState.objects.filter(site=site).first() if site else None
    weeks = weeks_of(site)
    lines = _findings(unit)
    items = item_lines(site, row.kind, _contested(lines))
    posts = (
        list(Post.objects.filter(site=site, published__isnull=False).order_by("-published", "-id")[:400])
        if site
        else []
    )
    middle, size = _group(person, row)
    return UnitFile(
        row=row,
        unit=unit,
        site=site,
        state=state,
        sentence=unit_sentence(row, items),
        weeks=weeks,
        group_middle=middle,
        group_size=size,
        items=items,
        item_counts=Counter(line.state for line in items),
        findings=[line for line in lines if line.row.is_open],
        closed=[line for line in lines if not line.row.is_open][:5],
        posts=posts[:12],
        mix=Counter(post.mix for post in posts if post.mix).most_common(),
        rhythm=_rhythm(posts, weeks),
        intervals=list(SiteInterval.objects.filter(site=site).order_by("-until")[:8]) if site else [],
        below=unit_rows(board_units(person).filter(parent=unit).order_by("sort_key", "id")[:200]),
        accounts=list(unit.accounts.filter(active=True).prefetch_related("holders").order_by("platform", "handle")),
    )


def weeks_of(site: Site | None, count: int = YEAR) -> list[WeekCell]:
    """The last weeks of a site from its counts, oldest first; weeks without a row were not observed."""
    mondays = mondays_until(today(), count)
    rows = (
        WeekCount.objects.filter(site=site, week__gte=mondays[0], observed=True) if site else WeekCount.objects.none()
    )
    items = dict(rows.values_list("week", "items"))
    return [WeekCell(monday, monday + timedelta(days=6), items.get(monday)) for monday in mondays]


def unit_sentence(row: UnitRow, items: Sequence[ItemLine]) -> list[Piece]:
    """The unit in one sentence: weeks with something published, how long it has been silent, items found."""
    links = {
        "weeks": Link("#pita"),
        "quiet": Link("#terbitan"),
        "items": Link("#butir"),
        "state": Link("#temuan", urgent=True),
    }
    if row.host is None:
        return say(_("%(unit)s has no registered site.") % {"unit": row.name}, links)
    if row.standing == "dead":
        return say(_("The site of %(unit)s [does not answer](state).") % {"unit": row.name}, links)
    if row.watched_weeks == 0:
        return say(
            _("The site of %(unit)s has only just been added; there is not enough data yet.") % {"unit": row.name},
            links,
        )
    words = _("%(unit)s published in [%(active)d of the last %(weeks)d weeks](weeks)") % {
        "unit": row.name,
        "active": row.active_weeks,
        "weeks": 26,
    }
    silent = _weeks_silent(row)
    if silent >= 2:
        words += ngettext(
            ", but has been silent for [%(n)d week](quiet)", ", but has been silent for [%(n)d weeks](quiet)", silent
        ) % {"n": silent}
    words += "."
    periodic = [line for line in items if line.periodic]
    if periodic:
        found = sum(1 for line in periodic if line.is_found)
        words += " " + _("[%(found)d of %(all)d](items) periodic items are on its site.") % {
            "found": found,
            "all": len(periodic),
        }
    return say(words, links)


def _weeks_silent(row: UnitRow) -> int:
    if row.last_post is None:
        return 0
    return (monday_of(row.day) - monday_of(row.last_post)).days // 7


def _findings(unit: Unit) -> list[FindingLine]:
    rows = (
        Finding.objects.filter(unit=unit)
        .exclude(state=Finding.State.SEEN_ONCE)
        .select_related("site")
        .prefetch_related(
            Prefetch("replies", Reply.objects.select_related("by")),
            Prefetch("proofs", Evidence.objects.order_by("-seen_at")),
        )
        .alias(gravity=GRAVITY)
        .order_by("gravity", "-opened_at", "-id")[:60]
    )
    return [finding_line(row) for row in rows]


def _contested(lines: Sequence[FindingLine]) -> frozenset[str]:
    """Items whose absence the unit contests."""
    contested = (line.row.code for line in lines if line.row.state == Finding.State.CONTESTED)
    return frozenset(code.removeprefix("no-").removeprefix("stub-") for code in contested)


def _group(person: Person, row: UnitRow) -> tuple[int | None, int]:
    known = board_units(person).filter(kind=row.kind, watched_weeks__gte=8).values_list("active_weeks", flat=True)
    values = list(known)
    return (int(median(values)), len(values)) if values else (None, 0)


def _rhythm(posts: Sequence[Post], weeks: Sequence[WeekCell]) -> Rhythm:
    days = sorted({post.published for post in posts if post.published is not None})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    since = (today() - days[-1]).days if days else None
    return Rhythm(
        posts=sum(cell.items or 0 for cell in weeks),
        median_gap=int(median(gaps)) if gaps else None,
        longest_silence=max([*gaps, since]) if since is not None else None,
        active_weeks=sum(1 for cell in weeks if cell.items),
    )
