"""What follows an answer: the satisfaction question."""

from __future__ import annotations

from django.db import transaction

from suluh.disclosure.errors import NotInThisState
from suluh.disclosure.models import InformationRequest
from suluh.organization.services.trail import record

from .cases import case_locked, case_moved


@transaction.atomic
def request_rate(*, request: InformationRequest, rating: int, words: str = "") -> InformationRequest:
    """Keep how satisfied the requester was, 1 to 5; asked once the answer is there, the last word counts.

    Raises:
        NotInThisState: there is no answer yet. ValueError: the rating is none.
    """
    if not 1 <= rating <= 5:
        raise ValueError("a rating lies between 1 and 5")
    found = case_locked(request, seen=None)
    if found.state != InformationRequest.State.ANSWERED:
        raise NotInThisState
    found.rating, found.rating_words = rating, words
    case_moved(found, "rating", "rating_words")
    record("request.rated", on=found.subject, by=None, unit=found.body, number=found.number, rating=rating)
    return found
