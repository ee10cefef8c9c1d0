"""Findings: the list with its filters, and one finding with its proofs and replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.monitoring.models import Evidence, Finding, Reply
from suluh.organization.models import Person

from .marks import CERTIFICATE, FINDING_STATES, INFECTED, Mark, finding_mark
from .scope import visible_units

State = Finding.State

CODES = {
    "disisipi": (_("Injected"), Q(code__in=INFECTED)),
    "mati": (_("Down"), Q(code="dead")),
    "sertifikat": (_("Certificate"), Q(code__in=(*CERTIFICATE, "cert-soon"))),
    "disanggah": (_("Contested"), Q(state=State.CONTESTED)),
    "butir": (_("Mandatory information"), Q(code__startswith="no-") | Q(code__startswith="stub-")),
}
"""Filters by their word in the address."""

PAGE = 50
GRAVITY = {"high": 0, "medium": 1, "low": 2, "info": 3}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding in a list."""

    row: Finding
    mark: Mark
    state: Mark


def visible_findings(person: Person) -> QuerySet[Finding]:
    """Findings about units the person may see, after the second observation."""
    return Finding.objects.filter(unit__in=visible_units(person)).exclude(state=State.SEEN_ONCE)


def finding_counts(person: Person) -> dict[str, int]:
    """Open findings for each filter, and in all under the empty word."""
    rows = visible_findings(person).filter(state__in=Finding.OPEN_STATES)
    wanted = {word: Count("id", filter=condition) for word, (_label, condition) in CODES.items()}
    return rows.aggregate(semua=Count("id"), **wanted)


def finding_list(person: Person, *, code: str, closed: bool, recent: bool, after: int) -> tuple[list[FindingLine], int]:
    """One page of findings, gravest and newest first, and how many rows come before the next page (0: no more)."""
    rows = visible_findings(person)
    rows = rows.exclude(state__in=Finding.OPEN_STATES) if closed else rows.filter(state__in=Finding.OPEN_STATES)
    if code in CODES:
        rows = rows.filter(CODES[code][1])
    if recent:
        rows = rows.filter(opened_at__gte=timezone.now() - timedelta(days=7))
    gravity = Case(
        *(When(severity=word, then=Value(place)) for word, place in GRAVITY.items()),
        default=Value(9),
        output_field=IntegerField(),
    )
    ordered = rows.alias(gravity=gravity).order_by("gravity", "-opened_at", "-id").select_related("unit", "site")
    page = list(ordered[after : after + PAGE + 1])
    lines = [finding_line(row) for row in page[:PAGE]]
    return lines, after + PAGE if len(page) > PAGE else 0


def finding_line(row: Finding) -> FindingLine:
    """A finding with its marks."""
    return FindingLine(row, finding_mark(row.code), FINDING_STATES[row.state])


@dataclass(frozen=True, slots=True)
class FindingFile:
    """One finding with everything that belongs to it."""

    row: Finding
    mark: Mark
    state: Mark
    proofs: Sequence[Evidence]
    pair: Sequence[Evidence]
    replies: Sequence[Reply]


def finding_file(person: Person, key: int) -> FindingFile:
    """One finding of a visible unit.

    Raises:
        Finding.DoesNotExist: there is none, or the person may not see its unit.
    """
    row = visible_findings(person).select_related("unit", "site", "site__state", "settled_by").get(pk=key)
    proofs = list(row.proofs.order_by("-seen_at", "-id")[:20])
    replies = list(row.replies.select_related("by"))
    return FindingFile(row, finding_mark(row.code), FINDING_STATES[row.state], proofs, _pair(proofs), replies)


def _pair(proofs: Sequence[Evidence]) -> list[Evidence]:
    """The first and the latest sight of the fault, to stand side by side."""
    return [proofs[-1], proofs[0]] if len(proofs) > 1 else list(proofs)
