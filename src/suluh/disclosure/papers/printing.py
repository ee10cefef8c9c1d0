"""A letter becomes a tagged PDF on the government's letterhead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from suluh.disclosure.models import InformationRequest, Letter
from suluh.kernel.letters import paper
from suluh.law.kinds import UnitKind
from suluh.law.papers import paper as law_paper
from suluh.organization.models import Government, Person
from suluh.organization.selectors.government import letterhead_of

from .days import indonesian_day

TEMPLATE = Path(__file__).parent / "letter.typ"


def letter_pdf(letter: Letter) -> bytes:
    """The PDF (PDF/UA-1) of a letter as its row stands."""
    government = Government.objects.first()
    office = letter.body.name if letter.body.kind == UnitKind.DESA else "Pejabat Pengelola Informasi dan Dokumentasi"
    return paper(TEMPLATE, letter_data(letter), letterhead=letterhead_of(government, office=office))


def letter_data(letter: Letter) -> dict[str, Any]:
    """What the template reads. Letters are Indonesian whatever language the officer works in."""
    case = letter.request or letter.objection
    assert case is not None  # a constraint of the table
    about = law_paper(letter.kind)
    applicant = case.applicant
    label = about.label[0].upper() + about.label[1:]
    return {
        "title": f"{label} {letter.number}",
        "number": letter.number,
        "day": indonesian_day(letter.day),
        "subject": label,
        "case": case.number,
        "case_kind": "permohonan" if isinstance(case, InformationRequest) else "keberatan",
        "received": indonesian_day(case.received_on),
        "name": applicant.name,
        "represents": applicant.represents,
        "address": applicant.address,
        "words": [line.strip() for line in letter.words.splitlines() if line.strip()],
        "parts": [{"label": label, "text": text} for _code, label, text in letter.parts],
        "basis": about.article,
        "role": "Atasan PPID" if letter.kind == Letter.Kind.OBJECTION else "PPID",
        "signer": letter.signed_by.name if isinstance(letter.signed_by, Person) else "",
        "code": case.code,
    }
