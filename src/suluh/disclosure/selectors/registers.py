"""The registers of requests and objections: one year of one public body, in pages by running number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suluh.deadlines.models import Clock
from suluh.disclosure.models import OBJECTION, REQUEST, Answer, Dispute, InformationRequest, Objection
from suluh.disclosure.reports.cells import columns_of, objection_cells, request_cells
from suluh.kernel.row_keys import row_key
from suluh.kernel.sheets import Value
from suluh.law.grounds import refusal_grounds
from suluh.law.kinds import UnitKind
from suluh.law.papers import Paper, PaperPart
from suluh.organization.models import Unit

PAGES = (50, 500)
FIRST_YEAR, LAST_YEAR = 2010, 2100
STEP = 1000
EXTENDED = Q(segments__1__isnull=False)
"""A clock with a second stretch was extended."""


def _with_clock(kind: str, code: str, **wanted: Any) -> QuerySet[Any, Any]:
    return Clock.objects.filter(subject_kind=kind, code=code, **wanted).values("subject_id")


REQUEST_FILTERS: dict[str, tuple[Any, Callable[[], Q]]] = {
    "terbuka": (_("Open"), lambda: Q(state__in=InformationRequest.OPEN)),
    "dijawab": (_("Answered"), lambda: Q(state="answered")),
    "seluruhnya": (_("Given in full"), lambda: Q(answer__state="signed", answer__result="granted")),
    "sebagian": (_("Given in part"), lambda: Q(answer__state="signed", answer__result="partial")),
    "ditolak": (_("Refused"), lambda: Q(answer__state="signed", answer__result="refused")),
    "ditutup": (
        _("Withheld in whole or in part"),
        lambda: Q(answer__state="signed", answer__result__in=("partial", "refused")),
    ),
    "lain": (_("Held by another body"), lambda: Q(answer__state="signed", answer__result="elsewhere")),
    "belum": (_("Not yet held"), lambda: Q(answer__state="signed", answer__result="not-held")),
    "gugur": (_("Not completed or withdrawn"), lambda: Q(state__in=("lapsed", "withdrawn"))),
    "terlambat": (_("Answered late"), lambda: Q(pk__in=_with_clock(REQUEST, "ANS", state="late"))),
    "diperpanjang": (
        _("Extended"), lambda: Q(pk__in=Clock.objects.filter(EXTENDED, subject_kind=REQUEST).values("subject_id")),
    ),
}  # fmt: skip


def _withheld_on(ground: str) -> Callable[[], Q]:
    return lambda: Q(answer__state="signed", answer__result__in=Answer.WITHHOLDS, answer__ground=ground)


REASONS = {
    f"alasan-{code}": (f"{ground.label} ({ground.article})", _withheld_on(code))
    for code, ground in refusal_grounds().items()
}
"""Requests by the ground on which something was withheld; reached from the figures, for there are many."""
OBJECTION_FILTERS: dict[str, tuple[Any, Callable[[], Q]]] = {
    "terbuka": (_("Open"), lambda: Q(state="running")),
    "dijawab": (_("Answered"), lambda: Q(answered_on__isnull=False)),
    "diterima": (_("Granted"), lambda: Q(result__in=("upheld", "partly"), answered_on__isnull=False)),
    "ditolak": (_("The decision of the PPID stands"), lambda: Q(result="rejected", answered_on__isnull=False)),
    "terlambat": (_("Answered late"), lambda: Q(pk__in=_with_clock(OBJECTION, "SUP", state="late"))),
    "sengketa": (_("Went to the Komisi Informasi"), lambda: Q(dispute__isnull=False)),
    "diputus": (
        _("Ended before the Komisi Informasi"),
        lambda: Q(dispute__isnull=False) & ~Q(dispute__stage__in=(Dispute.Stage.FILED, Dispute.Stage.BEGUN)),
    ),
    "gugatan": (
        _("Went to court"),
        lambda: (
            Q(dispute__stage__in=(Dispute.Stage.COURT, Dispute.Stage.JUDGED, Dispute.Stage.CASSATION))
            | Q(pk__in=_with_clock(OBJECTION, "CRT", state__in=(Clock.State.MET, Clock.State.LATE)))
            | Q(pk__in=_with_clock(OBJECTION, "CRT-K"))
        ),
    ),
}
OUTCOMES = {
    f"hasil-{outcome}": (Dispute.Outcome(outcome).label, partial(Q, dispute__outcome=outcome))
    for outcome in Dispute.Outcome.values
} | {
    "putusan": (_("Judged by the court"), lambda: Q(pk__in=_with_clock(OBJECTION, "CRT-K"))),
    "terbuka-putusan": (_("Opened after a dispute"), lambda: Q(dispute__opened_item__isnull=False)),
}
"""Objections by what became of their dispute; reached from the figures. A clock tells whether a stage was ever reached,
for a closed dispute keeps its last stage only."""


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """One of the two registers: its word in addresses, its paper in the law's data, its filters.

    `offered` are shown above the list, the others only where one of them is in force.
    """

    word: str
    paper: str
    offered: Mapping[str, tuple[Any, Callable[[], Q]]]
    filters: Mapping[str, tuple[Any, Callable[[], Q]]]


KINDS = {
    "permohonan": RegisterKind("permohonan", "request-register", REQUEST_FILTERS, REQUEST_FILTERS | REASONS),
    "keberatan": RegisterKind("keberatan", "objection-register", OBJECTION_FILTERS, OBJECTION_FILTERS | OUTCOMES),
}


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which part of which register is wanted. `public` leaves out every column that leads to a person."""

    kind: RegisterKind
    body: Unit
    public: bool
    year: int
    only: str = ""
    after: int = 0
    size: int = PAGES[0]

    @classmethod
    def from_address(cls, kind: str, body: Unit, given: Mapping[str, str], *, public: bool) -> RegisterQuery:
        """Read the query of an address; what is unknown is left out.

        Raises:
            KeyError: there is no such register.
        """
        found = KINDS[kind]
        year, after = given.get("tahun", ""), given.get("setelah", "")
        return cls(
            kind=found,
            body=body,
            public=public,
            year=int(year) if _year(year) else timezone.localdate().year,
            only=given["hanya"] if given.get("hanya") in found.filters else "",
            after=row_key(after) or 0,
            size=PAGES[1] if given.get("baris") == str(PAGES[1]) else PAGES[0],
        )

    @property
    def address(self) -> str:
        """The query for an address, without the place in the list."""
        size = "" if self.size == PAGES[0] else str(self.size)
        given = {"tahun": str(self.year), "hanya": self.only, "baris": size, "badan": self.village}
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def village(self) -> str:
        """What an open page is asked with where it speaks for a village."""
        return self.body.slug if self.public and self.body.kind == UnitKind.DESA else ""

    @property
    def columns(self) -> tuple[Paper, tuple[PaperPart, ...]]:
        """The paper and the columns that this version shows."""
        return columns_of(self.kind.paper, public=self.public)


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One page of a register, ready to be shown."""

    query: RegisterQuery
    paper: Paper
    parts: tuple[PaperPart, ...]
    lines: list[tuple[int, list[Value]]]
    after: int
    choices: list[tuple[Any, str, bool]]
    years: list[int]


def register_page(query: RegisterQuery) -> RegisterPage:
    """Newest first, from behind the running number `after`; a few queries however many rows."""
    rows = register_rows(query).order_by("-sequence")
    if query.after:
        rows = rows.filter(sequence__lt=query.after)
    found = list(rows[: query.size + 1])
    shown = found[: query.size]
    paper, parts = query.columns
    return RegisterPage(
        query=query,
        paper=paper,
        parts=parts,
        lines=[(row.pk, cells) for row, cells in zip(shown, _cells(query, iter(shown)), strict=True)],
        after=shown[-1].sequence if len(found) > query.size else 0,
        choices=[
            (label, replace(query, only=word, after=0).address, query.only == word)
            for word, label in (("", _("All")), *_offered(query))
        ],
        years=years_of(query),
    )


def _offered(query: RegisterQuery) -> list[tuple[str, Any]]:
    named = {query.only: query.kind.filters[query.only]} if query.only else {}
    return [(word, label) for word, (label, _condition) in {**query.kind.offered, **named}.items()]


def register_rows(query: RegisterQuery) -> QuerySet[Any]:
    """Rows of the register's year that fit its filter, with what their columns need; identities only where shown."""
    model = InformationRequest if query.kind.word == "permohonan" else Objection
    with_it = ["answer"] if model is InformationRequest else ["request", "decided_by"]
    rows = model._default_manager.filter(body=query.body, year=query.year)
    if query.only:
        rows = rows.filter(query.kind.filters[query.only][1]())
    return rows.select_related(*with_it, *([] if query.public else ["applicant"]))


def register_lines(query: RegisterQuery) -> Iterator[list[Value]]:
    """Every line in the order of the register, a thousand rows at a time."""
    yield from _cells(query, register_rows(query).order_by("sequence").iterator(chunk_size=STEP))


def years_of(query: RegisterQuery) -> list[int]:
    """Years that have a register, newest first. Each is found by one step through the index."""
    model = InformationRequest if query.kind.word == "permohonan" else Objection
    rows = model._default_manager.filter(body=query.body)
    first = rows.order_by(F("year").asc()).values_list("year", flat=True).first()
    last = rows.order_by(F("year").desc()).values_list("year", flat=True).first()
    return [] if first is None or last is None else list(range(last, first - 1, -1))


def _cells(query: RegisterQuery, rows: Iterator[Any]) -> Iterator[list[Value]]:
    codes = [part.code for part in query.columns[1]]
    write = request_cells if query.kind.word == "permohonan" else objection_cells
    for row in rows:
        yield write(row, codes, public=query.public)


def _year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR
