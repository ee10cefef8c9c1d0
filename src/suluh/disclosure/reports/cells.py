"""What stands in each column of the two registers (annexes VIII and XI). Texts are domain data, in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from suluh.disclosure.models import Answer, InformationRequest, Objection
from suluh.disclosure.papers.contents import rupiah
from suluh.disclosure.papers.days import indonesian_day
from suluh.kernel.sheets import Value
from suluh.law.grounds import refusal_grounds
from suluh.law.papers import Paper, PaperPart, paper

YES = "ya"
PERSONAL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+?\d[\s.-]?){8,}")
"""Mail addresses and long figures (identity and telephone numbers) that people write into their question."""
HIDDEN = "[data pribadi]"
DECISIONS = {
    Answer.Result.GRANTED: "Dikabulkan seluruhnya",
    Answer.Result.PARTIAL: "Dikabulkan sebagian",
    Answer.Result.REFUSED: "Ditolak",
    Answer.Result.ELSEWHERE: "Dikuasai badan publik lain",
    Answer.Result.NOT_HELD: "Belum dikuasai atau belum didokumentasikan",
}
ENDED = {
    InformationRequest.State.LAPSED: "Tidak dilengkapi; tidak wajib ditindaklanjuti",
    InformationRequest.State.WITHDRAWN: "Dicabut pemohon",
}
RESULTS = {
    Objection.Result.UPHELD: "Keberatan diterima",
    Objection.Result.PARTLY: "Keberatan diterima sebagian",
    Objection.Result.REJECTED: "Keberatan ditolak",
}
Row = InformationRequest | Objection


def columns_of(kind: str, *, public: bool) -> tuple[Paper, tuple[PaperPart, ...]]:
    """The register and the columns that a version shows; the public one has none that leads to a person."""
    found = paper(kind)
    return found, found.public_parts if public else found.parts


def request_cells(request: InformationRequest, codes: Sequence[str], *, public: bool) -> list[Value]:
    """One line of the register of requests; `answer` has to be at hand, `applicant` too unless it is public."""
    return _line(request, codes, REQUEST_CELLS, public=public)


def objection_cells(objection: Objection, codes: Sequence[str], *, public: bool) -> list[Value]:
    """One line of the register of objections."""
    return _line(objection, codes, OBJECTION_CELLS, public=public)


def without_persons(text: str) -> str:
    """A text of a citizen without mail addresses and long figures."""
    return PERSONAL.sub(HIDDEN, text)


def _line(row: Row, codes: Sequence[str], cells: dict[str, Callable], *, public: bool) -> list[Value]:  # type: ignore[type-arg]
    found = (cells[code](row) for code in codes)
    return [without_persons(cell) if public and isinstance(cell, str) else cell for cell in found]


def _answer(request: InformationRequest) -> Answer | None:
    answer: Answer | None = getattr(request, "answer", None)
    return answer if answer is not None and answer.state == Answer.State.SIGNED else None


def _tick(holds: bool) -> str:
    return YES if holds else ""


def _of_answer(read: Callable[[Answer], Value]) -> Callable[[InformationRequest], Value]:
    def cell(request: InformationRequest) -> Value:
        answer = _answer(request)
        return "" if answer is None else read(answer)

    return cell


def _has(answer: Answer) -> bool:
    return answer.result not in (Answer.Result.ELSEWHERE, Answer.Result.NOT_HELD)


def _decision(request: InformationRequest) -> str:
    answer = _answer(request)
    if answer is not None:
        return DECISIONS[Answer.Result(answer.result)]
    return ENDED.get(InformationRequest.State(request.state), "")


def _refusal(answer: Answer) -> str:
    if not answer.ground:
        return ""
    ground = refusal_grounds()[answer.ground]
    return f"{ground.label} ({ground.article})"


def _superior(objection: Objection) -> str:
    return f"{objection.decided_by.name}, Atasan PPID" if objection.decided_by else ""


def _outcome(objection: Objection) -> str:
    if not objection.result or objection.answered_on is None:
        return ""
    return f"{RESULTS[Objection.Result(objection.result)]}. {objection.argument}".strip()


def _ground(code: str) -> Callable[[Objection], Value]:
    return lambda objection: _tick(code in objection.grounds)


def _day_and_date(read: Callable[[Row], date | None]) -> Callable[[Row], Value]:
    """What the annexes ask for as "hari dan tanggal": the weekday with the date."""
    return lambda row: indonesian_day(day) if (day := read(row)) else ""


REQUEST_CELLS: dict[str, Callable[[InformationRequest], Value]] = {
    "number": lambda row: row.number,
    "received": lambda row: row.received_on,
    "name": lambda row: row.applicant.name,
    "identity": lambda row: row.applicant.masked_identity,
    "address": lambda row: row.applicant.address,
    "contact": lambda row: row.applicant.contact,
    "occupation": lambda row: row.applicant.occupation,
    "proxy": lambda row: row.applicant.represents,
    "details": lambda row: row.details,
    "purpose": lambda row: row.purpose,
    "held": _of_answer(lambda answer: _tick(_has(answer))),
    "held-elsewhere": _of_answer(lambda answer: answer.held_by),
    "undocumented": _of_answer(lambda answer: _tick(answer.result == Answer.Result.NOT_HELD)),
    "softcopy": _of_answer(lambda answer: _tick(answer.softcopy and _has(answer))),
    "hardcopy": _of_answer(lambda answer: _tick(answer.hardcopy and _has(answer))),
    "viewing": lambda row: _tick(row.wants_view),
    "copying": lambda row: _tick(row.wants_softcopy or row.wants_hardcopy),
    "decision": _decision,
    "refusal": _of_answer(_refusal),
    "notified": _day_and_date(lambda row: row.answered_on),
    "given": _day_and_date(lambda row: row.given_on if isinstance(row, InformationRequest) else None),
    "cost": _of_answer(lambda answer: rupiah(answer.cost) if answer.cost else ""),
    "payment": _of_answer(lambda answer: answer.payment),
}
OBJECTION_CELLS: dict[str, Callable[[Objection], Value]] = {
    "number": lambda row: row.number,
    "received": lambda row: row.received_on,
    "name": lambda row: row.applicant.name,
    "address": lambda row: row.applicant.address,
    "contact": lambda row: row.applicant.contact,
    "occupation": lambda row: row.applicant.occupation,
    "request": lambda row: row.request.number if row.request else "",
    "details": lambda row: row.details,
    "purpose": lambda row: row.purpose,
    **{letter: _ground(letter) for letter in "abcdefg"},
    "decision": _outcome,
    "answered": _day_and_date(lambda row: row.answered_on),
    "superior": _superior,
    "reply": lambda row: row.reply,
}
