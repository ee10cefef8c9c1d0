"""Findings: the list with its filters, and one finding with its proofs and replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.monitoring.models import Evidence, Finding, Reply
from suluh.organization.models import Person
from suluh.organization.permissions import may

from .marks import CERTIFICATE, FINDING_STATES, INFECTED, Mark, finding_mark
from .proofs import ProofPage, masked, proof_page
from .scope import visible_units

State = Finding.State

CODES = {
    "disisipi": (gettext_lazy("Injected"), Q(code__in=INFECTED)),
    "mati": (gettext_lazy("Down"), Q(code="dead")),
    "sertifikat": (gettext_lazy("Certificate"), Q(code__in=(*CERTIFICATE, "cert-soon"))),
    "disanggah": (gettext_lazy("Contested"), Q(state=State.CONTESTED)),
    "butir": (gettext_lazy("Mandatory information"), Q(code__startswith="no-") | Q(code__startswith="stub-")),
}
"""Filters by their word in the address."""

SIGNAL_WORDS = {
    "address": gettext_lazy("Addresses that gambling sites use"),
    "body": gettext_lazy("Gambling terms in the text of the page"),
    "canonical": gettext_lazy("The page names another site as its original"),
    "code": gettext_lazy("Scripts that lead to foreign sites"),
    "defacement": gettext_lazy("Words of those who replace pages"),
    "hidden": gettext_lazy("Links hidden from visitors"),
    "identity": gettext_lazy("The title does not name the unit"),
    "lexicon": gettext_lazy("Gambling terms in the title or description"),
    "links": gettext_lazy("Links to foreign domains"),
    "mixed-script": gettext_lazy("Words written to deceive filters"),
    "novelty": gettext_lazy("Links that were not there before"),
    "pair": gettext_lazy("Search engines are shown another page"),
    "redirect": gettext_lazy("Visitors from search engines are led away"),
    "structure": gettext_lazy("The page is built unlike before"),
}
"""Kinds of signals in words."""

PAGE = 50
GRAVEST = (INFECTED, ("dead",), CERTIFICATE)
"""What cannot wait, in this order; the rest follows by severity."""
SEVERITIES = ("high", "medium", "low", "info")
GRAVITY = Case(
    *(When(code__in=codes, then=Value(place)) for place, codes in enumerate(GRAVEST)),
    *(When(severity=word, then=Value(place)) for place, word in enumerate(SEVERITIES, len(GRAVEST))),
    default=Value(len(GRAVEST) + len(SEVERITIES)),
    output_field=IntegerField(),
)
"""Place of a finding in a list, the gravest first."""


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


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """What a reader asked of the list: a filter, closed ones instead of open ones, those of the last seven days."""

    code: str = ""
    closed: bool = False
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter above the list."""

    words: str
    count: int | None
    address: str
    current: bool


def finding_chips(counts: Mapping[str, int], query: FindingQuery) -> list[Chip]:
    """Filters of the list; counts only stand beside open findings."""
    base = {"tab": "selesai"} if query.closed else {}
    chips = [Chip(_("All"), None, "?" + urlencode(base), not query.code and not query.recent)]
    for word, (label, _condition) in CODES.items():
        count = None if query.closed else counts[word]
        if count != 0:
            chips.append(Chip(str(label), count, "?" + urlencode({**base, "kode": word}), word == query.code))
    return [*chips, Chip(_("Since last week"), None, "?" + urlencode({**base, "sejak": "7"}), query.recent)]


def finding_list(person: Person, query: FindingQuery, *, after: int) -> tuple[list[FindingLine], int]:
    """One page of findings, gravest and newest first, and how many rows come before the next page (0: no more)."""
    rows = visible_findings(person)
    rows = rows.exclude(state__in=Finding.OPEN_STATES) if query.closed else rows.filter(state__in=Finding.OPEN_STATES)
    if query.code in CODES:
        rows = rows.filter(CODES[query.code][1])
    if query.recent:
        rows = rows.filter(opened_at__gte=timezone.now() - timedelta(days=7))
    ordered = rows.alias(gravity=GRAVITY).order_by("gravity", "-opened_at", "-id").select_related("unit", "site")
    page = list(ordered[after : after + PAGE + 1])
    lines = [finding_line(row) for row in page[:PAGE]]
    return lines, after + PAGE if len(page) > PAGE else 0


def finding_line(row: Finding) -> FindingLine:
    """A finding with its marks."""
    return FindingLine(row, finding_mark(row.code), FINDING_STATES[row.state])


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign that speaks for a finding."""

    title: str
    text: str


SIDES = {
    "visitor": gettext_lazy("A visitor"),
    "searchbot": gettext_lazy("A search engine"),
    "referrer": gettext_lazy("A reader who comes from a search engine"),
    "browser": gettext_lazy("Another browser"),
}
"""Who is shown which page, in words."""


@dataclass(frozen=True, slots=True)
class Side:
    """The same address as one kind of visitor got it; `only` are lines that the other did not get."""

    who: str
    title: str
    shared: Sequence[str]
    only: Sequence[str]
    sha256: str
    odd: bool
    """True for the side on which the fault lies; its own lines are marked."""


@dataclass(frozen=True, slots=True)
class FindingFile:
    """One finding with everything that belongs to it."""

    row: Finding
    mark: Mark
    state: Mark
    pages: Sequence[ProofPage]
    sides: Sequence[Side]
    replies: Sequence[Reply]
    signals: Sequence[Signal]
    steps: Sequence[tuple[str, str]]
    masked: bool

    @property
    def item(self) -> str:
        """Code of the item that is missing or empty; "" for other findings."""
        return self.row.code.partition("-")[2] if self.row.code.startswith(("no-", "stub-")) else ""

    @property
    def answerable(self) -> bool:
        """True while the unit may still reply."""
        return self.row.state in (State.OPEN, State.ACKNOWLEDGED)


def finding_file(person: Person, key: int) -> FindingFile:
    """One finding of a visible unit.

    Raises:
        Finding.DoesNotExist: there is none, or the person may not see its unit.
    """
    row = visible_findings(person).select_related("unit", "site", "site__state", "settled_by").get(pk=key)
    original = may(person, "evidence.download", row)
    proofs = _pair(list(row.proofs.order_by("-seen_at", "-id").select_related("site")[:20]))
    return FindingFile(
        row=row,
        mark=finding_mark(row.code),
        state=FINDING_STATES[row.state],
        pages=[proof_page(proof, original=original) for proof in proofs],
        sides=_sides(row, original=original),
        replies=list(row.replies.select_related("by")),
        signals=_signals(row, original=original),
        steps=next_steps(row),
        masked=not original,
    )


def _pair(proofs: Sequence[Evidence]) -> list[Evidence]:
    """The first and the latest sight of the fault, to stand side by side."""
    return [proofs[-1], proofs[0]] if len(proofs) > 1 else list(proofs)


def _sides(row: Finding, *, original: bool) -> list[Side]:
    """The two pages that one address gave, visitor first; other people's addresses are masked without the right."""

    def shown(text: object) -> str:
        return str(text) if original else masked(str(text), row.site.host)

    return [
        Side(
            who=str(SIDES.get(str(side.get("who", "")), side.get("who", ""))),
            title=shown(side.get("title", "")),
            shared=[shown(line) for line in side.get("shared", [])],
            only=[shown(line) for line in side.get("only", [])],
            sha256=str(side.get("sha256", "")),
            odd=place > 0,
        )
        for place, side in enumerate(row.data.get("pair", []))
    ]


def _signals(row: Finding, *, original: bool) -> list[Signal]:
    """Signs of an accusation as the judge gave them, one for each kind: words, and what was seen."""
    texts: dict[str, list[str]] = {}
    for sign in row.data.get("signals", []):
        text = str(sign.get("evidence", ""))
        title = str(SIGNAL_WORDS.get(str(sign.get("kind", "")), sign.get("code", "")))
        texts.setdefault(title, []).append(text if original else masked(text, row.site.host))
    return [Signal(title, " · ".join(filter(None, seen))) for title, seen in texts.items()]


def next_steps(row: Finding) -> list[tuple[str, str]]:
    """At most three steps: what the probe advises first, then what follows for every finding."""
    if row.code in INFECTED:
        first = [
            (
                _("Lock access today"),
                row.step or _("Change the passwords of the site and its hosting; end all sessions."),
            ),
            (
                _("Clean and update"),
                _("Restore a copy from before the first sight, then update the system. Keep notes of what you find."),
            ),
        ]
    else:
        first = [(_("Repair"), row.step)] if row.step else []
    return [
        *first,
        (_("Let Suluh look again"), _("The finding closes by itself once the next check no longer sees it.")),
    ]
