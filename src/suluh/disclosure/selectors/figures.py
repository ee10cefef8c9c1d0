"""The figures of the yearly report and of the open statistics, each with the part of a register it was counted from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from suluh.deadlines.calendars import book_of
from suluh.deadlines.services.calendars import version_now
from suluh.disclosure.models import Answer, Dispute, InformationRequest, Objection, ServiceReport
from suluh.kernel.workdays.calendar import Calendar
from suluh.kernel.workdays.counting import working_days_between
from suluh.law.grounds import refusal_grounds
from suluh.law.kinds import UnitKind
from suluh.law.service import ReportPart, report_parts
from suluh.organization.models import Unit

from .registers import OBJECTION_FILTERS, OUTCOMES, REQUEST_FILTERS

REQUEST_FIGURES = (
    ("Jumlah permohonan", ""),
    ("Dikabulkan seluruhnya", "seluruhnya"),
    ("Dikabulkan sebagian", "sebagian"),
    ("Ditolak", "ditolak"),
    ("Dikuasai badan publik lain", "lain"),
    ("Belum dikuasai atau belum didokumentasikan", "belum"),
    ("Tidak dilengkapi atau dicabut", "gugur"),
    ("Masih diproses", "terbuka"),
    ("Diperpanjang", "diperpanjang"),
    ("Dijawab sesudah batas waktu", "terlambat"),
)
OBJECTION_FIGURES = (
    ("Jumlah keberatan", ""),
    ("Keberatan ditanggapi", "dijawab"),
    ("Keberatan diterima, seluruhnya atau sebagian", "diterima"),
    ("Keberatan ditolak", "ditolak"),
    ("Sengketa di Komisi Informasi", "sengketa"),
    ("Sengketa yang sudah diputus atau selesai", "diputus"),
    ("Gugatan ke pengadilan", "gugatan"),
    ("Gugatan yang sudah diputus pengadilan", "putusan"),
    ("Informasi yang dibuka sebagai pelaksanaan putusan", "terbuka-putusan"),
)
"""Parts c and d of the report (art. 56–58): words and the filter of the register whose rows they count."""
OUTCOME_WORDS = {
    Dispute.Outcome.OPEN: "informasi dinyatakan terbuka",
    Dispute.Outcome.PARTLY: "dinyatakan terbuka sebagian",
    Dispute.Outcome.CLOSED: "penolakan dikuatkan",
    Dispute.Outcome.SETTLED: "selesai dengan kesepakatan mediasi",
    Dispute.Outcome.DROPPED: "dicabut atau tidak dapat diterima",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `register` and `only` name the rows behind it, so that everybody can count them again."""

    part: str
    label: str
    value: str
    register: str
    only: str = ""


def figures_of(body: Unit, year: int) -> list[Figure]:
    """Every figure of a year, in the order of the report."""
    requests = InformationRequest.objects.filter(body=body, year=year)
    objections = Objection.objects.filter(body=body, year=year)
    return [
        *_counted("c", requests, REQUEST_FIGURES, REQUEST_FILTERS, "permohonan"),
        *_times(requests, book_of(version_now()).of(body)),
        *_reasons(requests),
        *_counted("d", objections, OBJECTION_FIGURES, OBJECTION_FILTERS | OUTCOMES, "keberatan"),
        *_outcomes(objections),
    ]


def rows_address(figure: Figure, *, body: Unit, year: int, public: bool = True) -> str:
    """Where the rows behind a figure are read: the public register of the body, or the one of its office."""
    given = {"tahun": str(year), "hanya": figure.only}
    if public and body.kind == UnitKind.DESA:
        given["badan"] = body.slug
    register = (
        reverse("disclosure:public-register", args=[figure.register])
        if public
        else reverse("disclosure:register", args=[body.slug, figure.register])
    )
    return f"{register}?{urlencode({name: value for name, value in given.items() if value})}"


def figures_in(report: ServiceReport) -> list[Figure]:
    """The figures of a report: frozen ones of a finished report, else as they stand now."""
    if report.finished:
        return [Figure(**row) for row in report.figures]
    return figures_of(report.body, report.year)


def report_year(today: date) -> int:
    """The year whose report is in work: until its date, 31 March, the one before (Perki 1/2021 art. 56(1))."""
    return today.year - 1 if today.month <= 3 else today.year


def as_rows(figures: list[Figure]) -> list[dict[str, str]]:
    """Figures as a finished report keeps them."""
    return [asdict(figure) for figure in figures]


def parts_of(report: ServiceReport) -> list[tuple[ReportPart, str, list[Figure]]]:
    """Parts a to f with what was written and counted."""
    figures = figures_in(report)
    return [
        (part, str(report.texts.get(part.code, "")), [figure for figure in figures if figure.part == part.code])
        for part in report_parts()
    ]


def _counted(part: str, rows: Any, wanted: Any, filters: Any, register: str) -> list[Figure]:
    counts = rows.aggregate(
        **{
            f"n{place}": Count("pk", filter=filters[only][1]() if only else Q())
            for place, (_, only) in enumerate(wanted)
        }
    )
    return [Figure(part, label, str(counts[f"n{place}"]), register, only) for place, (label, only) in enumerate(wanted)]


def _times(requests: Any, calendar: Calendar) -> list[Figure]:
    """Average working days from completeness to the answer, for each decision."""
    sums = dict[str, list[int]]()
    rows = requests.filter(answer__state="signed", complete_on__isnull=False, answered_on__isnull=False)
    spans = rows.order_by().values_list("answer__result", "complete_on", "answered_on").annotate(n=Count("pk"))
    for result, begin, end, count in spans:
        held = sums.setdefault(result, [0, 0])
        held[0] += working_days_between(begin, end, calendar) * count
        held[1] += count
    words = {"granted": "seluruhnya", "partial": "sebagian", "refused": "ditolak"}
    labels = {only: label for label, only in REQUEST_FIGURES}
    return [
        Figure("c", f"Rata-rata waktu jawaban: {labels[only].lower()}", _days(sums[result]), "permohonan", only)
        for result, only in words.items()
        if result in sums
    ]


def _days(held: list[int]) -> str:
    return f"{held[0] / held[1]:.1f} hari kerja".replace(".", ",")


def _reasons(requests: Any) -> list[Figure]:
    counts = (
        Answer.objects.filter(request__in=requests, state="signed", result__in=Answer.WITHHOLDS)
        .order_by("ground")
        .values_list("ground")
        .annotate(n=Count("pk"))
    )
    grounds = refusal_grounds()
    return [
        Figure(
            "c",
            f"Alasan: {grounds[ground].label} ({grounds[ground].article})",
            str(count),
            "permohonan",
            f"alasan-{ground}",
        )
        for ground, count in counts
    ]


def _outcomes(objections: Any) -> list[Figure]:
    """How the disputes ended, for each outcome that there was."""
    rows = objections.exclude(dispute__outcome=None).exclude(dispute__outcome="").order_by()
    counts = dict(rows.values_list("dispute__outcome").annotate(n=Count("pk")))
    return [
        Figure("d", f"Hasil sengketa: {words}", str(counts[outcome]), "keberatan", f"hasil-{outcome}")
        for outcome, words in OUTCOME_WORDS.items()
        if outcome in counts
    ]
