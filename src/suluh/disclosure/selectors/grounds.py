"""On which grounds a requester may object to what became of a request (UU 14/2008 art. 35(1); Perki 1/2021 art. 39)."""

from __future__ import annotations

from datetime import date

from suluh.deadlines.selectors import open_clock
from suluh.disclosure.models import REQUEST, Answer, InformationRequest
from suluh.law.grounds import objection_grounds


def grounds_fitting(request: InformationRequest, day: date) -> list[str]:
    """Letters of the grounds that fit on a day: c asks for silence, a for a refusal, every other one for an answer."""
    answer = Answer.objects.filter(request=request, state=Answer.State.SIGNED).first()
    known = {
        "a": answer is not None and answer.withholds,
        "b": True,
        "c": answer is None,
        "e": answer is not None or _overdue(request, day),
        "f": answer is not None and answer.cost > 0,
    }
    return [letter for letter in objection_grounds() if known.get(letter, answer is not None)]


def _overdue(request: InformationRequest, day: date) -> bool:
    late = open_clock(REQUEST, request.pk, "ANS")
    return late is not None and late.due is not None and late.due < day
