"""Letters: numbered, set in type and stored with the decision they carry, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.utils import timezone

from suluh.disclosure.models import InformationRequest, Letter, LetterPrint, NumberSeries, Objection
from suluh.disclosure.papers.contents import Part
from suluh.disclosure.papers.printing import letter_pdf
from suluh.organization.models import Person
from suluh.organization.rights import Actor

from .case_numbers import desk_of, next_in_series, number_by

MARKS = {
    Letter.Kind.NOTIFICATION: "PT",
    Letter.Kind.INCOMPLETE: "TL",
    Letter.Kind.EXTENSION: "PP",
    Letter.Kind.REFUSAL: "TLK",
    Letter.Kind.OBJECTION: "TK",
    Letter.Kind.RECEIPT: "BP",
}
"""Letters that stand for {jenis} in the number of a letter."""


def letter_write(
    *,
    case: InformationRequest | Objection,
    kind: str,
    day: date,
    parts: Sequence[Part] | Callable[[str], Sequence[Part]],
    by: Actor,
    words: str = "",
) -> Letter:
    """Write a letter of a case. Call it in the transaction of the deed: both are there, or neither.

    Args:
        case: the request or objection it answers.
        kind: what it is.
        day: its date, which is the day of the deed.
        parts: what the annex prescribes, in its order; a function where a part names the letter's own number.
        by: who signs it.
        words: what the officer wrote above the prescribed parts.
    """
    number = number_by(
        desk_of(case.body).letter_pattern,
        next_in_series(case.body, NumberSeries.Kind.LETTER, day.year),
        day,
        MARKS[Letter.Kind(kind)],
    )
    letter = Letter.objects.create(
        body=case.body,
        request=case if isinstance(case, InformationRequest) else None,
        objection=case if isinstance(case, Objection) else None,
        kind=kind,
        number=number,
        day=day,
        parts=[[part.code, part.label, part.text] for part in (parts(number) if callable(parts) else parts)],
        words=words,
        signed_by=by if isinstance(by, Person) else None,
        signed_at=timezone.now(),
    )
    LetterPrint.objects.create(letter=letter, pdf=letter_pdf(letter))
    return letter
