"""The monthly recap: one row a unit, from what was observed, else from what a sheet said, else "not recorded"."""

from __future__ import annotations

import calendar
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from suluh.monitoring.models import Evidence, ItemRow, MonthRecord, Post, Recap, SiteDay
from suluh.organization.models import Person, Site, Unit
from suluh.organization.permissions import permit
from suluh.organization.services.trail import record

COLUMNS = {
    "visi": "I-visi",
    "struktur": "I-struktur",
    "alamat": "I-alamat",
    "surel": "I-surel",
    "telepon": "I-telepon",
}
"""Presence columns of the recap and the item each stands for."""

NOTES = {
    "dead": "website tidak bisa diakses",
    "infected": "terindikasi disisipi judi",
    "defaced": "tampilan terindikasi diubah pihak lain",
    "menu-broken": "error dropdown menu",
    "cert-expired": "sertifikat kedaluwarsa",
}
"""Findings that the recap's last column names, gravest first, in the words of the sheets in use."""


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One unit in one month. None means "not recorded", which is neither zero nor missing."""

    unit_id: int
    name: str
    kind: str
    url: str = ""
    updates: int | None = None
    visi: bool | None = None
    struktur: bool | None = None
    alamat: bool | None = None
    surel: bool | None = None
    telepon: bool | None = None
    note: str = ""
    source: str = ""  # observed | sheet | ""
    evidence: Mapping[str, int] = field(default_factory=dict)  # column to evidence id


def recap_rows(*, month: date, units: QuerySet[Unit]) -> list[RecapRow]:
    """The rows of a month, in the order of the register's names.

    Args:
        month: its first day.
        units: who is reported; callers start from `visible_to`.
    """
    chosen = list(units.order_by("sort_key", "id"))
    sites = _main_sites(chosen)
    seen = _Month(month, [site.pk for site in sites.values()])
    sheets = {row.unit_id: row for row in MonthRecord.objects.filter(month=month, unit__in=chosen)}
    return [_row(unit, sites.get(unit.pk), seen, sheets.get(unit.pk)) for unit in chosen]


def _main_sites(units: Iterable[Unit]) -> dict[int, Site]:
    rows = Site.objects.filter(unit__in=units, active=True).order_by("unit_id", "is_main")
    return {site.unit_id: site for site in rows}


class _Month:
    """What was observed of some sites in one month."""

    def __init__(self, month: date, sites: Sequence[int]) -> None:
        last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        self.posts = dict(
            Post.objects.filter(site_id__in=sites, published__range=(month, last), published__lte=timezone.localdate())
            .values_list("site_id")
            .annotate(n=Count("id"))
        )
        self.alive: dict[int, int] = defaultdict(int)
        self.visits: dict[int, int] = defaultdict(int)
        self.marks: dict[int, dict[str, int]] = defaultdict(dict)
        self.faults: dict[int, set[str]] = defaultdict(set)
        for day in SiteDay.objects.filter(site_id__in=sites, day__range=(month, last)).order_by("day"):
            self.visits[day.site_id] += day.visits
            self.alive[day.site_id] += day.alive
            self.marks[day.site_id].update(day.items)
            self.faults[day.site_id] = set(day.findings)  # the last day of the month speaks
        rows = ItemRow.objects.filter(site_id__in=sites, code__in=COLUMNS.values(), evidence__isnull=False)
        self.proofs = {(row.site_id, row.code): row.evidence_id for row in rows}
        dead = Evidence.objects.filter(site_id__in=sites, code="dead", seen_at__date__range=(month, last))
        self.dead = dict(dead.values_list("site_id").annotate(last=Max("id")))


def _row(unit: Unit, site: Site | None, seen: _Month, sheet: MonthRecord | None) -> RecapRow:
    if site is not None and seen.visits[site.pk]:
        return _observed(unit, site, seen)
    plain = RecapRow(unit.pk, unit.name, unit.kind, site.url if site else "")
    if sheet is None:
        return plain
    return RecapRow(
        unit.pk,
        unit.name,
        unit.kind,
        sheet.site_url or plain.url,
        sheet.updates,
        **{column: getattr(sheet, column) for column in COLUMNS},
        note=sheet.note,
        source="sheet",
    )


def _observed(unit: Unit, site: Site, seen: _Month) -> RecapRow:
    marks, alive = seen.marks[site.pk], seen.alive[site.pk] > 0
    presence = {column: (marks[code] > 0 if code in marks else None) for column, code in COLUMNS.items()}
    proofs = {
        column: proof for column, code in COLUMNS.items() if (proof := seen.proofs.get((site.pk, code))) is not None
    }
    if site.pk in seen.dead:
        proofs["note"] = seen.dead[site.pk]
    return RecapRow(
        unit.pk,
        unit.name,
        unit.kind,
        site.url,
        seen.posts.get(site.pk, 0) if alive else None,
        **presence,
        note="; ".join(text for code, text in NOTES.items() if code in seen.faults[site.pk]),
        source="observed",
        evidence=proofs,
    )


@transaction.atomic
def recap_publish(*, month: date, rubric: str, by: Person) -> Recap:
    """Freeze the recap of a month with its rubric version and proofs; a later one is a new version.

    The proofs it stands on are kept two years from now.

    Raises:
        NotAllowed: `by` is not a coordinator of the government.
    """
    permit(by, "recap.publish", None)
    rows = [asdict(row) for row in recap_rows(month=month, units=Unit.objects.filter(active_until__isnull=True))]
    proofs = {key for row in rows for key in row["evidence"].values()}
    Evidence.objects.filter(pk__in=proofs).update(keep_until=timezone.localdate() + timedelta(days=730))
    last = Recap.objects.filter(month=month).aggregate(n=Max("version"))["n"] or 0
    recap = Recap.objects.create(
        month=month,
        version=last + 1,
        rubric=rubric,
        rows=rows,
        digest=hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest(),
        published_at=timezone.now(),
        published_by=by,
    )
    record("recap.published", on=recap, by=by, month=month.isoformat(), digest=recap.digest)
    return recap
