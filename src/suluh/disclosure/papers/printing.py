"""A letter becomes a tagged PDF on the government's letterhead."""

from __future__ import annotations

import hashlib
import json
from copy import copy
from pathlib import Path
from typing import Any

from suluh.disclosure.models import InformationRequest, Letter
from suluh.kernel.letters import pages, paper
from suluh.law.papers import paper as law_paper
from suluh.organization.models import Person

from .days import indonesian_day
from .head import head_of
from .sheets import Signature, facts, sheet_pdf, signed, text

TEMPLATE = Path(__file__).parent / "letter.typ"
BLANK = "(diisi saat ditandatangani)"
"""What stands for the number of a letter that has none yet."""


def letter_pdf(letter: Letter) -> bytes:
    """The PDF (PDF/UA-1) of a letter as its row stands; a receipt is set as a form."""
    if letter.kind == Letter.Kind.RECEIPT:
        return _receipt_pdf(letter)
    return paper(TEMPLATE, letter_data(letter), letterhead=head_of(letter.body))


def _receipt_pdf(letter: Letter) -> bytes:
    data = letter_data(letter)
    rows = [(label, words) for _code, label, words in letter.parts]
    place_day = indonesian_day(letter.day)
    people = signed(Signature("Pemohon,", data["name"]), Signature("Penerima,", data["signer"], place_day=place_day))
    blocks = [facts(rows), people, text(f"Dasar: {data['basis']}.")]
    return sheet_pdf(body=letter.body, title=data["subject"], number=letter.number, blocks=blocks)


def letter_pages(letter: Letter) -> list[bytes]:
    """The pages of a letter as pictures, as it would go out; its number is left open."""
    return pages(TEMPLATE, letter_data(unnumbered(letter)), letterhead=head_of(letter.body))


def letter_digest(letter: Letter) -> str:
    """SHA-256 of everything that a letter says but its number."""
    said = json.dumps(letter_data(unnumbered(letter)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def unnumbered(letter: Letter) -> Letter:
    """A copy of a letter with its number left open, also where a part names it."""
    open_one = copy(letter)
    open_one.parts = [[code, label, BLANK if text == letter.number else text] for code, label, text in letter.parts]
    open_one.number = BLANK
    return open_one


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
        "opening": _paragraphs(letter.opening),
        "words": _paragraphs(letter.words),
        "closing": _paragraphs(letter.closing),
        "parts": [{"label": label, "text": text} for _code, label, text in letter.parts],
        "basis": about.article,
        "role": "Atasan PPID" if letter.kind == Letter.Kind.OBJECTION else "PPID",
        "signer": letter.signed_by.name if isinstance(letter.signed_by, Person) else "",
        "code": case.code,
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
