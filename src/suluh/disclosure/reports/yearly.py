"""The yearly report as a paper on the government's letterhead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone

from suluh.disclosure.models import ServiceReport
from suluh.disclosure.papers.days import indonesian_day
from suluh.disclosure.papers.head import head_of
from suluh.kernel.letters import paper
from suluh.law.service import ReportPart

if TYPE_CHECKING:
    from suluh.disclosure.selectors.figures import Figure

TEMPLATE = Path(__file__).parent / "yearly.typ"
UNWRITTEN = "Belum diuraikan."


def report_pdf(
    report: ServiceReport, parts: list[tuple[ReportPart, str, list[Figure]]], address: Callable[[Figure], str]
) -> bytes:
    """The report as PDF/UA, part by part as art. 56–58 order them.

    `address` says where the rows behind a figure are read, "" where the paper does not know its own site.
    """
    return paper(
        TEMPLATE,
        {
            "title": f"Laporan layanan informasi publik tahun {report.year}",
            "day": indonesian_day(timezone.localdate(report.finished_at)),
            "parts": [
                {
                    "label": f"{part.code.upper()}. {part.label}",
                    "article": part.article,
                    "words": [line for line in text.splitlines() if line.strip()] or [UNWRITTEN],
                    "figures": [
                        {"label": figure.label, "value": figure.value, "address": address(figure)} for figure in figures
                    ],
                }
                for part, text, figures in parts
            ],
        },
        letterhead=head_of(report.body),
    )
