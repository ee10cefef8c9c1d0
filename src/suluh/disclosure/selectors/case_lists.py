"""Officers' lists of requests and objections: tabs, filters, search, pages by key that are as quick at any depth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import paces_of, page_by_due
from suluh.deadlines.selectors.clocks import Pace
from suluh.disclosure.models import Answer, Applicant, Assignment, Dispute, InformationRequest, Objection
from suluh.disclosure.services.case_numbers import code_as_kept

from .objections import objections_visible_to
from .pages import Choice, page_newest
from .requests import requests_visible_to

PAGES = (50, 500)
NAMESAKES = 200
"""Requesters whose name is looked at in a search; whoever has more types more of it."""
SHOWN = (
    "number", "details", "received_on", "state", "clock__code", "clock__start", "clock__earlier_start",
    "clock__segments", "clock__pauses", "clock__due", "clock__left", "clock__state", "clock__unit__path",
)  # fmt: skip
"""What a row of a list is written from; a case has far more columns."""
OPEN, ENDED = "terbuka", "selesai"
Asked, Objected = InformationRequest.State, Objection.State
Filter = tuple[Any, Callable[[], Q]]


def _late() -> Q:
    # by the index of open clocks: a join would read the clock of every open case to count them
    return Q(clock__in=Clock.objects.filter(state__in=Clock.OPEN, due__lt=timezone.localdate()))


def _asked_units() -> Q:
    return Q(pk__in=Assignment.objects.filter(state=Assignment.State.ASKED).values("request_id"))


def _before_superior() -> Q:
    # by the few that wait: a join would read every answer that was ever given
    waiting = Answer.objects.filter(state=Answer.State.SENT).values("request_id")
    return Q(state=Asked.RUNNING, pk__in=waiting)


UNSETTLED = Q(state__in=Objection.UNSETTLED) & ~Q(
    pk__in=Dispute.objects.filter(stage=Dispute.Stage.CLOSED).values("objection_id")
)

REQUEST_TABS: dict[str, tuple[Q, dict[str, Filter]]] = {
    OPEN: (
        Q(state__in=InformationRequest.OPEN),
        {
            "lewat": (_("Date has passed"), _late),
            "periksa": (_("To be checked"), lambda: Q(state=Asked.RECEIVED)),
            "pemohon": (_("Waits for the requester"), lambda: Q(state=Asked.INCOMPLETE)),
            "unit": (_("Waits for units"), _asked_units),
            "atasan": (_("Waits for the superior"), _before_superior),
        },
    ),
    ENDED: (
        ~Q(state__in=InformationRequest.OPEN),
        {
            "dijawab": (_("Answered"), lambda: Q(state=Asked.ANSWERED)),
            "serah": (
                _("Not yet handed over"),
                lambda: Q(state=Asked.ANSWERED, given_on=None, answer__result__in=("granted", "partial")),
            ),
            "gugur": (_("Not completed or withdrawn"), lambda: Q(state__in=(Asked.LAPSED, Asked.WITHDRAWN))),
        },
    ),
}
OBJECTION_TABS: dict[str, tuple[Q, dict[str, Filter]]] = {
    OPEN: (
        UNSETTLED,
        {
            "lewat": (_("Date has passed"), _late),
            "atasan": (_("Waits for the superior"), lambda: Q(state__in=(Objected.RUNNING, Objected.LAPSED))),
            "sengketa": (_("Before the Komisi Informasi"), lambda: Q(state=Objected.DISPUTED)),
        },
    ),
    ENDED: (
        ~UNSETTLED,
        {
            "diterima": (_("Granted"), lambda: Q(result__in=("upheld", "partly"))),
            "ditolak": (_("The decision of the PPID stands"), lambda: Q(result="rejected")),
            "cabut": (_("Withdrawn"), lambda: Q(state=Objected.WITHDRAWN)),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What an officer asked of a list of cases."""

    tab: str = OPEN
    words: str = ""
    only: str = ""
    after: str = ""
    size: int = PAGES[0]

    @classmethod
    def from_address(cls, given: Mapping[str, str]) -> CaseQuery:
        """Read the query of an address; what is unknown is left out."""
        return cls(
            tab=ENDED if given.get("tab") == ENDED else OPEN,
            words=given.get("q", "").replace("\x00", "").strip()[:100],
            only=given.get("hanya", "")[:20],
            after=given.get("setelah", "")[:40],
            size=PAGES[1] if given.get("baris") == str(PAGES[1]) else PAGES[0],
        )

    @property
    def address(self) -> str:
        """The query for an address, without the place in the list."""
        size = "" if self.size == PAGES[0] else str(self.size)
        given = {"tab": self.tab, "q": self.words, "hanya": self.only, "baris": size}
        return urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a list, with its open clock and how near that is."""

    row: Any
    clock: Clock | None
    pace: Pace | None


@dataclass(frozen=True, slots=True)
class CaseList:
    """One page of a list of cases. `counts` are of the open ones, by filter, all of them under the tab's own word."""

    query: CaseQuery
    lines: list[CaseLine]
    after: str
    counts: dict[str, int]
    choices: list[Choice]


def request_list(person: Any, query: CaseQuery) -> CaseList:
    """Requests to the bodies that the person serves: open ones by date due, ended ones newest first."""
    return _page(requests_visible_to(person), query, REQUEST_TABS, ("applicant__kind",), _request_words)


def objection_list(person: Any, query: CaseQuery) -> CaseList:
    """Objections to the bodies that the person serves: open ones by date due, ended ones newest first."""
    return _page(
        objections_visible_to(person), query, OBJECTION_TABS, ("applicant__kind", "request__number"), _objection_words
    )


def _page(
    mine: QuerySet[Any],
    query: CaseQuery,
    tabs: Mapping[str, tuple[Q, dict[str, Filter]]],
    related: tuple[str, ...],
    search: Callable[[str], Q],
) -> CaseList:
    within, filters = tabs[query.tab]
    query = query if query.only in filters else replace(query, only="")
    rows = mine.filter(within).select_related("clock__unit", *(name.partition("__")[0] for name in related))
    rows = rows.only(*SHOWN, *related)
    if query.only:
        rows = rows.filter(filters[query.only][1]())
    if query.words:
        rows = rows.filter(search(query.words))
    found, after = (
        page_newest(rows, query.after, size=query.size)
        if query.tab == ENDED
        else page_by_due(rows, query.after, road="clock__due", size=query.size)
    )
    clocks = [row.clock for row in found]
    lines = [CaseLine(row, row.clock, how) for row, how in zip(found, paces_of(clocks), strict=True)]
    counts = _counts(mine, query, tabs)
    return CaseList(query, lines, after, counts, _choices(query, filters, counts))


def _counts(mine: QuerySet[Any], query: CaseQuery, tabs: Mapping[str, tuple[Q, dict[str, Filter]]]) -> dict[str, int]:
    """How many are open; on their own tab by filter too, which reads their clocks and answers."""
    within, filters = tabs[OPEN]
    shown = filters if query.tab == OPEN else {}
    wanted = {word: Count("pk", filter=condition()) for word, (_label, condition) in shown.items()}
    counts: dict[str, int] = mine.filter(within).aggregate(**{OPEN: Count("pk")}, **wanted)
    return counts


def _choices(query: CaseQuery, filters: Mapping[str, Filter], counts: Mapping[str, int]) -> list[Choice]:
    """The filters of a tab; only those of open cases are counted, ended ones may be very many."""
    words = [("", _("All")), *((word, label) for word, (label, _condition) in filters.items())]
    known = counts if query.tab == OPEN else {}
    return [
        Choice(label, "?" + replace(query, only=word, after="").address, query.only == word, known.get(word))
        for word, label in words
    ]


def _request_words(words: str) -> Q:
    """Number, code or words of a request, or a requester's name; each of them is found through an index."""
    namesakes = Applicant.objects.filter(name__icontains=words).values_list("pk", flat=True)
    return (
        Q(number__icontains=words)
        | Q(details__icontains=words)
        | Q(code=code_as_kept(words))
        | Q(applicant_id__in=list(namesakes[:NAMESAKES]))
    )


def _objection_words(words: str) -> Q:
    return Q(number__icontains=words) | Q(details__icontains=words) | Q(request__number__icontains=words)
