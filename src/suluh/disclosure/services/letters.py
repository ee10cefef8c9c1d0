"""Letters: numbered, set in type and stored with the decision they carry, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.errors import LetterChanged
from suluh.disclosure.models import InformationRequest, Letter, LetterPrint, NumberSeries, Objection
from suluh.disclosure.papers.contents import Part
from suluh.disclosure.papers.printing import BLANK, letter_digest, letter_pdf
from suluh.disclosure.papers.wording import CLOSING, usual_opening
from suluh.organization.models import Person, Unit
from suluh.organization.rights import Actor

from .case_numbers import desk_of, next_in_series, number_by

MARKS = {
    Letter.Kind.NOTIFICATION: "PT",
    Letter.Kind.INCOMPLETE: "TL",
    Letter.Kind.EXTENSION: "PP",
    Letter.Kind.REFUSAL: "TLK",
    Letter.Kind.OBJECTION: "TK",
}
"""Letters that stand for {jenis} in the number of a letter."""


def letter_draw(
    *,
    case: InformationRequest | Objection,
    kind: str,
    day: date,
    parts: Sequence[Part] | Callable[[str], Sequence[Part]],
    by: Actor | None,
    number: str = BLANK,
    words: str = "",
    opening: str = "",
    closing: str = "",
) -> Letter:
    """A letter of a case as it would read; nothing is stored. For the arguments see `letter_write`."""
    return Letter(
        body=case.body,
        request=case if isinstance(case, InformationRequest) else None,
        objection=case if isinstance(case, Objection) else None,
        kind=kind,
        number=number,
        day=day,
        parts=[[part.code, part.label, part.text] for part in (parts(number) if callable(parts) else parts)],
        opening=opening or usual_opening(kind),
        words=words,
        closing=closing or CLOSING,
        signed_by=by if isinstance(by, Person) else None,
        signed_at=timezone.now(),
    )


def letter_write(
    *, case: InformationRequest | Objection, kind: str, day: date, by: Actor, read: str = "", **said: Any
) -> Letter:
    """Write a letter of a case. Call it in the transaction of the deed: both are there, or neither.

    Args:
        case: the request or objection it answers.
        kind: what it is.
        day: its date, which is the day of the deed.
        by: who signs it.
        read: digest of the letter that the signer read; empty where no person reads before signing.
        said: what it says. `parts`: what the annex prescribes, in its order, or a function where a part names the
            letter's own number; `words`: what the officer wrote above them; `opening`, `closing`: its first and last
            paragraph, the usual ones when they are empty.

    Raises:
        LetterChanged: what would be signed is not what was read.
    """
    number = _number(case.body, Letter.Kind(kind), day)
    letter = letter_draw(case=case, kind=kind, day=day, by=by, number=number, **said)
    letter.digest = letter_digest(letter)
    if read and read != letter.digest:
        raise LetterChanged
    letter.save()
    pdf = letter_pdf(letter)
    LetterPrint.objects.create(letter=letter, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest())
    return letter


def _number(body: Unit, kind: Letter.Kind, day: date) -> str:
    """The next number of a letter; receipts have a series of their own."""
    desk = desk_of(body)
    if kind == Letter.Kind.RECEIPT:
        sequence = next_in_series(body, NumberSeries.Kind.RECEIPT, day.year)
        return number_by(desk.receipt_pattern, sequence, day)
    sequence = next_in_series(body, NumberSeries.Kind.LETTER, day.year)
    return number_by(desk.letter_pattern, sequence, day, MARKS[kind])


def told_of(letter: Letter) -> dict[str, str]:
    """What the trail keeps of a letter: its number and the digest of its PDF, so that the paper can be proven later."""
    return {"letter": letter.number, "paper": letter.print.sha256}


def letter_rehearsed(deed: Callable[[], Letter]) -> Letter:
    """The letter that a deed would write, without the deed: everything it stores is taken back at once.

    So what a signer reads beforehand is made by what makes the letter itself, and no number is used up.

    Raises:
        Refused: whatever the deed would refuse.
    """
    with transaction.atomic():
        letter = deed()
        transaction.set_rollback(True)
    return letter
